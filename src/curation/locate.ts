import { overlaps, type Range, type Span } from "../text/span.ts";
import { paragraphs } from "../text/words.ts";
import type { SegmentKind } from "./corpus.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { Finder, type Scope } from "./finder.ts";
import type { ArticleFile, DateEntry, StatementEntry, WordsEntry } from "./format/article.ts";
import type { Path, SourceFile } from "./format/yaml.ts";
import type { LocatedArticle, LocatedSegment, LocatedStatement, SeedDocument } from "./located.ts";

/** What parts the BODY segments of an article that has something cut out of it. */
export const BODY_SEPARATOR = "\n\n";

/** A file, the finder of its words, and the texts to find them in. */
interface Work {
	readonly source: SourceFile<ArticleFile>;
	readonly finder: Finder;
	readonly title: Scope;
	readonly body: Scope;
	readonly document: Scope;
}

function find(
	work: Work,
	entry: WordsEntry | undefined,
	path: Path,
	scopes: readonly Scope[],
): Span | null {
	return entry === undefined ? null : work.finder.find(entry, work.source.at(path), scopes);
}

function findAll(work: Work, entry: WordsEntry, path: Path, scopes: readonly Scope[]): Span[] {
	return work.finder.findAll(entry, work.source.at(path), scopes);
}

function locateSegments(
	source: SourceFile<ArticleFile>,
	finder: Finder,
	page: Scope,
): LocatedSegment[] {
	const located: LocatedSegment[] = [];
	for (const [position, { kind, from, to }] of source.value.segments.entries()) {
		const path = ["segments", position];
		const first = finder.find(from, source.at([...path, "from"]), [page]);
		if (first === null) continue;
		const rest = {
			...page,
			ranges: [{ start: first.start, end: page.text.length }],
			name: "the document after the words of from",
		};
		const last = to === undefined ? first : finder.find(to, source.at([...path, "to"]), [rest]);
		if (last !== null)
			located.push({
				kind,
				path,
				span: { ...first, end: last.end, endCodePoint: last.endCodePoint },
			});
	}
	return located;
}

/** The text of all segments of a kind, in reading order, with a blank line between them. */
export function textOfSegments(
	segments: readonly { readonly kind: SegmentKind; readonly span: Range }[],
	kind: SegmentKind,
	text: string,
): string {
	return segments
		.filter((segment) => segment.kind === kind)
		.toSorted((a, b) => a.span.start - b.span.start)
		.map(({ span }) => text.slice(span.start, span.end))
		.join(BODY_SEPARATOR);
}

function within(scope: Scope, ranges: readonly Range[], name: string): Scope {
	return { ...scope, ranges, name };
}

/**
 * Where the words around a statement are looked for: beside its content first, then in the
 * whole text, then in the headline.
 *
 * @param title the headline
 * @param text the text that the content stands in: the body or the headline
 * @param spans the parts of the content that are found
 * @returns the scopes for words beside the content, and those for words that may stand in it
 */
export function scopesOf(
	title: Scope,
	text: Scope,
	spans: readonly Range[],
): { beside: Scope[]; inside: Scope[] } {
	const around = paragraphs(text.text).filter((paragraph) =>
		spans.some((span) => overlaps(paragraph, span)),
	);
	const everywhere = text === title ? [text] : [text, title];
	const beside = [within(text, around, "the paragraph of the content"), ...everywhere];
	return { beside, inside: [within(text, spans, "the content"), ...beside] };
}

function locateContent(work: Work, entry: StatementEntry, path: Path, text: Scope): Span[] {
	const parts = Array.isArray(entry.content) ? entry.content : [entry.content];
	const spans: Span[] = [];
	for (const [position, part] of parts.entries()) {
		const partPath = Array.isArray(entry.content)
			? [...path, "content", position]
			: [...path, "content"];
		const scopes = spans.length === 0 ? [text] : scopesOf(work.title, text, spans).beside;
		const span = find(work, part, partPath, scopes);
		if (span === null) return [];
		spans.push(span);
	}
	return spans;
}

