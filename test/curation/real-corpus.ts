import { parse } from "yaml";
import { check } from "../../src/curation/check.ts";
import type {
	CheckedCorpus,
	CorpusArticle,
	CorpusDocument,
	CorpusStatement,
} from "../../src/curation/corpus.ts";
import { formatDiagnostic } from "../../src/curation/diagnostic.ts";
import { readSeedFiles } from "../../src/curation/seed-files.ts";
import type { Span } from "../../src/text/span.ts";

/** Words as a curated file gives them. */
export type Words = string | { exact: string };

/** What of an article's file the invariants look at, read with the YAML library alone. */
export interface ArticleYaml {
	document: string;
	sha256: string;
	otherQuotations?: { words: Words; reason: string }[];
	statements: {
		key: string;
		in?: "TITLE";
		content: Words | Words[];
		quotes?: Words[];
		cue?: Words;
		speakers: { speaker: string; office?: string; mention?: Words; resolution: string }[];
		addressees?: { mention: Words }[];
		relays?: { speaker: string; mention?: Words }[];
		locations?: { location: string; mention?: Words }[];
	}[];
}

/** The files of the seed folder. */
export const files = await readSeedFiles("seed");

/** The real corpus; it must be without a fault. */
export const corpus: CheckedCorpus = (() => {
	const result = check(files);
	if (result.corpus === null) throw new Error(result.diagnostics.map(formatDiagnostic).join("\n"));
	return result.corpus;
})();

function given<Value>(value: Value | undefined, what: string): Value {
	if (value === undefined) throw new Error(`no ${what}`);
	return value;
}

export function documentOf(article: CorpusArticle): CorpusDocument {
	const found = corpus.documents.find(({ fileName }) => fileName === article.documentFileName);
	return given(found, article.documentFileName);
}

/** The file of an article, as the YAML library reads it. */
export function yamlOf(article: CorpusArticle): ArticleYaml {
	const bytes = given(files.get(`articles/${article.slug}.yaml`), article.slug);
	return parse(new TextDecoder().decode(bytes)) as ArticleYaml;
}

export const statements: readonly { article: CorpusArticle; statement: CorpusStatement }[] =
	corpus.articles.flatMap((article) =>
		article.statements.map((statement) => ({ article, statement })),
	);

/** The text that a span counts in. */
export function textOfSpan(article: CorpusArticle, { source }: Span): string {
	const texts = {
		BODY: article.body,
		TITLE: article.title ?? "",
		DOCUMENT: documentOf(article).text,
	};
	return texts[source];
}

/** What a span marks. */
export function wordsOf(article: CorpusArticle, span: Span): string {
	return textOfSpan(article, span).slice(span.start, span.end);
}

/** Words with one space for any white space, to compare what was typed with what stands there. */
export function spaced(words: Words): string {
	return (typeof words === "string" ? words : words.exact).replace(/\s+/gu, " ");
}

/** Every span anywhere inside a value. */
export function spansIn(value: unknown): Span[] {
	if (typeof value !== "object" || value === null) return [];
	if ("startCodePoint" in value) return [value as Span];
	return Object.values(value).flatMap(spansIn);
}
