import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { rules } from "../../src/curation/rules/index.ts";
import {
	ARTICLE,
	addPlain,
	at,
	change,
	DOCUMENT,
	digest,
	expectFaults,
	expectValid,
	inArticle,
	inDocument,
	LOCATIONS_FILE,
	OCCASIONS_FILE,
	onlyArticle,
	PUBLISHERS_FILE,
	put,
	remove,
	SPEAKERS_FILE,
	seed,
	textOfFile,
} from "./harness.ts";

const namesIn = async (folder: string, ending: string) =>
	(await readdir(folder))
		.filter((name) => name.endsWith(ending))
		.map((name) => name.slice(0, -ending.length))
		.toSorted();

describe("reading the seed folder", () => {
	it("has a file and a test for each rule", async () => {
		const names = rules.map(({ name }) => name);
		const files = await namesIn("src/curation/rules", ".ts");
		expect(files.filter((name) => name !== "index")).toEqual(names);
		expect(await namesIn("test/curation/rules", ".test.ts")).toEqual(names);
	});

	it.each([SPEAKERS_FILE, LOCATIONS_FILE, PUBLISHERS_FILE, OCCASIONS_FILE])(
		"asks for %s",
		(file) => {
			expectFaults(remove(seed(), file), [
				`${file}:1:1 file-present this file, found none; an authority file without entries holds []`,
			]);
		},
	);

	it("takes an authority file without entries", () => {
		const files = inArticle("publisher: harbour-news\n", "");
		expect(expectValid(put(files, PUBLISHERS_FILE, "[]\n")).publishers).toEqual([]);
	});

	it("asks for at least one article", () => {
		const files = remove(seed(), ARTICLE);
		expectFaults(files, [
			"articles:1:1 file-present at least one article",
			`${DOCUMENT}:1:1 documents-annotated found none`,
		]);
	});

	it("names the nearest document where one is missing", () => {
		const files = inArticle("document: coral.txt", "document: corals.txt");
		expectFaults(files, [
			`${at(files, ARTICLE, "corals.txt")} document-present the name of a file in documents, found "corals.txt"; did you mean coral.txt`,
			`${DOCUMENT}:1:1 documents-annotated found none`,
		]);
	});

	it("refuses an altered document, with both digests", () => {
		const altered = textOfFile(seed(), DOCUMENT).replace("القائمة", "القائمةَ");
		const files = put(seed(), DOCUMENT, altered);
		const before = digest(textOfFile(seed(), DOCUMENT));
		const page = "  - kind: CHROME\n    from: ";
		const followed = change(files, ARTICLE, `${page}القائمة`, `${page}القائمةَ`);
		expectFaults(followed, [
			`${at(followed, ARTICLE, before)} document-unchanged documents/coral.txt with the digest ${before}, found ${digest(altered)}`,
		]);
	});

	it("counts the digest of the bytes, not of the text", () => {
		const text = textOfFile(seed(), DOCUMENT).normalize("NFD");
		expect(text).not.toBe(textOfFile(seed(), DOCUMENT));
		const before = digest(textOfFile(seed(), DOCUMENT));
		const files = change(put(seed(), DOCUMENT, text), ARTICLE, before, digest(text));
		const corpus = expectValid(files);
		expect(corpus.documents[0]?.sha256).toBe(digest(text));
		expect(corpus.documents[0]?.text).toBe(text.normalize("NFC"));
		expect(onlyArticle(corpus)).toEqual(onlyArticle(expectValid(seed())));
	});

	it.each([
		"articles/notes.txt",
		"articles/more/coral.yaml",
		"articles/coral.yml",
		"documents/page.html",
		"documents/more/page.txt",
		"authorities/people.yaml",
		"authorities/speakers.yml",
	])("refuses a file of no kind: %s", (file) => {
		expectFaults(put(seed(), file, "x"), [
			`${file}:1:1 file-name documents/<name>.txt, articles/<slug>.yaml or authorities/ … found a file that is none of them`,
		]);
	});

	it("refuses the file name of an article that is no slug", () => {
		const text = textOfFile(seed(), ARTICLE);
		const files = put(remove(seed(), ARTICLE), "articles/The_Coral.yaml", text);
		expectFaults(files, [
			'articles/The_Coral.yaml:1:1 file-name a file name that is a slug … found "The_Coral"',
		]);
	});

	it("tells of a document that cannot be decoded there, and not in its article", () => {
		const files = inDocument("القائمة", "\u200fالقائمة");
		expectFaults(files, [`${DOCUMENT}:1:1 encoding U+200F`]);
	});

	it("tells of an article that cannot be decoded", () => {
		const files = put(seed(), ARTICLE, `\ufeff${textOfFile(seed(), ARTICLE)}`);
		expectFaults(files, [`${ARTICLE}:1:1 encoding U+FEFF, a byte order mark`]);
	});

	it("asks for the canonical form, from the first place that differs", () => {
		const quoted = inArticle("publisher: harbour-news", 'publisher: "harbour-news"');
		expectFaults(quoted, [`${ARTICLE}:4:12 canonical the canonical form … npm run format`]);
		const order = inArticle("kind: MIXED\n    act: ASSERT", "act: ASSERT\n    kind: MIXED");
		expectFaults(order, [
			`${at(order, ARTICLE, "act: ASSERT\n    kind: MIXED", "act")} canonical`.concat(
				" the canonical form",
			),
		]);
		const ended = put(seed(), PUBLISHERS_FILE, `${textOfFile(seed(), PUBLISHERS_FILE)}\n`);
		expectFaults(ended, [`${PUBLISHERS_FILE}:7:1 canonical the canonical form`]);
	});

	it("does not ask for it of a file that has another shape", () => {
		const files = change(addPlain(), "articles/plain.yaml", "language: ar", "langage: 'ar'");
		expectFaults(files, [
			"articles/plain.yaml:1:1 shape language",
			"articles/plain.yaml:3:1 shape langage",
		]);
	});
});
