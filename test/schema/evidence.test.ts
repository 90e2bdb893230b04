import { describe, expect, test } from "vitest";
import { answer, testApp } from "../support/app.ts";
import { corpusDatabase } from "../support/database.ts";

const app = testApp(await corpusDatabase());

const SPAN = "{ source start end startCodePoint endCodePoint exact prefix suffix }";

interface SpanAnswer {
	readonly source: "BODY" | "TITLE" | "DOCUMENT";
	readonly start: number;
	readonly end: number;
	readonly startCodePoint: number;
	readonly endCodePoint: number;
	readonly exact: string;
	readonly prefix: string;
	readonly suffix: string;
}

interface StatementAnswer {
	readonly slug: string;
	readonly kind: string;
	readonly text: string;
	readonly article: {
		readonly title: string | null;
		readonly body: string;
		readonly document: { readonly text: string };
	};
	readonly [key: string]: unknown;
}

const data = await answer(
	app,
	`{ statements(first: 100) { nodes {
		slug kind text
		article { title body document { text } }
		spans ${SPAN} quotes ${SPAN} cue ${SPAN}
		attributions { mention ${SPAN} } addressees { mention ${SPAN} } relays { mention ${SPAN} } locations { mention ${SPAN} }
		saidAt { evidence ${SPAN} }
	} } }`,
);
const statements = (data.statements as { nodes: StatementAnswer[] }).nodes;

/** Every span of an answer, however deep. */
function spansIn(value: unknown): SpanAnswer[] {
	if (typeof value !== "object" || value === null) return [];
	if ("startCodePoint" in value) return [value as SpanAnswer];
	return Object.values(value).flatMap(spansIn);
}

test("all curated statements are there", () => {
	expect(statements).toHaveLength(52);
});

describe("a client can check every span for itself", () => {
	test.each(statements.map((statement) => [statement.slug, statement] as const))(
		"%s",
		(_slug, { article, ...rest }) => {
			const texts = {
				BODY: article.body,
				TITLE: article.title ?? "",
				DOCUMENT: article.document.text,
			};
			const spans = spansIn(rest);
			expect(spans.length).toBeGreaterThan(0);
			for (const {
				source,
				start,
				end,
				startCodePoint,
				endCodePoint,
				exact,
				prefix,
				suffix,
			} of spans) {
				const text = texts[source];
				expect(text.slice(start, end)).toBe(exact);
				expect([...text].slice(startCodePoint, endCodePoint).join("")).toBe(exact);
				expect(text.slice(0, start).endsWith(prefix)).toBe(true);
				expect(text.slice(end).startsWith(suffix)).toBe(true);
				expect(exact.trim()).toBe(exact);
				expect(exact).not.toBe("");
			}
		},
	);
});

test("the text of a statement is the words of its spans", () => {
	for (const { text, spans } of statements)
		expect(text).toBe((spans as SpanAnswer[]).map(({ exact }) => exact).join(" … "));
});

test("a direct statement is its quotes, a mixed one contains them, an indirect one has none", () => {
	for (const { kind, text, quotes, spans } of statements) {
		const words = (quotes as SpanAnswer[]).map(({ exact }) => exact);
		if (kind === "DIRECT") expect(quotes).toEqual(spans);
		if (kind === "INDIRECT") expect(words).toEqual([]);
		if (kind === "MIXED") {
			expect(words.length).toBeGreaterThan(0);
			for (const word of words) expect(text).toContain(word);
		}
	}
});

test("context of no characters is empty, and long context stops at the ends of the text", async () => {
	const { statements: list } = await answer(
		app,
		'{ statements(first: 1, filter: { article: { eq: "putin-assad-meeting-2018" } }, orderBy: { field: POSITION, direction: ASC }) { nodes { cue { none: prefix(length: 0) prefix(length: 1000) suffix(length: 5) } } } }',
	);
	expect(list).toEqual({ nodes: [{ cue: { none: "", prefix: "", suffix: " الرئ" } }] });
});

test("the segments of a document are all of it but white space, each part once", async () => {
	const { articles } = await answer(
		app,
		"{ articles { nodes { document { fileName text segments { kind span { start end exact } } } } } }",
	);
	for (const { document } of (
		articles as {
			nodes: {
				document: {
					text: string;
					segments: { span: { start: number; end: number; exact: string } }[];
				};
			}[];
		}
	).nodes) {
		let end = 0;
		for (const { span } of document.segments) {
			expect(document.text.slice(end, span.start).trim()).toBe("");
			expect(document.text.slice(span.start, span.end)).toBe(span.exact);
			end = span.end;
		}
		expect(document.text.slice(end).trim()).toBe("");
	}
});
