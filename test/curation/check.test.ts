import { describe, expect, it } from "vitest";
import { check } from "../../src/curation/check.ts";
import { rules } from "../../src/curation/rules/index.ts";
import type { SeedFiles } from "../../src/curation/seed-files.ts";
import {
	ARTICLE,
	addPlain,
	at,
	change,
	DOCUMENT,
	expectFaults,
	expectValid,
	inDocument,
	LOCATIONS_FILE,
	OCCASIONS_FILE,
	PUBLISHERS_FILE,
	remove,
	SPEAKERS_FILE,
	seed,
} from "./harness.ts";

/** The files in other orders: backwards, and each one moved to the end. */
function orders(files: SeedFiles): SeedFiles[] {
	const entries = [...files];
	const turned = entries.map((_, index) => [...entries.slice(index), ...entries.slice(0, index)]);
	return [entries.toReversed(), ...turned].map((order) => new Map(order));
}

/** One fault or more for each of several rules, over several files. */
function manyFaults(): SeedFiles {
	let files = change(seed(), ARTICLE, "publisher: harbour-news", "publisher: nobody");
	files = change(files, ARTICLE, "cue: واتفق", "cue: وافترق");
	files = change(files, ARTICLE, "    parent: najjar-told-rawi\n", "");
	files = change(files, SPEAKERS_FILE, "Q1002", "Q1001");
	files = change(files, LOCATIONS_FILE, "parent: harbour-land", "parent: marsa");
	return change(files, OCCASIONS_FILE, "date: 2020-05-02", "date: 2020-05-40");
}

describe("check", () => {
	it("tells all faults at once, by file and place", () => {
		const files = manyFaults();
		expectFaults(files, [
			`${at(files, ARTICLE, "nobody")} known-slug nobody`,
			`${at(files, ARTICLE, "port-opens-tomorrow")} parent-contains najjar-told-rawi`,
			`${at(files, ARTICLE, "وافترق")} words-stand-once وافترق`,
			`${LOCATIONS_FILE}:29:11 location-tree marsa in marsa`,
			`${at(files, OCCASIONS_FILE, "2020-05-40")} dates-fit 2020-05-40`,
			`${at(files, SPEAKERS_FILE, "Wave Agency\n  wikidataId: Q1001", "Q1001")} unique-identifier Q1001`,
		]);
	});

	it("tells the same faults for the same files in any order", () => {
		const expected = check(manyFaults()).diagnostics;
		for (const files of orders(manyFaults())) expect(check(files).diagnostics).toEqual(expected);
	});

	it("makes the same corpus of the same files in any order", () => {
		const files = addPlain();
		const expected = expectValid(files);
		for (const order of orders(files)) expect(expectValid(order)).toEqual(expected);
		expect(JSON.stringify(expectValid(new Map([...files].toReversed())))).toBe(
			JSON.stringify(expected),
		);
	});

	it("gives a version of sixteen hexadecimal digits", () => {
		expect(expectValid(seed()).version).toMatch(/^[0-9a-f]{16}$/);
	});

	it.each<[string, SeedFiles]>([
		["the document", inDocument("القائمة الرئيسية", "القائمة  الرئيسية")],
		["the article", change(seed(), ARTICLE, "cue: واتفق\n", "cue: واتفق النجار\n")],
		["its review", change(seed(), ARTICLE, "CURATED", "DRAFT")],
		["a speaker", change(seed(), SPEAKERS_FILE, "Hani al-Rawi", "Hany al-Rawi")],
		["an office", change(seed(), SPEAKERS_FILE, "to: 2022-01-01", "to: 2022-01-02")],
		["a place", change(seed(), LOCATIONS_FILE, "latitude: 35.5", "latitude: 35.6")],
		["a publisher", change(seed(), PUBLISHERS_FILE, "Harbour News", "The Harbour News")],
		["an occasion", change(seed(), OCCASIONS_FILE, "2020-05-02", "2020-05-01")],
		["one article more", addPlain()],
	])("gives another version for another %s", (_what, files) => {
		expect(expectValid(files).version).not.toBe(expectValid(seed()).version);
	});

	it("gives the same version for another comment", () => {
		const commented = change(seed(), ARTICLE, "language: ar\n", "# Arabic\nlanguage: ar\n");
		expect(expectValid(commented).version).toBe(expectValid(seed()).version);
	});

	it("leaves every other article as it was when one is added or removed", () => {
		const both = expectValid(addPlain());
		const one = expectValid(
			remove(remove(addPlain(), "articles/plain.yaml"), "documents/plain.txt"),
		);
		expect(both.articles.map(({ slug }) => slug)).toEqual(["coral", "plain"]);
		expect(one.articles).toEqual(both.articles.filter(({ slug }) => slug === "coral"));
		expect(one.speakers).toEqual(both.speakers);
		expect(one.version).toBe(expectValid(seed()).version);
	});

	it("asks for everything of an empty folder", () => {
		expectFaults(new Map(), [
			"articles:1:1 file-present at least one article, found none",
			...[LOCATIONS_FILE, OCCASIONS_FILE, PUBLISHERS_FILE, SPEAKERS_FILE].map(
				(file) => `${file}:1:1 file-present found none`,
			),
		]);
	});

	it("refuses an article whose document is not there, and nothing else", () => {
		expectFaults(remove(seed(), DOCUMENT), [
			`${at(seed(), ARTICLE, "document: coral.txt", "coral.txt")} document-present found "coral.txt"`,
		]);
	});
});

describe("the registry of rules", () => {
	it("has each rule once, in the order of the names", () => {
		const names = rules.map(({ name }) => name);
		expect(names).toEqual([...new Set(names)].toSorted());
		expect(names.length).toBeGreaterThan(15);
	});
});
