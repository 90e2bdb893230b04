import type { Deriver } from "../load/derive.ts";
import type { Numbers } from "../load/numbers.ts";
import type { TableChunk } from "../load/table-chunk.ts";
import { DAY } from "../time-zone.ts";
import { NONE } from "./encode.ts";
import { GatheredSegment } from "./gather.ts";
import { COLUMNS, formOf, LINKS, type Link, SEGMENT_SIZE } from "./segment.ts";

type Entry = Readonly<Record<string, unknown>>;

/** What columns need of a row of Article. */
interface ArticleRow {
	readonly slug: string;
	readonly publisherSlug?: string | null;
}

/** What columns need of a row of Statement. */
interface StatementRow {
	readonly articleSlug: string;
	readonly kind: string;
	readonly act: string;
	readonly reviewStatus: string;
	readonly saidEarliest?: Date | null;
	readonly saidLatest?: Date | null;
	readonly attributions: readonly Entry[];
	readonly locations: readonly Entry[];
	readonly relays: readonly Entry[];
	readonly addressees: readonly Entry[];
}

/** Where the values of a link stand in a statement: which of its arrays, and which noun they are of. */
const LINKED = {
	speaker: { array: "attributions", slug: "speakerSlug", noun: "speaker" },
	location: { array: "locations", slug: "locationSlug", noun: "location" },
	relay: { array: "relays", slug: "speakerSlug", noun: "speaker" },
	addressee: { array: "addressees", slug: "speakerSlug", noun: "speaker" },
} as const satisfies Record<Link, { array: keyof StatementRow; slug: string; noun: string }>;

/** Days since 1970. */
function dayOf(date: Date | null | undefined): number {
	return date == null ? NONE : Math.floor(date.getTime() / DAY);
}

/** How many rows of StatementColumn so many statements have. */
export function columnRowCount(statements: number): number {
	return Math.ceil(statements / SEGMENT_SIZE) * COLUMNS.length;
}

/**
 * Makes the rows of StatementColumn out of those of Article and Statement, a segment at a
 * time: it holds the columns of one segment, and the publisher of each article.
 */
export class ColumnDeriver implements Deriver {
	readonly #size: number;
	/** By the number of the article. */
	readonly #publishers: number[] = [];
	#gathered = new GatheredSegment();
	#segment = 0;
	#rows: object[] = [];

	/** @param size how many statements are in a segment; a whole number up to SEGMENT_SIZE */
	constructor(size: number = SEGMENT_SIZE) {
		this.#size = size;
	}

	see(table: TableChunk["table"], row: object, numbers: Numbers): void {
		// The rows of these tables are such as toTables makes them.
		if (table === "article") this.#seeArticle(row as ArticleRow, numbers);
		else if (table === "statement") this.#seeStatement(row as StatementRow, numbers);
	}

	#seeArticle({ slug, publisherSlug }: ArticleRow, numbers: Numbers): void {
		const publisher = publisherSlug == null ? NONE : numbers.of("publisher", publisherSlug);
		this.#publishers[numbers.of("article", slug)] = publisher;
	}

	#seeStatement(row: StatementRow, numbers: Numbers): void {
		const article = numbers.of("article", row.articleSlug);
		this.#gathered.begin({
			form: formOf(row.kind, row.act, row.reviewStatus === "DRAFT"),
			firstDay: dayOf(row.saidEarliest),
			lastDay: dayOf(row.saidLatest),
			article,
			publisher: this.#publishers[article] ?? NONE,
		});
		for (const link of LINKS) this.#seeLink(link, row, numbers);
		if (this.#gathered.length === this.#size) this.#endSegment();
	}

	#seeLink(link: Link, row: StatementRow, numbers: Numbers): void {
		const { array, slug, noun } = LINKED[link];
		for (const entry of row[array]) {
			const named = entry[slug];
			// Whom it is said to need not have an entry.
			if (typeof named === "string") this.#gathered.add(link, numbers.of(noun, named));
		}
	}

	#endSegment(): void {
		const segment = this.#segment;
		for (const column of this.#gathered.encode()) this.#rows.push({ segment, ...column });
		this.#segment += 1;
		this.#gathered = new GatheredSegment();
	}

	ready(): TableChunk[] {
		if (this.#rows.length === 0) return [];
		const rows = this.#rows;
		this.#rows = [];
		return [{ table: "statementColumn", rows }];
	}

	rest(): TableChunk[] {
		if (this.#gathered.length > 0) this.#endSegment();
		return this.ready();
	}
}
