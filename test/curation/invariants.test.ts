/** The invariants of the corpus, held against the real one without the code of the rules. */
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { Span } from "../../src/text/span.ts";
import { digest } from "./harness.ts";
import {
	corpus,
	documentOf,
	files,
	spaced,
	spansIn,
	statements,
	textOfSpan,
	type Words,
	wordsOf,
	yamlOf,
} from "./real-corpus.ts";

const graphemes = new Intl.Segmenter("ar", { granularity: "grapheme" });

const bordersOf = (text: string) =>
	new Set([...graphemes.segment(text)].map(({ index }) => index).concat(text.length));

const SHA256 = {
	"000_3a340354ab93e791.txt": "0e957d70ed7ef00dcacd276952b6df3dc2a24193cbe3adbd7d021170eb9fbd0c",
	"001_f7626dbefede52ec.txt": "b4c4ecde8a97dde7b72c4d58a7bcc44184daa9fb449845ddfbe0d386d8970e78",
	"002_cee04f7d3a21f030.txt": "2320ad03c5a4d86800ec8f1f9e5050b6059e36ae1b49570c1bbafd6bcbb76c7d",
	"003_34246c2b77bf952b.txt": "5c317aa08be893c623997a5d39ab790f541a6e1663dc62d90a0408e1cb25265a",
	"004_c99df60a07a9649b.txt": "c11fd465567d7f9a38ced74bea2ed1ddf8a836757320338296c8e8b3e493fb76",
};

describe("the five documents", () => {
	it("are byte for byte as they were scraped", async () => {
		const found: [string, string][] = [];
		for (const name of Object.keys(SHA256))
			found.push([name, digest(await readFile(`seed/documents/${name}`))]);
		expect(Object.fromEntries(found)).toEqual(SHA256);
		expect([...files.keys()].filter((name) => name.startsWith("documents/"))).toHaveLength(5);
		expect(
			Object.fromEntries(corpus.documents.map(({ fileName, sha256 }) => [fileName, sha256])),
		).toEqual(SHA256);
	});

	it("hold six articles with statements in each", () => {
		expect(corpus.articles).toHaveLength(6);
		for (const { statements } of corpus.articles) expect(statements.length).toBeGreaterThan(0);
		expect(new Set(corpus.articles.map(({ documentFileName }) => documentFileName))).toEqual(
			new Set(Object.keys(SHA256)),
		);
	});
});

describe("1. every span", () => {
	it.each(corpus.articles)(
		"of $slug counts the same words in units and in code points",
		(article) => {
			const spans = spansIn(article);
			expect(spans.length).toBeGreaterThan(article.statements.length);
			for (const span of spans) {
				const text = textOfSpan(article, span);
				expect(span.start).toBeLessThan(span.end);
				expect(span.end).toBeLessThanOrEqual(text.length);
				const points = [...text].slice(span.startCodePoint, span.endCodePoint).join("");
				expect(points).toBe(text.slice(span.start, span.end));
			}
		},
	);

	it.each(corpus.articles)("of $slug falls on grapheme borders", (article) => {
		const borders = {
			BODY: bordersOf(article.body),
			TITLE: bordersOf(article.title ?? ""),
			DOCUMENT: bordersOf(documentOf(article).text),
		};
		for (const { source, start, end } of spansIn(article))
			expect([borders[source].has(start), borders[source].has(end)]).toEqual([true, true]);
	});

	it.each(corpus.articles)("of $slug has the words that its file quotes", (article) => {
		const { statements: entries } = yamlOf(article);
		expect(article.statements.map(({ slug }) => slug)).toEqual(
			entries.map(({ key }) => `${article.slug}.${key}`),
		);
		const found = (spans: readonly (Span | null | undefined)[]) =>
			spans.map((span) => span && spaced(wordsOf(article, span)));
		const typed = (words: readonly (Words | undefined)[] = []) =>
			words.map((each) => (each === undefined ? null : spaced(each)));
		for (const [index, entry] of entries.entries()) {
			const statement = article.statements[index];
			const contents = typed(Array.isArray(entry.content) ? entry.content : [entry.content]);
			expect(found(statement?.spans ?? [])).toEqual(contents);
			expect(spaced(statement?.text ?? "")).toBe(contents.join(" … "));
			expect(found([statement?.cue])).toEqual(typed([entry.cue]));
			if (statement?.kind === "DIRECT") expect(statement.quotes).toEqual(statement.spans);
			else expect(found(statement?.quotes ?? [])).toEqual(typed(entry.quotes));
			expect(found(statement?.attributions.map(({ mention }) => mention) ?? [])).toEqual(
				typed(entry.speakers.map(({ mention }) => mention)),
			);
			expect(found(statement?.addressees.map(({ mention }) => mention) ?? [])).toEqual(
				typed(entry.addressees?.map(({ mention }) => mention)),
			);
			expect(found(statement?.relays.map(({ mention }) => mention) ?? [])).toEqual(
				typed(entry.relays?.map(({ mention }) => mention)),
			);
		}
	});
});

