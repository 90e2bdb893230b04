import type { TextDirection } from "../text/language.ts";
import type { Span, TextSource } from "../text/span.ts";
import type { ArticleFile, StatementEntry } from "./format/article.ts";
import type { LocationEntry, OccasionEntry, SpeakerEntry } from "./format/authorities.ts";
import type { DatePrecision } from "./format/date.ts";

/** What sort of name it is. */
export type NameKind = "OFFICIAL" | "ALIAS" | "SPELLING" | "EPITHET";
/** What a date rests on. */
export type DateBasis = ArticleFile["published"]["basis"];
/** What a part of a page is. */
export type SegmentKind = ArticleFile["segments"][number]["kind"];

/** A name, with its folded form, by which look-ups compare it. */
export interface CorpusName {
	readonly text: string;
	readonly folded: string;
	readonly language: string;
	readonly kind: NameKind;
}

/** A date as finely as it is known, and how it is known. Days are YYYY-MM-DD. */
export interface CorpusDate {
	readonly edtf: string;
	readonly earliest: string | null;
	readonly latest: string | null;
	readonly precision: DatePrecision;
	readonly basis: DateBasis;
	readonly evidence: Span | null;
	readonly note: string | null;
}

/** A page as scraped, and its parts in reading order. */
export interface CorpusDocument {
	readonly fileName: string;
	readonly sha256: string;
	/** In NFC. */
	readonly text: string;
	readonly segments: readonly { readonly kind: SegmentKind; readonly span: Span }[];
}

/** An outlet. */
export interface CorpusPublisher {
	readonly slug: string;
	readonly names: readonly CorpusName[];
}

/** One term of an office; the last day is the first on which it is no longer held. */
export interface CorpusOffice {
	readonly id: string;
	readonly key: string;
	readonly titleArabic: string;
	readonly titleEnglish: string;
	readonly locationSlug: string | null;
	readonly organizationSlug: string | null;
	readonly startDate: string | null;
	readonly endDate: string | null;
}

/** Whoever says something. */
export interface CorpusSpeaker {
	readonly slug: string;
	readonly kind: SpeakerEntry["kind"];
	readonly wikidataId: string | null;
	readonly sortName: string;
	readonly names: readonly CorpusName[];
	readonly offices: readonly CorpusOffice[];
}

/** A place; its ancestors are the places that it lies in, the nearest first. */
export interface CorpusLocation {
	readonly slug: string;
	readonly kind: LocationEntry["kind"];
	readonly wikidataId: string | null;
	readonly geonamesId: string | null;
	readonly countryCode: string | null;
	readonly latitude: number | null;
	readonly longitude: number | null;
	readonly parentSlug: string | null;
	readonly ancestors: readonly string[];
	readonly sortName: string;
	readonly names: readonly CorpusName[];
}

/** An event that things are said at. */
export interface CorpusOccasion {
	readonly slug: string;
	readonly kind: OccasionEntry["kind"];
	readonly nameArabic: string;
	readonly nameEnglish: string;
	readonly locationSlug: string | null;
	readonly date: CorpusDate;
}

/** Whether a person has confirmed an annotation, how it was made, and how sure its maker is of it. */
export interface CorpusReview {
	readonly status: "CURATED" | "DRAFT";
	readonly method: "HAND" | "RULE";
	readonly confidence: number | null;
}

/** One statement with all its links. */
export interface CorpusStatement {
	readonly slug: string;
	readonly position: number;
	readonly kind: StatementEntry["kind"];
	readonly act: StatementEntry["act"];
	readonly text: string;
	readonly language: string;
	readonly direction: TextDirection;
	readonly spans: readonly Span[];
	readonly quotes: readonly Span[];
	readonly cue: Span | null;
	readonly parentSlug: string | null;
	readonly occasionSlug: string | null;
	readonly said: CorpusDate;
	readonly review: CorpusReview;
	readonly attributions: readonly {
		readonly speakerSlug: string;
		readonly role: NonNullable<StatementEntry["speakers"][number]["role"]>;
		readonly resolution: StatementEntry["speakers"][number]["resolution"];
		readonly mention: Span | null;
		readonly officeId: string | null;
	}[];
	readonly addressees: readonly {
		readonly speakerSlug: string | null;
		readonly description: string;
		readonly mention: Span | null;
	}[];
	readonly relays: readonly { readonly speakerSlug: string; readonly mention: Span | null }[];
	readonly locations: readonly {
		readonly locationSlug: string;
		readonly role: NonNullable<StatementEntry["locations"]>[number]["role"];
		readonly mention: Span | null;
	}[];
}

/** One article with its statements in reading order. */
export interface CorpusArticle {
	readonly slug: string;
	readonly title: string | null;
	readonly body: string;
	readonly language: string;
	readonly direction: TextDirection;
	readonly publisherSlug: string | null;
	readonly documentFileName: string;
	readonly published: CorpusDate;
	/** That of the file; its statements have reviews of their own. */
	readonly review: CorpusReview;
	readonly creditedSources: readonly {
		readonly text: string;
		readonly speakerSlug: string | null;
	}[];
	readonly locations: readonly { readonly locationSlug: string; readonly mention: Span }[];
	readonly statements: readonly CorpusStatement[];
}

/** Everything that is served, in the order of its slugs. */
export interface CorpusContent {
	readonly documents: readonly CorpusDocument[];
	readonly publishers: readonly CorpusPublisher[];
	readonly speakers: readonly CorpusSpeaker[];
	readonly locations: readonly CorpusLocation[];
	readonly occasions: readonly CorpusOccasion[];
	readonly articles: readonly CorpusArticle[];
}

declare const checked: unique symbol;

/**
 * A corpus in which every rule holds. Only the checker makes one, and the loader
 * takes nothing else, so no unchecked row can reach the database.
 */
export interface CheckedCorpus extends CorpusContent {
	/** A digest of the content: the same files give the same version. */
	readonly version: string;
	readonly [checked]: true;
}

/** The text of an article that spans of a source count in. */
export function textOf(
	article: Pick<CorpusArticle, "title" | "body">,
	document: Pick<CorpusDocument, "text">,
	source: TextSource,
): string {
	if (source === "DOCUMENT") return document.text;
	return source === "TITLE" ? (article.title ?? "") : article.body;
}
