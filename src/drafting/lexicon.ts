import { readFileSync } from "node:fs";
import { fold } from "../text/fold.ts";

/**
 * Reads a lexicon: a text file of `lexicon/`, an entry a line. Columns are parted by tabs;
 * lines that begin with `#` explain, and count as nothing.
 *
 * @param name the file's name without `.txt`
 * @returns the entries in the order of the file, each with its columns
 * @throws Error where there is no such file
 */
export function readLexicon(name: string): string[][] {
	const file = new URL(`./lexicon/${name}.txt`, import.meta.url);
	return readFileSync(file, "utf8")
		.split("\n")
		.filter((line) => line.trim() !== "" && !line.startsWith("#"))
		.map((line) => line.split("\t").map((column) => column.trim()));
}

/** The first column of a lexicon, folded, for looking words up in. */
export function readWords(name: string): ReadonlySet<string> {
	return new Set(readLexicon(name).map(([word = ""]) => fold(word)));
}
