import { check } from "../../curation/check.ts";
import { formatDiagnostic } from "../../curation/diagnostic.ts";
import type { SpeakerEntry } from "../../curation/format/authorities.ts";
import type { LocatedArticle, LocatedStatement, SeedDocument } from "../../curation/located.ts";
import { readCorpus } from "../../curation/read-corpus.ts";
import type { SeedFiles } from "../../curation/seed-files.ts";
import type { PageSegment } from "../page.ts";
import {
	bodySegments,
	type Gold,
	type GoldPage,
	type GoldStatement,
	rangesInPage,
} from "./gold.ts";
import type { SpeakerNames } from "./score.ts";

/** The names of speakers by their slugs. */
type Names = ReadonlyMap<string, readonly string[]>;

/**
 * The Arabic names of speakers by their slugs. An epithet, which others may have too, is none.
 */
export function speakerNames(speakers: readonly SpeakerEntry[]): Names {
	return new Map(
		speakers.map(({ slug, names: { ar } }) => [
			slug,
			[ar?.official, ...(ar?.alias ?? []), ...(ar?.spelling ?? [])].filter(
				(name) => name !== undefined,
			),
		]),
	);
}

function segmentsOf({ segments }: LocatedArticle): PageSegment[] {
	return segments.map(({ kind, span: { start, end } }) => ({ kind, start, end }));
}

function wordsOf(text: string, ranges: GoldStatement["content"]): string {
	return ranges.map(({ start, end }) => text.slice(start, end)).join(" \u2026 ");
}

function toGold(one: LocatedStatement, article: LocatedArticle, names: Names): GoldStatement {
	const { entry } = one;
	const body = bodySegments(segmentsOf(article));
	const named = (slug: string): SpeakerNames => names.get(slug) ?? [slug];
	const content = one.spans.flatMap((span) => rangesInPage(body, span));
	const cue = one.cue?.source === "BODY" ? rangesInPage(body, one.cue)[0] : undefined;
	const mention = one.mentions[0] ?? null;
	return {
		kind: entry.kind,
		content,
		words: wordsOf(article.document.text, content),
		cue: cue ?? null,
		mention: mention?.source === "BODY" ? article.body.slice(mention.start, mention.end) : "",
		speakers: entry.speakers.map(({ speaker }) => named(speaker)),
		resolution: entry.speakers[0]?.resolution ?? "NAMED",
		via: (entry.relays ?? []).map(({ speaker }) => named(speaker)),
	};
}

function toPage(
	{ fileName, text }: SeedDocument,
	articles: readonly LocatedArticle[],
	names: Names,
): GoldPage {
	return {
		name: fileName.replace(/\.txt$/, ""),
		text,
		segments: articles.flatMap(segmentsOf),
		titles: articles.flatMap(({ title }) => (title === null ? [] : [title])),
		statements: articles.flatMap((article) =>
			article.statements
				.filter(({ source }) => source === "BODY")
				.map((one) => toGold(one, article, names)),
		),
	};
}

function isConfirmed({ source: { value } }: LocatedArticle): boolean {
	return (
		value.review.status === "CURATED" &&
		value.statements.every(({ review }) => (review ?? value.review).status === "CURATED")
	);
}

/**
 * Reads the curated pages of a seed folder as a gold. A page with a draft on it is left out.
 *
 * @param folder what messages call it
 * @throws Error with every fault of the folder, a line each; or where nothing in it is curated
 */
export function seedGold(folder: string, files: SeedFiles): Gold {
	const { diagnostics } = check(files);
	if (diagnostics.length > 0)
		throw new Error(
			diagnostics
				.map((one) => formatDiagnostic({ ...one, file: `${folder}/${one.file}` }))
				.join("\n"),
		);
	const { corpus } = readCorpus(files);
	const names = speakerNames(corpus.speakers?.value ?? []);
	const documents = [...corpus.documents.values()].map((document) => ({
		document,
		articles: corpus.articles.filter((article) => article.document === document),
	}));
	const confirmed = documents.filter(({ articles }) => articles.every(isConfirmed));
	if (confirmed.length === 0)
		throw new Error(`${folder}: expected curated articles to compare with, found only drafts`);
	return {
		pages: confirmed.map(({ document, articles }) => toPage(document, articles, names)),
		inTitles: confirmed
			.flatMap(({ articles }) => articles)
			.flatMap(({ statements }) => statements)
			.filter(({ source }) => source === "TITLE").length,
		unconfirmed: documents.length - confirmed.length,
	};
}