function locateDateEvidence(
	work: Work,
	date: DateEntry | undefined,
	path: Path,
	scopes: readonly Scope[],
): Span | null {
	const evidence = date?.evidence;
	if (evidence === undefined) return null;
	if (typeof evidence === "object" && "document" in evidence)
		return find(work, evidence.document, [...path, "evidence", "document"], [work.document]);
	return find(work, evidence, [...path, "evidence"], scopes);
}

function locateStatement(work: Work, entry: StatementEntry, path: Path): LocatedStatement {
	const text = entry.in === "TITLE" ? work.title : work.body;
	const spans = locateContent(work, entry, path, text);
	const { beside, inside } = scopesOf(work.title, text, spans);
	// Without its content a statement has no surroundings: its other words wait until it is found.
	const look = (words: WordsEntry | undefined, key: Path, scopes: readonly Scope[]) =>
		spans.length === 0 ? null : find(work, words, [...path, ...key], scopes);
	const quotes = (entry.quotes ?? []).map((words, index) =>
		look(words, ["quotes", index], inside.slice(0, 1)),
	);
	return {
		entry,
		path,
		source: text.source,
		spans,
		quotes: entry.kind === "DIRECT" ? spans : quotes.filter((span) => span !== null),
		cue: look(entry.cue, ["cue"], beside),
		mentions: entry.speakers.map(({ mention }, index) =>
			look(mention, ["speakers", index, "mention"], beside),
		),
		addresseeMentions: (entry.addressees ?? []).map(({ mention }, index) =>
			look(mention, ["addressees", index, "mention"], beside),
		),
		relayMentions: (entry.relays ?? []).map(({ mention }, index) =>
			look(mention, ["relays", index, "mention"], beside),
		),
		locationMentions: (entry.locations ?? []).map(({ mention }, index) =>
			look(mention, ["locations", index, "mention"], inside),
		),
		saidEvidence:
			spans.length === 0 ? null : locateDateEvidence(work, entry.said, [...path, "said"], beside),
	};
}

/**
 * Finds every word that an article's file quotes in the article's document.
 *
 * The body is a pure function of the document and the segments: the BODY segments
 * in reading order, parted by a blank line where something was cut out between them.
 *
 * @returns the article with the place of everything that was found, and a
 * diagnostic for everything that was not
 */
export function locateArticle(
	slug: string,
	source: SourceFile<ArticleFile>,
	document: SeedDocument,
): { article: LocatedArticle; diagnostics: readonly Diagnostic[] } {
	const page: Scope = {
		source: "DOCUMENT",
		text: document.text,
		name: `documents/${document.fileName}`,
	};
	const finder = new Finder(page);
	const segments = locateSegments(source, finder, page);
	const headline = textOfSegments(segments, "HEADLINE", document.text);
	const body = textOfSegments(segments, "BODY", document.text);
	const title: Scope = { source: "TITLE", text: headline, name: "the article's headline" };
	const work: Work = {
		source,
		finder,
		document: page,
		title,
		body: { source: "BODY", text: body, name: "the article's body" },
	};
	const {
		published,
		creditedSources = [],
		places = [],
		otherQuotations = [],
		statements,
	} = source.value;
	const sourceLines = segments.filter(({ kind }) => kind === "SOURCE_LINE").map(({ span }) => span);
	const credits = within(page, sourceLines, "the article's source line");
	const inArticle = [work.title, work.body];
	const article: LocatedArticle = {
		slug,
		source,
		document,
		segments,
		title: headline === "" ? null : headline,
		body,
		publishedEvidence: locateDateEvidence(work, published, ["published"], [work.body, work.title]),
		creditedSources: creditedSources.map(({ words }, index) =>
			find(work, words, ["creditedSources", index, "words"], [credits]),
		),
		places: places.map(
			({ mention }, index) =>
				findAll(work, mention, ["places", index, "mention"], inArticle)[0] ?? null,
		),
		otherQuotations: otherQuotations.map(({ words }, index) =>
			findAll(work, words, ["otherQuotations", index, "words"], inArticle),
		),
		statements: statements.map((entry, index) =>
			locateStatement(work, entry, ["statements", index]),
		),
	};
	return { article, diagnostics: finder.diagnostics };
}
