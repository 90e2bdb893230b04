import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { LARGEST_PAGE } from "../drafting/page-text.ts";

/** How standard input is written among the arguments, and what messages call it. */
export const STANDARD_INPUT = "-";
/** The files of a folder that are pages. */
const PAGE_FILE = /\.(?:txt|html?)$/i;
const HTML_FILE = /\.html?$/i;

/** A page to be drafted, not yet read; or why there is none. */
export type Input =
	| { readonly file: string; readonly fault: null }
	| { readonly file: string; readonly fault: string };

/** Whether the name of a file says that it is HTML. */
export function isHtmlFile(file: string): boolean {
	return HTML_FILE.test(file);
}

/** Why a path cannot be read, in words. */
export function describeFailure(error: unknown): string {
	const { code, message } = error as NodeJS.ErrnoException;
	if (code === "ENOENT") return "expected a file or a folder, found nothing; correct the path";
	if (code === "EACCES" || code === "EPERM")
		return "expected a file that may be read, found that it may not; change its permissions";
	return `expected a file that can be read, found ${message ?? String(error)}; give another`;
}

async function pagesIn(folder: string): Promise<Input[]> {
	const entries = await readdir(folder, { withFileTypes: true });
	const named = entries
		.filter((entry) => !entry.name.startsWith("."))
		.map((entry) => ({ entry, name: entry.isDirectory() ? `${entry.name}/` : entry.name }))
		.toSorted((a, b) => (a.name < b.name ? -1 : 1));
	const pages: Input[] = [];
	for (const { entry } of named) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) pages.push(...(await inputsOf(path)));
		else if (PAGE_FILE.test(entry.name)) pages.push({ file: path, fault: null });
	}
	return pages;
}

/**
 * The pages that an argument names: the file itself, standard input, or all the *.txt, *.html
 * and *.htm of a folder and of the folders in it, by their names. Hidden files are no pages.
 */
export async function inputsOf(path: string): Promise<Input[]> {
	if (path === STANDARD_INPUT) return [{ file: path, fault: null }];
	try {
		if (!(await stat(path)).isDirectory()) return [{ file: path, fault: null }];
		return await pagesIn(path);
	} catch (error) {
		return [{ file: path, fault: describeFailure(error) }];
	}
}

/**
 * The bytes of a page. Of what is larger than any page only so much is read as shows it.
 *
 * @throws Error of the file system where it cannot be read
 */
export async function readInput(file: string): Promise<Uint8Array> {
	const stream = file === STANDARD_INPUT ? process.stdin : createReadStream(file);
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of stream) {
		chunks.push(chunk as Uint8Array);
		length += (chunk as Uint8Array).length;
		if (length > LARGEST_PAGE) break;
	}
	return Buffer.concat(chunks);
}
