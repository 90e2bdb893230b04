import { execFileSync } from "node:child_process";
import { cpus, totalmem } from "node:os";
import { withClient } from "./database/client.ts";
import type { Options } from "./options.ts";
import type { Conditions } from "./results.ts";

/** The settings of PostgreSQL that figures hang on. */
const SETTINGS = [
	"shared_buffers",
	"work_mem",
	"effective_cache_size",
	"random_page_cost",
	"jit",
	"max_parallel_workers_per_gather",
	"fsync",
	"autovacuum",
];

/** The commit that is measured; with a plus where files differ from it. */
function commit(): string {
	const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8" }).trim();
	try {
		const changed = git("status", "--porcelain", "--untracked-files=no") !== "";
		return `${git("rev-parse", "--short", "HEAD")}${changed ? "+" : ""}`;
	} catch {
		return "unknown";
	}
}

/** Tells where and how a run measures. */
export async function readConditions(
	options: Options,
	args: readonly string[],
): Promise<Conditions> {
	const [processor] = cpus();
	const { rows } = await withClient(options.server, (client) =>
		client.query<{ name: string; value: string }>(
			"SELECT name, current_setting(name) AS value FROM pg_settings WHERE name = ANY($1) UNION ALL SELECT 'version', version()",
			[SETTINGS],
		),
	);
	const values = Object.fromEntries(rows.map(({ name, value }) => [name, value]));
	const { version, ...settings } = values;
	const { connections, poolSize, rounds, seconds, variant } = options;
	return {
		date: new Date().toISOString(),
		command: ["npm run bench --", ...args].join(" "),
		commit: commit(),
		processor: processor?.model ?? "unknown",
		cores: cpus().length,
		memory: totalmem(),
		node: process.version,
		postgresql: version ?? "unknown",
		settings,
		connections,
		poolSize,
		rounds,
		seconds,
		variant,
	};
}
