import { describe, expect, it } from "vitest";
import { z } from "zod";
import { articleFile } from "../../../src/curation/format/article.ts";
import { speakersFile } from "../../../src/curation/format/authorities.ts";
import { parseYaml } from "../../../src/curation/format/yaml.ts";
import { PAGE, article as textOfArticle } from "../fixture.ts";
import { SPEAKERS } from "../fixture-authorities.ts";
import { digest, expectDiagnostics } from "../harness.ts";

const FILE = "articles/coral.yaml";
const ARTICLE = textOfArticle("coral.txt", digest(PAGE));

function expectRefused(text: string, schema: z.ZodType, expected: readonly string[]): void {
	const { source, diagnostics } = parseYaml(FILE, text, schema);
	expectDiagnostics(
		diagnostics,
		expected.map((fault) => `${FILE}:${fault}`),
	);
	expect(source).toBeNull();
	expect(expected).not.toEqual([]);
}

/** The article with a piece of it replaced. */
function changed(piece: string, replacement: string): string {
	if (ARTICLE.split(piece).length !== 2) throw new Error(`the test needs ${piece} once`);
	return ARTICLE.replace(piece, () => replacement);
}

const lineOf = (text: string, piece: string) =>
	text.slice(0, text.indexOf(piece)).split("\n").length;

describe("parseYaml", () => {
	it("gives the value and the way back to its places", () => {
		const { source } = parseYaml(FILE, ARTICLE, articleFile);
		expect(source?.value.statements).toHaveLength(7);
		const line = lineOf(ARTICLE, "cue: واتفق");
		expect(source?.at(["statements", 5, "cue"])).toEqual({ file: FILE, line, column: 10 });
		expect(source?.at(["statements", 5, "speakers", 1, "mention"])).toEqual({
			file: FILE,
			line: lineOf(ARTICLE, "mention: والراوي"),
			column: 18,
		});
	});

	it("gives the nearest surroundings of what does not stand there", () => {
		const { source } = parseYaml(FILE, ARTICLE, articleFile);
		const key = { file: FILE, line: lineOf(ARTICLE, "key: ships-will-return"), column: 5 };
		expect(source?.at(["statements", 5, "occasion"])).toEqual(key);
		expect(source?.at(["statements", 5, "said", "evidence", "document"])).toEqual(key);
		expect(source?.at(["no", "such", "path"])).toEqual({ file: FILE, line: 1, column: 1 });
		expect(source?.at([])).toEqual({ file: FILE, line: 1, column: 1 });
	});

	it("gives the place of a key that has no value", () => {
		const { source } = parseYaml(FILE, "one: 1\ntwo:\n", z.looseObject({}));
		expect(source?.at(["two"])).toMatchObject({ line: 2 });
	});
});

describe("what is no plain YAML", () => {
	it.each([
		["an open list", "a: [\n", "2:1 yaml-syntax Flow sequence"],
		["an open quotation", 'a: "b\n', '2:1 yaml-syntax Missing closing "quote'],
		["bad indentation", "a:\n  b: 1\n c: 2\n", "3:1 yaml-syntax same column"],
		["a key twice", "a: 1\nb: 2\na: 3\n", "3:1 yaml-syntax Map keys must be unique"],
		["a key twice, deeper", "- a: 1\n  a: 1\n", "2:3 yaml-syntax Map keys must be unique"],
		["two documents", "a: 1\n---\nb: 2\n", "2:1 yaml-syntax multiple documents"],
		["an anchor", "a: &x 1\n", "1:7 yaml-syntax plain YAML, found an anchor, an alias or a tag"],
		["a tag", "a: !!str 1\n", "1:10 yaml-syntax plain YAML, found an anchor, an alias or a tag"],
		["an anchor of a list", "a: &x\n  - 1\n", "2:3 yaml-syntax found an anchor"],
	])("refuses %s", (_what, text, expected) => {
		expectRefused(text, z.unknown(), [expected]);
	});

	it("refuses an alias, and the anchor that it means", () => {
		expectRefused("a: &x 1\nb: *x\n", z.unknown(), [
			"1:7 yaml-syntax found an anchor, an alias or a tag; write the value out",
			"2:4 yaml-syntax found an anchor, an alias or a tag",
		]);
	});

	it.each([
		["a bidirectional control", "\\u202E", "U+202E, a bidirectional control character"],
		["a control character", "\\x07", "U+0007, a control character"],
		["the null character", "\\0", "U+0000, a control character"],
		["a carriage return", "\\r", "U+000D, a carriage return"],
		["a byte order mark", "\\uFEFF", "U+FEFF, a byte order mark"],
		["half of a surrogate pair", "\\uD83D", "U+D83D, half of a surrogate pair"],
		["the other half", "\\uDE00", "U+DE00, half of a surrogate pair"],
	])("refuses %s that an escape writes", (_what, written, found) => {
		expectRefused(`- ok\n- "a ${written} b"\n`, z.unknown(), [
			`2:3 yaml-syntax expected text without it, found ${found}`,
		]);
		expectRefused(`one: 1\n"a${written}": 1\n`, z.unknown(), [`2:1 yaml-syntax found ${found}`]);
	});

	it("tells each of the characters, and takes escapes of others", () => {
		expectRefused('a: "\\u200F and \\u0000"\n', z.unknown(), [
			"1:4 yaml-syntax found U+200F",
			"1:4 yaml-syntax found U+0000",
		]);
		const { source } = parseYaml(FILE, 'a: "\\t\\n\\u00A0\\uD83D\\uDE00"\n', z.unknown());
		expect(source?.value).toEqual({ a: "\t\n\u00a0\u{1f600}" });
	});

	it("refuses a tag that nobody knows", () => {
		const { source, diagnostics } = parseYaml(FILE, "a: !thing 1\n", z.unknown());
		expect(source).toBeNull();
		expect(new Set(diagnostics.map(({ rule }) => rule))).toEqual(new Set(["yaml-syntax"]));
	});
});

