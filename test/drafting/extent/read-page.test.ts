import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readPage } from "../../../src/drafting/extent/read-page.ts";
import type { PageArticle } from "../../../src/drafting/page.ts";
import { corpus } from "../../curation/real-corpus.ts";
import { linesOfBody, parseMarkedPage } from "./marked-page.ts";

const FIXTURES = "test/drafting/extent/fixtures";
const pages = readdirSync(FIXTURES).filter((name) => name.endsWith(".page.txt"));

/** What no segment has, and what two have. */
function faultsOf(text: string, articles: readonly PageArticle[]): string[] {
	const segments = articles.flatMap((article) => article.segments);
	const faults: string[] = [];
	let end = 0;
	for (const segment of segments) {
		if (segment.start < end) faults.push(`twice: ${text.slice(segment.start, end)}`);
		if (text.slice(end, segment.start).trim() !== "")
			faults.push(`in none: ${text.slice(end, segment.start)}`);
		end = segment.end;
	}
	if (text.slice(end).trim() !== "") faults.push(`in none: ${text.slice(end)}`);
	return faults;
}

function kindOf(text: string, articles: readonly PageArticle[], words: string): string[] {
	const found = articles
		.flatMap(({ segments }) => segments)
		.filter(({ start, end }) => text.slice(start, end).includes(words));
	return found.map(({ kind }) => kind);
}

describe("the documents of the corpus", () => {
	test.each(corpus.documents.map(({ fileName }) => fileName))("%s", (fileName) => {
		const document = corpus.documents.find((other) => other.fileName === fileName);
		const text = document?.text ?? "";
		const curated = corpus.articles
			.filter(({ documentFileName }) => documentFileName === fileName)
			.toSorted((a, b) => text.indexOf(a.body.slice(0, 80)) - text.indexOf(b.body.slice(0, 80)));
		const read = readPage(text);
		expect(read.map(({ title, body }) => ({ title, body }))).toEqual(
			curated.map(({ title, body }) => ({ title, body })),
		);
		expect(faultsOf(text, read)).toEqual([]);
	});

	test("source lines and embedded posts are told apart from bodies", () => {
		const text = corpus.documents.find(({ fileName }) => fileName.startsWith("004"))?.text ?? "";
		const kinds = readPage(text).flatMap(({ segments }) => segments.map(({ kind }) => kind));
		expect(kinds).toEqual([
			...["HEADLINE", "DATELINE", "BODY", "EMBED", "BODY", "SOURCE_LINE", "CHROME", "RELATED"],
			...["HEADLINE", "CHROME", "BODY"],
		]);
	});
});

describe("pages of other layouts", () => {
	test.each(pages)("%s", (name) => {
		const page = parseMarkedPage(readFileSync(`${FIXTURES}/${name}`, "utf8"));
		const read = readPage(page.text);
		expect(read.map(({ title, body }) => ({ title, body: linesOfBody(body) }))).toEqual(
			page.articles,
		);
		expect(faultsOf(page.text, read)).toEqual([]);
		for (const { words, kinds } of page.others) {
			const found = kindOf(page.text, read, words);
			expect({
				words,
				found,
				isKnown: found.some((kind) => kinds.some((k) => k === kind)),
			}).toEqual({
				words,
				found,
				isKnown: true,
			});
		}
	});

	test("at least twelve", () => {
		expect(pages.length).toBeGreaterThanOrEqual(12);
	});
});

describe("any text", () => {
	test("a page without a visible character has no article", () => {
		expect(readPage("")).toEqual([]);
		expect(readPage(" \n\u00a0\n")).toEqual([]);
	});

	test("segments count in the text that curation makes: NFC, line feeds", () => {
		const [article] = readPage(
			"\u0627\u0644\u0623\u0628\r\n\r\n\u0642\u0627\u0644 \u0627\u0654\u0646\u0647 \u0628\u062e\u064a\u0631.",
		);
		expect(article?.body).toBe("\u0642\u0627\u0644 \u0623\u0646\u0647 \u0628\u062e\u064a\u0631.");
	});
});