describe("2. the texts", () => {
	it("are in NFC, with line feeds", () => {
		for (const { text } of corpus.documents) {
			expect(text).toBe(text.normalize("NFC"));
			expect(text).not.toMatch(/\r/);
		}
		for (const { body, title } of corpus.articles) {
			expect([body, title]).toEqual([body.normalize("NFC"), title?.normalize("NFC") ?? null]);
			expect(body).not.toMatch(/\r/);
		}
	});

	it.each(corpus.documents)("of $fileName are its BODY and HEADLINE segments", (document) => {
		const here = corpus.articles
			.filter(({ documentFileName }) => documentFileName === document.fileName)
			.toSorted(
				(a, b) =>
					document.text.indexOf(a.body.slice(0, 40)) - document.text.indexOf(b.body.slice(0, 40)),
			);
		const of = (wanted: string) =>
			document.segments
				.filter(({ kind }) => kind === wanted)
				.map(({ span }) => document.text.slice(span.start, span.end));
		expect(here.map(({ body }) => body).join("\n\n")).toBe(of("BODY").join("\n\n"));
		expect(here.flatMap(({ title }) => title ?? [])).toEqual(of("HEADLINE"));
	});
});

describe("3. every statement", () => {
	it.each(statements)("$statement.slug has its speakers and relays", ({ article, statement }) => {
		const entry = yamlOf(article).statements[statement.position];
		const speakers = statement.attributions.map(({ speakerSlug }) => speakerSlug);
		const roles = statement.attributions.map(({ role }) => role);
		expect(speakers).toEqual(entry?.speakers.map(({ speaker }) => speaker));
		expect(speakers.length).toBeGreaterThan(0);
		expect(new Set(speakers).size).toBe(speakers.length);
		expect(roles.filter((role) => role === "JOINT")).toHaveLength(
			speakers.length > 1 ? speakers.length : 0,
		);
		const relays = statement.relays.map(({ speakerSlug }) => speakerSlug);
		expect(relays).toEqual(entry?.relays?.map(({ speaker }) => speaker) ?? []);
		expect(new Set([...relays, ...speakers]).size).toBe(relays.length + speakers.length);
	});

	it("knows joint statements, relays, and chains of relays", () => {
		const all = statements.map(({ statement }) => statement);
		expect(all.some(({ attributions }) => attributions.length === 2)).toBe(true);
		expect(all.some(({ relays }) => relays.length > 0)).toBe(true);
	});
});

describe("4. the furniture of a page", () => {
	it.each(corpus.documents)(
		"of $fileName and its articles are all of it, once",
		({ text, segments }) => {
			let end = 0;
			for (const { span } of segments) {
				expect(span.start).toBeGreaterThanOrEqual(end);
				expect(text.slice(end, span.start).trim()).toBe("");
				end = span.end;
			}
			expect(text.slice(end).trim()).toBe("");
		},
	);

	it.each(corpus.articles)("has no statement of $slug in it", (article) => {
		const { text, segments } = documentOf(article);
		const parts = segments
			.filter(({ kind }) => kind === "BODY" || kind === "HEADLINE")
			.map(({ span }) => text.slice(span.start, span.end));
		for (const { spans, quotes } of article.statements)
			for (const span of [...spans, ...quotes]) {
				expect(["BODY", "TITLE"]).toContain(span.source);
				const words = wordsOf(article, span);
				expect(parts.filter((part) => part.includes(words)).length).toBeGreaterThan(0);
			}
	});

	it.each(corpus.articles)("leaves no quotation of $slug unexplained", (article) => {
		const others = (yamlOf(article).otherQuotations ?? []).map(({ words }) => spaced(words));
		const quotes = article.statements.flatMap((statement) => statement.quotes);
		for (const source of ["TITLE", "BODY"] as const) {
			const text = source === "TITLE" ? (article.title ?? "") : article.body;
			const inQuotes = quotes.filter((span) => span.source === source);
			for (const match of text.matchAll(/"([^"\n]*)"|«([^»\n]*)»|“([^”\n]*)”/gu)) {
				const inner = spaced(match[1] ?? match[2] ?? match[3] ?? "").trim();
				const outer = { start: match.index, end: match.index + match[0].length };
				const isStatement = inQuotes.some(
					({ start, end }) =>
						(start > outer.start && end < outer.end) || (start <= outer.start && end >= outer.end),
				);
				expect([inner, isStatement || others.includes(inner)]).toEqual([inner, true]);
			}
		}
	});

	it("leaves no quotation mark outside of those pairs without a word on it", () => {
		const loose = corpus.articles.flatMap((article) => {
			const rest = article.body.replace(/"[^"\n]*"|«[^»\n]*»|“[^”\n]*”/gu, "");
			const listed = (yamlOf(article).otherQuotations ?? []).filter(
				({ reason }) => reason === "UNPAIRED_MARK",
			);
			return [[article.slug, [...rest.matchAll(/["«»“”„]/gu)].length, listed.length]];
		});
		expect(loose.filter(([, marks]) => marks !== 0)).toEqual([["putin-assad-meeting-2018", 1, 1]]);
		expect(loose.filter(([, , listed]) => listed !== 0)).toHaveLength(1);
	});
});
