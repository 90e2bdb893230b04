// Runs src/cli/start.ts bundled into a few files: node start.mjs [--help]
//
// Transforming and resolving two hundred modules is most of what a start would take,
// so the bundle is kept in src/generated under a digest of the sources, and made again
// when they change. Every other command runs the sources themselves, by run.mjs.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundleOptions } from "./bundle.mjs";

const ROOT = dirname(fileURLToPath(import.meta.url));
const GENERATED = join(ROOT, "src/generated");
/** By the names that they have in the bundle: the command, and the thread that it starts. */
const ENTRIES = {
	start: join(ROOT, "src/cli/start.ts"),
	worker: join(ROOT, "src/database/embedded/worker.ts"),
};
const BUNDLE = /^start-[0-9a-f]+$/;
const UNFINISHED = /^start-[0-9a-f]+\.\d+$/;
/** In milliseconds; it takes less than a second. */
const LONGEST_BUNDLING = 60 * 60 * 1000;

/** A digest of all that the bundle is made of, but for what is generated from it. */
function keyOf() {
	const sources = readdirSync(join(ROOT, "src"), { recursive: true })
		.filter((file) => file.endsWith(".ts") && !file.startsWith("generated"))
		.map((file) => join("src", file));
	const others = ["bundle.mjs", "package-lock.json", "prisma/schema.prisma", "start.mjs"];
	const hash = createHash("sha256");
	for (const file of [...sources, ...others].toSorted())
		hash.update(file).update(readFileSync(join(ROOT, file)));
	return hash.digest("hex").slice(0, 16);
}

/** Whether it is of a process that was killed while it bundled. */
function isLeftBehind(name) {
	const { mtimeMs } = statSync(join(GENERATED, name), { throwIfNoEntry: false }) ?? {};
	return UNFINISHED.test(name) && Date.now() - mtimeMs > LONGEST_BUNDLING;
}

async function makeBundle(path) {
	const generate = ["--import", "./run.mjs", "src/cli/generate.ts"];
	const { status } = spawnSync(process.execPath, generate, { cwd: ROOT, stdio: "inherit" });
	if (status !== 0) process.exit(status ?? 1);
	const { build } = await import("esbuild");
	const unfinished = `${path}.${process.pid}`;
	await build({
		...bundleOptions,
		entryPoints: ENTRIES,
		outdir: unfinished,
	});
	for (const name of readdirSync(GENERATED))
		if ((BUNDLE.test(name) && join(GENERATED, name) !== path) || isLeftBehind(name))
			rmSync(join(GENERATED, name), { recursive: true, force: true });
	try {
		renameSync(unfinished, path);
	} catch (error) {
		// Another process that began at the same time has made the same.
		if (!existsSync(path)) throw error;
		rmSync(unfinished, { recursive: true, force: true });
	}
}

const bundle = join(GENERATED, `start-${keyOf()}`);
if (!existsSync(bundle)) await makeBundle(bundle);
await import(pathToFileURL(join(bundle, "start.mjs")).href);
