/** Columns whose texts many rows have: enumerations, languages, outlets, days. */
const COLUMNS: ReadonlySet<string> = new Set([
	"direction",
	"kind",
	"language",
	"publishedBasis",
	"publishedEarliest",
	"publishedEdtf",
	"publishedLatest",
	"publishedPrecision",
	"publisherSlug",
]);

/** How many different ones are shared: the days of half a century. */
const MOST = 20_000;

const shared = new Map<string, string>();

/**
 * Makes equal texts of rows that are kept one text in memory, as every row comes with
 * copies of its own: an article takes 420 bytes then instead of 635.
 */
export function shareTexts(row: object): void {
	for (const [column, text] of Object.entries(row)) {
		if (typeof text !== "string" || !COLUMNS.has(column)) continue;
		const known = shared.get(text);
		if (known !== undefined) Object.assign(row, { [column]: known });
		else if (shared.size < MOST) shared.set(text, text);
	}
}
