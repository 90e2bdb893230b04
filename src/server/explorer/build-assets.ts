import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, extname } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { BuildOptions } from "esbuild";
import type { Built } from "../../explorer/built.ts";
import { EXPLORER_IDS } from "./explorer-operations.ts";

/**
 * How files are compressed, the best first. Browsers take Brotli over HTTPS and from this machine,
 * and over plain HTTP nothing but gzip.
 */
export const ENCODINGS = ["br", "gzip"] as const;

/** A file as browsers get it. */
export interface Asset {
	readonly bytes: Uint8Array<ArrayBuffer>;
	/** Compressed in each way; null where that saves nothing. */
	readonly compressed: Readonly<Record<(typeof ENCODINGS)[number], Uint8Array<ArrayBuffer>>> | null;
	readonly contentType: string;
	/** Whether its name changes with its content, so that browsers can keep it for good. */
	readonly isForGood: boolean;
}

/** All that the explorer is made of. */
export interface ExplorerAssets {
	readonly page: Asset;
	/** By their paths. */
	readonly files: ReadonlyMap<string, Asset>;
}

/** Where the explorer's files are. */
export const ASSET_FOLDER = "/assets";
const SOURCES = new URL("../../explorer/", import.meta.url);
const CONTENT_TYPES: Readonly<Record<string, string>> = {
	".js": "text/javascript; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".json": "application/json; charset=utf-8",
	".woff2": "font/woff2",
	".html": "text/html; charset=utf-8",
};
/** Compressed as they are. */
const DENSE = new Set([".woff2"]);
/** Good enough, in some ten milliseconds a file. */
const QUALITY = 6;
const [asBrotli, asGzip] = [promisify(brotliCompress), promisify(gzip)];

async function assetOf(name: string, bytes: Uint8Array, isForGood: boolean): Promise<Asset> {
	const ending = extname(name);
	const compressed = DENSE.has(ending)
		? null
		: {
				br: new Uint8Array(
					await asBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }),
				),
				gzip: new Uint8Array(await asGzip(bytes)),
			};
	const contentType = CONTENT_TYPES[ending] ?? "application/octet-stream";
	return { bytes: new Uint8Array(bytes), compressed, contentType, isForGood };
}

function pathOf(files: ReadonlyMap<string, Asset>, name: string, ending: string): string {
	const found = [...files.keys()].find(
		(path) => path.startsWith(`${ASSET_FOLDER}/${name}-`) && path.endsWith(ending),
	);
	if (found === undefined)
		throw new Error(`expected a file ${name}-….${ending} of the explorer, found none`);
	return found;
}

function optionsFor(sources: readonly string[]): BuildOptions & { write: false } {
	return {
		entryPoints: sources.map((source) => fileURLToPath(new URL(source, SOURCES))),
		outdir: "assets",
		entryNames: "[name]-[hash]",
		assetNames: "[name]-[hash]",
		publicPath: ASSET_FOLDER,
		loader: { ".woff2": "file" },
		bundle: true,
		minify: true,
		write: false,
		target: ["es2022", "chrome116", "firefox124", "safari17.4"],
		jsx: "automatic",
		jsxImportSource: "preact",
		charset: "utf8",
	};
}

/** The outlines of all countries, and their path. */
async function worldOf(): Promise<[string, Asset]> {
	const atlas = createRequire(import.meta.url).resolve("world-atlas/countries-110m.json");
	const outlines = await readFile(atlas);
	const digest = hash("sha256", outlines, "hex").slice(0, 8);
	return [`${ASSET_FOLDER}/world-${digest}.json`, await assetOf("world.json", outlines, true)];
}

/**
 * Makes the explorer's page and files from its sources, in memory: nothing is written, and no
 * step comes before a start.
 *
 * @param asksById whether the page sends the ids of its operations (EXPLORER_IDS) instead of their texts
 * @throws what esbuild says of a source that it cannot read
 */
export async function buildAssets(asksById: boolean): Promise<ExplorerAssets> {
	const { build } = await import("esbuild");
	const world = await worldOf();
	const built: Built = { operationIds: asksById ? EXPLORER_IDS : null, worldPath: world[0] };
	const results = await Promise.all([
		build({
			...optionsFor(["main.tsx", "styles.css"]),
			format: "esm",
			define: { BUILT: JSON.stringify(built) },
		}),
		build({ ...optionsFor(["first.ts"]), format: "iife" }),
	]);
	const made = await Promise.all(
		results
			.flatMap(({ outputFiles }) => outputFiles)
			.map(async ({ path, contents }) => {
				const name = basename(path);
				return [`${ASSET_FOLDER}/${name}`, await assetOf(name, contents, true)] as const;
			}),
	);
	const files = new Map([...made, world]);
	const template = await readFile(new URL("index.html", SOURCES), "utf8");
	const html = template
		.replace("{first}", pathOf(files, "first", ".js"))
		.replace("{styles}", pathOf(files, "styles", ".css"))
		.replace("{script}", pathOf(files, "main", ".js"));
	return { page: await assetOf("index.html", Buffer.from(html), false), files };
}
