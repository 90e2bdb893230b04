import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMap, isSeq, parseDocument } from "yaml";
import { printCanonical } from "../../../src/curation/format/print.ts";
import { type FileSchema, fileSchemas, schemaOf } from "../../../src/curation/format/schemas.ts";
import { readSeedFiles } from "../../../src/curation/seed-files.ts";
import {
	ARTICLE,
	LOCATIONS_FILE,
	OCCASIONS_FILE,
	SPEAKERS_FILE,
	seed,
	textOfFile,
} from "../harness.ts";

const real = await readSeedFiles("seed");
const curated = [...real.keys()].filter((file) => schemaOf(file) !== null);

function schema(file: string): FileSchema {
	const found = schemaOf(file);
	if (found === null) throw new Error(`${file} has no schema`);
	return found;
}

/** The same data in another order of keys, in another style, without comments. */
function scramble(text: string, seedOfOrder: number): string {
	const [order] = fc.sample(fc.infiniteStream(fc.nat()), { seed: seedOfOrder, numRuns: 1 });
	const next = () => Number(order?.next().value);
	const document = parseDocument(text);
	const turn = (node: unknown): void => {
		if (isMap(node)) {
			node.flow = next() % 3 === 0;
			const keys = node.items.map((item) => ({ item, rank: next() }));
			node.items = keys.toSorted((a, b) => a.rank - b.rank).map(({ item }) => item);
			for (const { value } of node.items) turn(value);
		}
		if (isSeq(node)) for (const item of node.items) turn(item);
	};
	turn(document.contents);
	if (isSeq(document.contents)) document.contents.items.reverse();
	document.commentBefore = null;
	return document.toString({ defaultStringType: "QUOTE_DOUBLE", indent: 4, lineWidth: 40 });
}

