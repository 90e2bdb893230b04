// How the server is bundled: by start.mjs, and by the benchmark, which measures the same.
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(fileURLToPath(import.meta.url));
const SOURCES = join(ROOT, "src/");
const GENERATED = join(ROOT, "src/generated");

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

/** Where a source finds the thread's script, and where it finds anything else. */
const PLACES = /new URL\("\.\/(worker)\.ts", import\.meta\.url\)|import\.meta\.url/g;

/**
 * Each source keeps its own import.meta.url, by which it finds the files beside it; but
 * the thread's script is the one in the bundle.
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
