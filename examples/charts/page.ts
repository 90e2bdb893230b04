import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HERE = new URL("./", import.meta.url);

function fileNamed(name: string): string {
	return fileURLToPath(new URL(name, HERE));
}

/** The packages that files stand in, as esbuild names the files. */
function packagesIn(files: readonly string[]): string[] {
	const folders = files.flatMap(
		(file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [],
	);
	return [...new Set(folders)].toSorted();
}

/** What the licences of the packages want to be kept with what is made of them. */
async function noticesOf(packages: readonly string[]): Promise<string> {
	const notices = packages.map(async (folder) => {
		const { name, version } = JSON.parse(await readFile(`${folder}/package.json`, "utf8")) as {
			readonly name: string;
			readonly version: string;
		};
		return `${name} ${version}\n\n${await readFile(`${folder}/LICENSE`, "utf8")}`;
	});
	return (await Promise.all(notices)).join("\n\n");
}

/**
 * What browsers are told of the page: only its own script runs, nothing makes code of text, and
 * nothing is loaded; it asks the server that somebody names, wherever that is. Observable Plot
 * puts its styles into each chart.
 */
function policyFor(script: string): string {
	const digest = createHash("sha256").update(script, "utf8").digest("base64");
	return [
		"default-src 'none'",
		`script-src 'sha256-${digest}'`,
		"style-src 'unsafe-inline'",
		"img-src data:",
		"connect-src http: https:",
		"base-uri 'none'",
		"form-action 'none'",
	].join("; ");
}

/** @throws Error where the template does not have what is to be replaced */
function replaced(template: string, parts: Readonly<Record<string, string>>): string {
	return Object.entries(parts).reduce((page, [place, part]) => {
		if (!page.includes(place)) throw new Error(`expected ${place} in index.html, found none`);
		// A function, as a script has signs in it that a replacement would take for its own.
		return page.replace(place, () => part);
	}, template);
}

/**
 * Makes the page with all that it needs in it: one file, which loads nothing.
 *
 * @throws what esbuild says of a source that it cannot read
 */
export async function makePage(): Promise<string> {
	const { outputFiles, metafile } = await build({
		entryPoints: [fileNamed("main.tsx"), fileNamed("styles.css")],
		outdir: "charts",
		bundle: true,
		minify: true,
		write: false,
		metafile: true,
		format: "iife",
		target: ["es2022", "chrome120", "firefox124", "safari17.4"],
		jsx: "automatic",
		jsxImportSource: "preact",
		charset: "utf8",
		legalComments: "none",
	});
	const textOf = (ending: string) =>
		outputFiles.find(({ path }) => path.endsWith(ending))?.text.trim() ?? "";
	const [script, styles] = [textOf(".js"), textOf(".css")];
	const used = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
	const notices = (await noticesOf(packagesIn(used))).replaceAll("--", "- -");
	const template = await readFile(fileNamed("index.html"), "utf8");
	const page = replaced(template, {
		'<link rel="stylesheet" href="styles.css" />': `<style>${styles}</style>`,
		'<script src="main.tsx"></script>': `<script>${script}</script>`,
		'<meta charset="utf-8" />': `<meta charset="utf-8" />\n\t\t<meta http-equiv="Content-Security-Policy" content="${policyFor(script)}" />`,
	});
	return `${page}<!--\nMade by npm run charts. In it are parts of:\n\n${notices}\n-->\n`;
}
