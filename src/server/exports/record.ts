import { encodeGlobalId } from "../../database/global-id.ts";
import type { LocationRow, SpeakerRow, StatementRow } from "../../database/rows.ts";
import { officialName } from "../../schema/name.ts";
import { surroundings } from "../../schema/text-span.ts";
import type { StatementDetails } from "./details.ts";

type Span = StatementRow["spans"][number];

/** The language that names are given in; every entry has an official name in it. */
const NAME_LANGUAGE = "ar";

/** A stretch of an article, with its words. `start` and `end` are in UTF-16 code units. */
export interface ExportSpan extends Span {
	readonly exact: string;
}

/** Where a part of the content stands, with up to 32 code units on either side. */
export interface ContentSpan extends ExportSpan {
	readonly prefix: string;
	readonly suffix: string;
}

/** A speaker, by the official Arabic name. */
export interface ExportSpeaker {
	readonly slug: string;
	readonly kind: SpeakerRow["kind"];
	readonly name: string;
	readonly wikidataId: string | null;
}

/** A place of a statement, by the official Arabic name. */
export interface ExportLocation {
	readonly slug: string;
	readonly role: StatementRow["locations"][number]["role"];
	readonly kind: LocationRow["kind"];
	readonly name: string;
	readonly wikidataId: string | null;
}

/** A date as finely as it is known, in EDTF, with the first and the last day (YYYY-MM-DD) that it can be. */
export interface ExportDate {
	readonly edtf: string;
	readonly earliest: string | null;
	readonly latest: string | null;
	readonly precision: StatementRow["saidPrecision"];
	readonly basis: StatementRow["saidBasis"];
	readonly note: string | null;
}

/** One statement with all that an export tells about it: a line of NDJSON, and what the other forms are made of. */
export interface ExportRecord {
	/** The id of the API. */
	readonly id: string;
	readonly slug: string;
	readonly kind: StatementRow["kind"];
	readonly act: StatementRow["act"];
	readonly text: string;
	readonly language: string;
	readonly spans: readonly ContentSpan[];
	readonly quotes: readonly ExportSpan[];
	readonly cue: ExportSpan | null;
	readonly attributions: readonly {
		readonly speaker: ExportSpeaker;
		readonly role: StatementRow["attributions"][number]["role"];
		readonly resolution: StatementRow["attributions"][number]["resolution"];
	}[];
	readonly addressees: readonly {
		/** Null for an addressee without an entry. */
		readonly speaker: ExportSpeaker | null;
		readonly description: string;
	}[];
	/** The one nearest to the article first. */
	readonly relays: readonly ExportSpeaker[];
	/** The slug of the statement that this one is inside of. */
	readonly parent: string | null;
	readonly saidAt: ExportDate;
	readonly locations: readonly ExportLocation[];
	readonly occasion: { readonly slug: string; readonly name: string } | null;
	readonly article: {
		readonly slug: string;
		readonly title: string | null;
		readonly language: string;
		readonly publisher: { readonly slug: string; readonly name: string } | null;
		readonly publishedAt: ExportDate;
	};
	readonly review: {
		readonly status: StatementRow["reviewStatus"];
		readonly method: StatementRow["reviewMethod"];
		readonly confidence: number | null;
	};
}

/** @throws Error for a span of the whole document, which a part of a statement never is */
function textOf({ article, body }: StatementDetails, { source }: Span): string {
	if (source === "BODY") return body;
	if (source === "TITLE" && article.title !== null) return article.title;
	throw new Error(
		`a statement of ${article.slug} has a span in ${source}, which the article does not have`,
	);
}

function toSpan(details: StatementDetails, span: Span): ExportSpan {
	const { source, start, end, startCodePoint, endCodePoint } = span;
	const exact = textOf(details, span).slice(start, end);
	return { source, start, end, startCodePoint, endCodePoint, exact };
}

function toContentSpan(details: StatementDetails, span: Span): ContentSpan {
	return { ...toSpan(details, span), ...surroundings(textOf(details, span), span) };
}

function toSpeaker({ slug, kind, wikidataId, names }: SpeakerRow): ExportSpeaker {
	return { slug, kind, name: officialName(names, NAME_LANGUAGE), wikidataId };
}

function toAttributions({
	statement: { attributions },
	speakers,
}: StatementDetails): ExportRecord["attributions"] {
	return speakers.flatMap((speaker, index) => {
		const attribution = attributions[index];
		if (attribution === undefined) return [];
		const { role, resolution } = attribution;
		return [{ speaker: toSpeaker(speaker), role, resolution }];
	});
}

function toAddressees({
	statement: { addressees },
	addressed,
}: StatementDetails): ExportRecord["addressees"] {
	return addressees.map(({ description }, index) => {
		const speaker = addressed[index] ?? null;
		return { speaker: speaker === null ? null : toSpeaker(speaker), description };
	});
}

function toLocations({ statement: { locations }, places }: StatementDetails): ExportLocation[] {
	return places.flatMap(({ slug, kind, wikidataId, names }, index) => {
		const role = locations[index]?.role;
		if (role === undefined) return [];
		return [{ slug, role, kind, name: officialName(names, NAME_LANGUAGE), wikidataId }];
	});
}

function toArticle({ article, publisher }: StatementDetails): ExportRecord["article"] {
	const { slug, title, language } = article;
	const outlet =
		publisher === null
			? null
			: { slug: publisher.slug, name: officialName(publisher.names, NAME_LANGUAGE) };
	const publishedAt = {
		edtf: article.publishedEdtf,
		earliest: article.publishedEarliest,
		latest: article.publishedLatest,
		precision: article.publishedPrecision,
		basis: article.publishedBasis,
		note: article.publishedNote,
	};
	return { slug, title, language, publisher: outlet, publishedAt };
}

/** What the row of a statement tells by itself, and nothing that is a part of the text. */
function rowFacts(row: StatementRow) {
	const { slug, kind, act, text, language, parentSlug } = row;
	return {
		id: encodeGlobalId("Statement", slug),
		slug,
		kind,
		act,
		text,
		language,
		parent: parentSlug,
		saidAt: {
			edtf: row.saidEdtf,
			earliest: row.saidEarliest,
			latest: row.saidLatest,
			precision: row.saidPrecision,
			basis: row.saidBasis,
			note: row.saidNote,
		},
		review: {
			status: row.reviewStatus,
			method: row.reviewMethod,
			confidence: row.reviewConfidence,
		},
	};
}

/** Puts together what an export tells about a statement; every word is cut out of the article. */
export function toRecord(details: StatementDetails): ExportRecord {
	const { statement, occasion } = details;
	return {
		...rowFacts(statement),
		spans: statement.spans.map((span) => toContentSpan(details, span)),
		quotes: statement.quotes.map((span) => toSpan(details, span)),
		cue: statement.cue === null ? null : toSpan(details, statement.cue),
		attributions: toAttributions(details),
		addressees: toAddressees(details),
		relays: details.relayedBy.map(toSpeaker),
		locations: toLocations(details),
		occasion: occasion === null ? null : { slug: occasion.slug, name: occasion.nameArabic },
		article: toArticle(details),
	};
}
