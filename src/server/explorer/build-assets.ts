import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, extname } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

/** A file as browsers get it. */
export interface Asset {
	readonly bytes: Uint8Array<ArrayBuffer>;
	/** Compressed by Brotli; null where that saves nothing. */
	readonly compressed: Uint8Array<ArrayBuffer> | null;
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
const compress = promisify(brotliCompress);

async function assetOf(name: string, bytes: Uint8Array, isForGood: boolean): Promise<Asset> {
	const ending = extname(name);
	const compressed = DENSE.has(ending)
		? null
		: new Uint8Array(
				await compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }),
			);
	const contentType = CONTENT_TYPES[ending] ?? "application/octet-stream";
	return { bytes: new Uint8Array(bytes), compressed, contentType, isForGood };
}

function pathOf(files: ReadonlyMap<string, Asset>, ending: string): string {
	const found = [...files.keys()].find((path) => path.endsWith(ending));
	if (found === undefined) throw new Error(`expected a file ${ending} of the explorer, found none`);
	return found;
}

/**
 * Makes the explorer's page and files from its sources, in memory: nothing is written, and no
 * step comes before a start.
 *
 * @throws what esbuild says of a source that it cannot read
 */
export async function buildAssets(): Promise<ExplorerAssets> {
	const { build } = await import("esbuild");
	const { outputFiles } = await build({
		entryPoints: [
			fileURLToPath(new URL("main.tsx", SOURCES)),
			fileURLToPath(new URL("styles.css", SOURCES)),
		],
		outdir: "assets",
		entryNames: "[name]-[hash]",
		assetNames: "[name]-[hash]",
		publicPath: ASSET_FOLDER,
		loader: { ".woff2": "file" },
		bundle: true,
		minify: true,
		write: false,
		format: "esm",
		target: ["es2022", "chrome116", "firefox124", "safari17.4"],
		jsx: "automatic",
		jsxImportSource: "preact",
		charset: "utf8",
	});
	const made = await Promise.all(
		outputFiles.map(async ({ path, contents }) => {
			const name = basename(path);
			return [`${ASSET_FOLDER}/${name}`, await assetOf(name, contents, true)] as const;
		}),
	);
	const atlas = createRequire(import.meta.url).resolve("world-atlas/countries-110m.json");
	const world = await assetOf("world.json", await readFile(atlas), false);
	const files = new Map([...made, [`${ASSET_FOLDER}/world.json`, world] as const]);
	const template = await readFile(new URL("index.html", SOURCES), "utf8");
	const html = template
		.replace("{styles}", pathOf(files, ".css"))
		.replace("{script}", pathOf(files, ".js"));
	return { page: await assetOf("index.html", Buffer.from(html), false), files };
}