const withoutComments = (text: string) => text.replace(/^ *#.*\n/gm, "");

describe("printCanonical, of the files of the seed folder", () => {
	it("finds them all", () => {
		expect(curated.length).toBeGreaterThanOrEqual(10);
	});

	it.each(curated)("changes nothing in %s", (file) => {
		const text = textOfFile(real, file);
		expect(printCanonical(text, schema(file))).toBe(text);
	});

	it.each(curated)("brings %s back from any order and style", (file) => {
		const text = withoutComments(textOfFile(real, file));
		for (const order of [1, 2, 3]) {
			const scrambled = scramble(text, order);
			expect(scrambled).not.toBe(text);
			expect(printCanonical(scrambled, schema(file))).toBe(text);
		}
	});

	it.each([ARTICLE, SPEAKERS_FILE, LOCATIONS_FILE, OCCASIONS_FILE])(
		"does the same to %s of the fixture",
		(file) => {
			const text = textOfFile(seed(), file);
			expect(printCanonical(scramble(text, 4), schema(file))).toBe(text);
		},
	);
});

describe("printCanonical", () => {
	const speakers = (text: string) => printCanonical(text, fileSchemas.speakers);
	const article = (text: string) => printCanonical(text, fileSchemas.article);

	it("sorts keys by the schema, the unknown last by name", () => {
		expect(article("zebra: 1\nlanguage: ar\napple: 1\ndocument: a.txt\n")).toBe(
			"document: a.txt\nlanguage: ar\napple: 1\nzebra: 1\n",
		);
	});

	it("sorts keys inside of what can have two shapes", () => {
		expect(article("statements:\n  - content: {suffix: b, exact: a}\n    key: k\n")).toBe(
			"statements:\n  - key: k\n    content:\n      exact: a\n      suffix: b\n",
		);
		expect(article("statements:\n  - content:\n      - {suffix: b, exact: a}\n")).toBe(
			"statements:\n  - content:\n      - exact: a\n        suffix: b\n",
		);
	});

	it("sorts languages by name after Arabic and English", () => {
		expect(
			speakers("- names:\n    ru: {alias: [x], official: y}\n    fr: {}\n    en: {}\n    ar: {}\n"),
		).toBe(
			"- names:\n    ar: {}\n    en: {}\n    fr: {}\n    ru:\n      official: y\n      alias:\n        - x\n",
		);
	});

	it("sorts the entries of an authority file, and no other list", () => {
		expect(speakers("- slug: b\n- slug: a\n")).toBe("- slug: a\n\n- slug: b\n");
		expect(article("statements:\n  - key: b\n  - key: a\n")).toBe(
			"statements:\n  - key: b\n\n  - key: a\n",
		);
	});

	it("parts entries that have a name by a blank line, and others not", () => {
		expect(article("segments:\n  - kind: BODY\n\n  - kind: CHROME\n")).toBe(
			"segments:\n  - kind: BODY\n  - kind: CHROME\n",
		);
	});

	it("writes the plainest style that can hold a value", () => {
		const text = `document: "plain"\nsha256: '12'\npublisher: "a: b"\nlanguage: 'say "a: b"'\n`;
		expect(article(text)).toBe(
			`document: plain\nsha256: "12"\nlanguage: 'say "a: b"'\npublisher: "a: b"\n`,
		);
		expect(article('"document": "plain"\n')).toBe("document: plain\n");
	});

	it("keeps a block of several lines, and never folds a long line", () => {
		const block = "document: |\n  one\n  two\n";
		expect(article(block)).toBe(block);
		const long = `document: ${"word ".repeat(60)}end\n`;
		expect(article(long)).toBe(long);
	});

	it("keeps empty lists and maps on their line", () => {
		expect(article("statements: [ ]\ndocument: { }\n")).toBe("document: {}\nstatements: []\n");
		expect(speakers("[]\n")).toBe("[]\n");
	});

	it("keeps comments with what they stand at", () => {
		const text =
			"# of b\n- slug: b # after b\n\n# of a\n- slug: a\n  # of its kind\n  kind: STATE\n# end\n";
		const printed = speakers(text);
		expect(printed).toBe(
			"# of a\n- slug: a\n  # of its kind\n  kind: STATE\n\n# of b\n- slug: b # after b\n\n# end\n",
		);
		expect(speakers(printed)).toBe(printed);
	});

	it("keeps the line that names the schema first", () => {
		const modeline = "# yaml-language-server: $schema=../schemas/speakers.schema.json\n";
		expect(speakers(`${modeline}- slug: b\n- slug: a\n`)).toBe(
			`${modeline}- slug: a\n\n- slug: b\n`,
		);
		expect(article(`${modeline}language: ar\ndocument: a.txt\n`)).toBe(
			`${modeline}document: a.txt\nlanguage: ar\n`,
		);
		expect(speakers(`${modeline}[]\n`)).toBe(`${modeline}[]\n`);
	});

	it("throws for text that is no YAML, with the line", () => {
		expect(() => article("document: [\n")).toThrow("line 2");
		expect(() => article("# yaml-language-server: x\ndocument: [\n")).toThrow("line 3");
	});

	it("is its own canonical form, whatever it is of", () => {
		const word = fc.constantFrom(
			"a",
			"b: c",
			"'q'",
			'"q"',
			"# no",
			"نص «نص»",
			"7",
			"null",
			" x ",
			"x\ny\n",
		);
		const entry = fc.record({
			slug: fc.constantFrom("a", "b", "c", "d"),
			kind: word,
			names: fc.dictionary(
				fc.constantFrom("ar", "en", "fr"),
				fc.record({ official: word, alias: fc.array(word) }),
			),
		});
		fc.assert(
			fc.property(fc.uniqueArray(entry, { selector: ({ slug }) => slug }), (entries) => {
				const printed = speakers(JSON.stringify(entries));
				expect(speakers(printed)).toBe(printed);
				const sorted = entries.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
				expect(parseDocument(printed).toJS()).toEqual(sorted);
			}),
		);
	});
});
