import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { HELP, readOptions } from "./options.ts";

/** npm runs this in the benchmark's own folder; a path of the user is one of the project's. */
const PROJECT = fileURLToPath(new URL("..", import.meta.url));

const started = performance.now();

/** Shows what is done now, and since when. */
function note(line: string): void {
	const seconds = Math.round((performance.now() - started) / 1000);
	console.error(`${String(seconds).padStart(5)} s  ${line}`);
}

async function main(args: readonly string[]): Promise<void> {
	const options = readOptions(args, process.env);
	if (options === null) {
		console.log(HELP);
		return;
	}
	// Only now, as --help needs none of it.
	const { readConditions } = await import("./conditions.ts");
	const { runBenchmark } = await import("./run.ts");
	const { writeReport } = await import("./report/write.ts");
	const conditions = await readConditions(options, args);
	const measured = await runBenchmark(options, note);
	const path = await writeReport(resolve(PROJECT, options.output), { conditions, ...measured });
	note(`written to ${path}`);
}

// Ended by a signal, a process tells nobody, and the contenders would go on without it.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
});
