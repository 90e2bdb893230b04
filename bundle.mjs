// How the server is bundled: by start.mjs and npm run bundle, which keep the bundle in
// src/generated under a digest of the sources, and by the benchmark, which measures the same.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(fileURLToPath(import.meta.url));
const SOURCES = join(ROOT, "src/");
const GENERATED = join(ROOT, "src/generated");
/** By the names that they have in the bundle: the command, and the threads that it starts. */
const ENTRIES = {
	start: join(ROOT, "src/cli/start.ts"),
	worker: join(ROOT, "src/database/embedded/worker.ts"),
	"posting-worker": join(ROOT, "src/database/search/postings/posting-worker.ts"),
};
const BUNDLE = /^start-[0-9a-f]+$/;
const UNFINISHED = /^start-[0-9a-f]+\.\d+$/;
/** In milliseconds; it takes less than a second. */
const LONGEST_BUNDLING = 60 * 60 * 1000;

/**
 * Packages that stay outside the bundle: they read files beside their own, are needed
 * by few starts, or are larger than all the rest.
 */
const OWN_FILES = [
	"@electric-sql/pglite",
	"@graphql-yoga/render-graphiql",
	"@prisma/*",
	"edtf",
	"esbuild",
	"pg",
	"prisma",
	"yaml",
];

/** Where a source finds a thread's script, and where it finds anything else. */
const PLACES = /new URL\("\.\/(worker|posting-worker)\.ts", import\.meta\.url\)|import\.meta\.url/g;

/**
 * Each source keeps its own import.meta.url, by which it finds the files beside it; but
 * a thread's script is the one in the bundle.
 */
const whereSourcesAre = {
	name: "where-sources-are",
	setup(build) {
		build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
			if (!path.startsWith(SOURCES)) return undefined;
			const url = `new URL(${JSON.stringify(relative(join(GENERATED, "bundle"), path))}, import.meta.url).href`;
			const contents = readFileSync(path, "utf8").replaceAll(PLACES, (_place, script) =>
				script === undefined ? url : `new URL("./${script}.mjs", import.meta.url)`,
			);
			return { loader: "ts", contents };
		});
	},
};

/** What esbuild is told, besides the entries and the folder, which must be one in src/generated. */
export const bundleOptions = {
	outExtension: { ".js": ".mjs" },
	bundle: true,
	// What is imported only when it is needed stays in files of its own.
	splitting: true,
	platform: "node",
	format: "esm",
	target: "node20.19",
	external: OWN_FILES,
	// Packages in CommonJS ask for Node's modules by require, which a module does not have.
	banner: {
		js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
	},
	plugins: [whereSourcesAre],
};

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

/** Makes what a start runs, unless it is there already; bundle.d.mts says the same with types. */
export async function ensureBundle() {
	const path = join(GENERATED, `start-${keyOf()}`);
	if (!existsSync(path)) await makeBundle(path);
	return join(path, "start.mjs");
}
