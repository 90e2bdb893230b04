import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { bundleOptions } from "../../bundle.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const GENERATED = join(ROOT, "src/generated");
const ENTRY = fileURLToPath(new URL("ours.ts", import.meta.url));

function keyOf(): string {
	const hash = createHash("sha256");
	const sources = ["src", "bench/contenders"]
		.flatMap((folder) =>
			readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) =>
				join(folder, file),
			),
		)
		.filter((file) => file.endsWith(".ts") && !file.startsWith(join("src", "generated")));
	for (const file of [...sources, "bundle.mjs", "package-lock.json"].toSorted())
		hash.update(file).update(readFileSync(join(ROOT, file)));
	return hash.digest("hex").slice(0, 16);
}

/**
 * Bundles Aqwal's server as `npm start` does, so that a start takes what it takes there.
 *
 * @returns the file to run
 */
export async function bundleOurs(): Promise<string> {
	const folder = join(GENERATED, `bench-${keyOf()}`);
	const file = join(folder, "ours.mjs");
	if (existsSync(file)) return file;
	const unfinished = `${folder}.${process.pid}`;
	await build({ ...bundleOptions, entryPoints: [ENTRY], outdir: unfinished });
	renameSync(unfinished, dirname(file));
	return file;
}
