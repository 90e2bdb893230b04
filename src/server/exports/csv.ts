import { stringify } from "csv-stringify/sync";
import type { Format } from "./format.ts";
import type { ExportLocation, ExportRecord } from "./record.ts";

/** Between several values of one cell. */
const SEPARATOR = "; ";
/** Between several quoted parts of one cell, which have semicolons of their own. */
const QUOTE_SEPARATOR = " | ";

type Cell = string | number | null | undefined;

function joined(values: readonly string[]): string {
	return values.join(SEPARATOR);
}

function placesIn(
	role: ExportLocation["role"],
): (record: Pick<ExportRecord, "locations">) => string {
	return ({ locations }) =>
		joined(locations.filter((location) => location.role === role).map(({ slug }) => slug));
}

/**
 * The columns in their order: names that do not change, and what stands under each.
 * Several values are joined by "; ", quotes by " | ". An addressee without an entry
 * stands there as the article describes them, all other people and places by slug.
 * `start` is that of the first part of the content and `end` that of the last one, in
 * UTF-16 code units of the text that `source` names. What is unknown is empty.
 */
const COLUMNS: Readonly<Record<string, (record: ExportRecord) => Cell>> = {
	id: ({ id }) => id,
	slug: ({ slug }) => slug,
	kind: ({ kind }) => kind,
	act: ({ act }) => act,
	text: ({ text }) => text,
	quotes: ({ quotes }) => quotes.map(({ exact }) => exact).join(QUOTE_SEPARATOR),
	cue: ({ cue }) => cue?.exact,
	language: ({ language }) => language,
	speakers: ({ attributions }) => joined(attributions.map(({ speaker }) => speaker.slug)),
	speakerNames: ({ attributions }) => joined(attributions.map(({ speaker }) => speaker.name)),
	roles: ({ attributions }) => joined(attributions.map(({ role }) => role)),
	addressees: ({ addressees }) =>
		joined(addressees.map(({ speaker, description }) => speaker?.slug ?? description)),
	relays: ({ relays }) => joined(relays.map(({ slug }) => slug)),
	saidAt: ({ saidAt }) => saidAt.edtf,
	saidEarliest: ({ saidAt }) => saidAt.earliest,
	saidLatest: ({ saidAt }) => saidAt.latest,
	saidPrecision: ({ saidAt }) => saidAt.precision,
	saidBasis: ({ saidAt }) => saidAt.basis,
	spokenAt: placesIn("SPOKEN_AT"),
	about: placesIn("ABOUT"),
	mentioned: placesIn("MENTIONED"),
	occasion: ({ occasion }) => occasion?.slug,
	article: ({ article }) => article.slug,
	articleTitle: ({ article }) => article.title,
	publisher: ({ article }) => article.publisher?.slug,
	publishedAt: ({ article }) => article.publishedAt.edtf,
	start: ({ spans }) => spans[0]?.start,
	end: ({ spans }) => spans.at(-1)?.end,
	source: ({ spans }) => spans[0]?.source,
	reviewStatus: ({ review }) => review.status,
	reviewMethod: ({ review }) => review.method,
	reviewConfidence: ({ review }) => review.confidence,
};

/** The names of the columns, as the first line has them. */
export const CSV_COLUMNS: readonly string[] = Object.keys(COLUMNS);

/**
 * RFC 4180. A cell that a spreadsheet would take for a formula (it begins with =, +,
 * -, @, a tab, a carriage return, or a full-width form of these signs) gets an
 * apostrophe before it: spreadsheets want one to take a cell as text. Whoever reads
 * the file with a program takes it off such cells, or reads NDJSON.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
function write(rows: readonly (readonly Cell[])[]): string {
	return stringify([...rows], { record_delimiter: "windows", escape_formulas: true });
}

/** One line a statement, for spreadsheets. */
export const csv: Format = {
	ending: "csv",
	contentType: "text/csv; charset=utf-8; header=present",
	edition: 1,
	begin: () => write([CSV_COLUMNS]),
	write: (records) =>
		write(records.map((record) => Object.values(COLUMNS).map((cell) => cell(record)))),
	end: "",
};
