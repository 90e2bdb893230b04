import { csvParseRows } from "d3-dsv";

/** A statement as a row of the export tells of it. */
export interface Said {
	readonly id: string;
	readonly text: string;
	/** How many words its text has. */
	readonly words: number;
	readonly speakers: string;
	readonly kind: string;
	/** The day on which it was said; the first of those possible where that is not known exactly. */
	readonly earliest: Date;
	/** The last of the possible days. */
	readonly latest: Date;
}

/** The export puts an apostrophe before what a spreadsheet would compute; this takes it off. */
const GUARD = /^'(?=[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20])/;

function wordsIn(text: string): number {
	return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function saidIn(cell: (column: string) => string): Said | null {
	const [earliest, latest] = [new Date(cell("saidEarliest")), new Date(cell("saidLatest"))];
	if (Number.isNaN(earliest.getTime()) || Number.isNaN(latest.getTime())) return null;
	const text = cell("text");
	return {
		id: cell("id"),
		text,
		words: wordsIn(text),
		speakers: cell("speakerNames"),
		kind: cell("kind"),
		earliest,
		latest,
	};
}

/** Reads the statements of the export; those that no day is known of are left out. */
export function saidInCsv(csv: string): Said[] {
	// The form that makes objects makes code of the names of the columns, which the page forbids.
	const [columns = [], ...rows] = csvParseRows(csv);
	const places = new Map(columns.map((name, place) => [name, place]));
	return rows.flatMap((row) => {
		const cell = (column: string) => (row[places.get(column) ?? -1] ?? "").replace(GUARD, "");
		return saidIn(cell) ?? [];
	});
}
