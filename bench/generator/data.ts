import { readFileSync } from "node:fs";

/** The rows of a data file: a line each, with tabs between the fields. */
export function readData(name: string): readonly (readonly string[])[] {
	return readFileSync(new URL(`lists/${name}.txt`, import.meta.url), "utf8")
		.split("\n")
		.filter((line) => line !== "")
		.map((line) => line.split("\t"));
}

/** One field of a row of a data file. */
export function field(row: readonly string[], index: number): string {
	const value = row[index];
	if (value === undefined)
		throw new Error(`expected at least ${index + 1} fields, found: ${row.join(" | ")}`);
	return value;
}

/** The folder's own words, the most frequent first. */
export const WORDS: readonly string[] = readData("words").map((row) => field(row, 0));