describe("what has another shape", () => {
	it("refuses an unknown key, at the key", () => {
		const text = changed("publisher: harbour-news", "publischer: harbour-news");
		expectRefused(text, articleFile, ['4:1 shape unknown key "publischer" (at the top)']);
	});

	it("refuses unknown keys of one map together, at the first", () => {
		const text = changed("    cue: واتفق", "    queue: واتفق\n    clue: واتفق");
		expectRefused(text, articleFile, [
			`${lineOf(text, "queue:")}:5 shape unknown key "queue", "clue" (at statements.5)`,
		]);
	});

	it("refuses a map without a key that it must have, at the map", () => {
		expectRefused(changed("document: coral.txt\n", ""), articleFile, [
			"1:1 shape expected string, found nothing: the key is missing (at document)",
		]);
		const text = changed("        mention: والراوي\n        resolution: NAMED\n", "");
		expectRefused(text, articleFile, [
			`${lineOf(text, "speaker: hani-rawi\n\n")}:9 shape expected one of NAMED, EPITHET, PRONOUN, DROPPED_SUBJECT, HEADLINE, found nothing: the key is missing (at statements.5.speakers.1.resolution)`,
		]);
	});

	it("refuses a value of another type", () => {
		expectRefused(changed("publisher: harbour-news", "publisher: 7"), articleFile, [
			"4:12 shape expected string, found 7 (at publisher)",
		]);
		expectRefused(changed("publisher: harbour-news", "publisher:"), articleFile, [
			"4:11 shape expected string, found null (at publisher)",
		]);
		expectRefused("", speakersFile, ["1:1 shape expected array, found null (at the top)"]);
	});

	it("tells how to write a date where it is a number", () => {
		expectRefused(changed("date: 2020-05-04", "date: 2020"), articleFile, [
			'9:9 shape expected a date as text; write a year in quotation marks, such as "2018", found 2020 (at published.date)',
		]);
	});

	it("refuses a value that is not one of those it can be", () => {
		const text = changed("kind: DIRECT", "kind: direct");
		expectRefused(text, articleFile, [
			`${lineOf(text, "kind: direct")}:11 shape expected one of DIRECT, INDIRECT, MIXED, found "direct" (at statements.1.kind)`,
		]);
	});

	it("refuses a value of another form, and says which it should have", () => {
		const slug = changed("publisher: harbour-news", "publisher: Harbour News");
		expectRefused(slug, articleFile, [
			'4:12 shape expected a slug: lower-case Latin letters … found "Harbour News" (at publisher)',
		]);
		const list = changed("- عاد الصيادون\n      - إلى العمل", "[]").replace(
			"content:\n      []",
			"content: []",
		);
		expectRefused(list, articleFile, [
			`${lineOf(list, "content: []")}:14 shape >=1 … (at statements.6.content)`,
		]);
	});

	it.each([
		["exct: حماية", 'unknown key "exct"'],
		["exact: 7", "expected string, found 7"],
		["prefix: حماية", "expected string, found nothing: the key is missing"],
	])("tells the fault of the branch that came nearest: %s", (words, expected) => {
		const text = changed("content: السفن ستعود قريبا", `content:\n      ${words}`);
		const { source, diagnostics } = parseYaml(FILE, text, articleFile);
		expect(source).toBeNull();
		expect(diagnostics.map(({ rule, line }) => `${line} ${rule}`)).toContain(
			`${lineOf(text, words)} shape`,
		);
		expect(diagnostics.map(({ message }) => message).join("\n")).toContain(expected);
	});

	it("tells every fault, in whichever part of the file", () => {
		const text = changed("language: ar", "language: arabic!").replace("kind: MIXED", "kind: BOTH");
		expectRefused(text, articleFile, [
			'3:11 shape expected a BCP 47 language tag … found "arabic!"',
			`${lineOf(text, "kind: BOTH")}:11 shape found "BOTH"`,
		]);
	});

	it("shows the beginning of a long value only", () => {
		const long = "x".repeat(500);
		const { diagnostics } = parseYaml(FILE, changed("harbour-news", `"${long}!"`), articleFile);
		expect(diagnostics).toHaveLength(1);
		expect(diagnostics[0]?.message.length).toBeLessThan(250);
	});

	it("takes the authority file of the fixture", () => {
		expect(parseYaml("authorities/speakers.yaml", SPEAKERS, speakersFile).diagnostics).toEqual([]);
	});
});
