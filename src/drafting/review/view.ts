import type { SegmentKind } from "../../curation/corpus.ts";
import type { ArticleFile, StatementEntry } from "../../curation/format/article.ts";
import type { SourceFile } from "../../curation/format/yaml.ts";
import { BODY_SEPARATOR } from "../../curation/locate.ts";
import type { LocatedArticle, LocatedStatement } from "../../curation/located.ts";
import { PART_SEPARATOR, type Range, type Span } from "../../text/span.ts";

/** What marked words are to their statement. */
export type MarkRole = "content" | "quote" | "cue" | "speaker" | "addressee" | "relay";

/** Marked words of a document; offsets are UTF-16 units of it. */
export interface Mark extends Range {
	readonly role: MarkRole;
}

/** A statement as a reviewer sees it: everything in words. */
export interface StatementView {
	readonly key: string;
	/** Who says it: the first slug; by it statements are coloured. */
	readonly speaker: string;
	/** By name of the field, in the order in which they are shown; empty where there is nothing. */
	readonly fields: ReadonlyMap<string, string>;
	/** From 0 to 1; null where the file gives none. */
	readonly confidence: number | null;
	/** The drafting rule that the file names above it; null for none. */
	readonly rule: string | null;
	readonly marks: readonly Mark[];
}

/** Ranges of the document for a span of the title or the body, which can leap over what was cut out. */
function toDocument(article: LocatedArticle, span: Span): Range[] {
	if (span.source === "DOCUMENT") return [span];
	const kind: SegmentKind = span.source === "TITLE" ? "HEADLINE" : "BODY";
	const parts = article.segments
		.filter((segment) => segment.kind === kind)
		.toSorted((a, b) => a.span.start - b.span.start);
	const ranges: Range[] = [];
	let length = 0;
	for (const { span: part } of parts) {
		const start = Math.max(span.start, length) - length + part.start;
		const end = Math.min(span.end - length + part.start, part.end);
		if (start < end) ranges.push({ start, end });
		length += part.end - part.start + BODY_SEPARATOR.length;
	}
	return ranges;
}

function marksOf(article: LocatedArticle, statement: LocatedStatement): Mark[] {
	const marks = (role: MarkRole, spans: readonly (Span | null)[]): Mark[] =>
		spans.flatMap((span) =>
			span === null ? [] : toDocument(article, span).map((range) => ({ ...range, role })),
		);
	return [
		...marks("content", statement.spans),
		...marks("quote", statement.entry.kind === "MIXED" ? statement.quotes : []),
		...marks("cue", [statement.cue]),
		...marks("speaker", statement.mentions),
		...marks("addressee", statement.addresseeMentions),
		...marks("relay", statement.relayMentions),
	];
}

type Words = (span: Span | null | undefined) => string;

function joined(parts: readonly (string | undefined)[], separator = " "): string {
	return parts.filter((part) => part !== undefined && part !== "").join(separator);
}

function quoted(words: string): string {
	return words === "" ? "" : `(${words})`;
}

function speakersOf({ entry, mentions }: LocatedStatement, words: Words): string {
	const lines = entry.speakers.map(({ speaker, role, resolution, office }, index) =>
		joined([speaker, role, resolution, office, quoted(words(mentions[index]))]),
	);
	return joined(lines, "; ");
}

function fieldsOf(statement: LocatedStatement, words: Words): Map<string, string> {
	const { entry } = statement;
	const list = <Item>(
		items: readonly Item[] | undefined,
		spans: readonly (Span | null)[],
		name: (item: Item) => string,
	) =>
		joined(
			(items ?? []).map((item, index) => joined([name(item), quoted(words(spans[index]))])),
			"; ",
		);
	const place = ({ location, role }: NonNullable<StatementEntry["locations"]>[number]) =>
		`${location} ${role}`;
	return new Map([
		["kind", entry.kind],
		["act", entry.act],
		["cue", words(statement.cue)],
		["speakers", speakersOf(statement, words)],
		["content", statement.spans.map(words).join(PART_SEPARATOR)],
		["quotes", entry.kind === "MIXED" ? joined(statement.quotes.map(words), "; ") : ""],
		[
			"addressees",
			list(
				entry.addressees,
				statement.addresseeMentions,
				({ speaker, description }) => speaker ?? description ?? "",
			),
		],
		["relays", list(entry.relays, statement.relayMentions, ({ speaker }) => speaker)],
		["said", joined([entry.said?.date, entry.said?.basis, quoted(words(statement.saidEvidence))])],
		["places", list(entry.locations, statement.locationMentions, place)],
	]);
}

/** The drafting rules that comments of a file name, by the keys of the statements below them. */
export function rulesIn(text: string): ReadonlyMap<string, string> {
	const named = text.matchAll(/^ *# rule: (.*)\n *- key: (\S+)$/gm);
	return new Map([...named].map(([, rule = "", key = ""]) => [key, rule]));
}

function wordsIn(article: LocatedArticle): Words {
	const texts = { TITLE: article.title ?? "", BODY: article.body, DOCUMENT: article.document.text };
	return (span) => (span == null ? "" : texts[span.source].slice(span.start, span.end));
}

function confidenceOf(file: SourceFile<ArticleFile>, entry: StatementEntry): number | null {
	return (entry.review ?? file.value.review).confidence ?? null;
}

/**
 * The statements of an article as a reviewer sees them, in their order.
 *
 * @param rules what `rulesIn` finds in its file
 */
export function statementViews(
	article: LocatedArticle,
	rules: ReadonlyMap<string, string>,
): StatementView[] {
	const words = wordsIn(article);
	return article.statements.map((statement) => ({
		key: statement.entry.key,
		speaker: statement.entry.speakers[0]?.speaker ?? "",
		fields: fieldsOf(statement, words),
		confidence: confidenceOf(article.source, statement.entry),
		rule: rules.get(statement.entry.key) ?? null,
		marks: marksOf(article, statement),
	}));
}
