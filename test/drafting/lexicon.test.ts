import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const FOLDER = "src/drafting/lexicon";
const files = readdirSync(FOLDER);

function byCodePoint(a: string, b: string): number {
	return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

describe("the lexicons", () => {
	test("are found, and are text files", () => {
		expect(files.length).toBeGreaterThan(20);
		expect(files.filter((file) => !/^[a-z]+(?:-[a-z]+)*\.txt$/.test(file))).toEqual([]);
	});

	test.each(files)("%s says what it holds, is sorted and has no row twice", (file) => {
		const text = readFileSync(`${FOLDER}/${file}`, "utf8");
		expect(text, "a part not in NFC").toBe(text.normalize("NFC"));
		expect(text, "no line feed at the end").toMatch(/[^\n]\n$/);
		const lines = text.slice(0, -1).split("\n");
		expect(lines[0]).toMatch(/^# /);
		expect(lines.filter((line) => line !== line.trim())).toEqual([]);
		const rows = lines.slice(lines.findIndex((line) => !line.startsWith("#")));
		// Comments stand before the rows: one among them would be sorted away.
		expect(rows.filter((row) => row === "" || row.startsWith("#"))).toEqual([]);
		expect(rows).toEqual([...new Set(rows)].toSorted(byCodePoint));
	});
});
