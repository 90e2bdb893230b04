import type DataLoader from "dataloader";
import type { Reader } from "./database.ts";
import type { Edition, KeptNoun } from "./edition.ts";
import type { MakeLoader } from "./levels.ts";
import type { MaybePromise } from "./maybe-promise.ts";
import type {
	ArticleRow,
	DocumentRow,
	LocationRow,
	OccasionRow,
	OfficeRow,
	PublisherRow,
	SpeakerRow,
	StatementRow,
} from "./rows.ts";
import { shareTexts } from "./shared-texts.ts";
import { identifier, type Sql, sql } from "./sql.ts";

/** What loaders are made of: the database, the way to batch, and what is kept between requests. */
export interface Source {
	readonly reader: Reader;
	readonly makeLoader: MakeLoader;
	readonly edition: Edition;
}

/** Loads one row by its key; null when there is none. At once when the row is kept. */
export interface RowLoader<Row> {
	load(key: string): MaybePromise<Row | null>;
}

/** The names of the row s of a noun, as an array of NameRow. */
function namesOf(noun: "Location" | "Publisher" | "Speaker"): Sql {
	return sql`(SELECT coalesce(json_agg(json_build_object('text', n.text, 'language', n.language, 'kind', n.kind) ORDER BY n.position), '[]') FROM ${identifier(`${noun}Name`)} n WHERE n.${identifier(`${noun.toLowerCase()}Slug`)} = s.slug) AS names`;
}

const OFFICES = sql`(SELECT coalesce(json_agg(o ORDER BY o.position), '[]') FROM "Office" o WHERE o."speakerSlug" = s.slug) AS offices`;

/** All of an article but its body, which is long and seldom asked for. */
const ARTICLE = sql`s.slug, s.title, s.language, s.direction, s."publisherSlug", s."documentFileName", s."publishedEdtf", s."publishedEarliest", s."publishedLatest", s."publishedPrecision", s."publishedBasis", s."publishedEvidence", s."publishedNote", s."reviewStatus"`;

/** One SQL statement for the rows of some keys. */
function rowLoader<Row extends object>(
	{ reader, makeLoader }: Source,
	table: string,
	{ columns = sql`s.*`, key = "slug" }: { readonly columns?: Sql; readonly key?: string } = {},
): DataLoader<string, Row | null> {
	return makeLoader(async (keys: readonly string[]) => {
		const column = identifier(key);
		// Each list of columns has the key among them.
		const rows = await reader.read<Row & Record<string, string>>(
			sql`SELECT ${columns} FROM ${identifier(table)} s WHERE s.${column} = ANY(${keys})`,
			true,
		);
		const byKey = new Map(rows.map((row) => [row[key], row]));
		return keys.map((wanted) => byKey.get(wanted) ?? null);
	});
}

/**
 * The longest key without a row that is kept, in UTF-16 code units. As many keys are kept as
 * rows, whatever they lead to, and a client can make them as long as a request: longer than
 * any slug, they would fill the memory.
 */
const LONGEST_UNKNOWN_KEY = 200;

/** A loader whose rows the edition keeps. */
function kept<Row extends object>(
	{ edition }: Source,
	noun: KeptNoun,
	loader: DataLoader<string, Row | null>,
): RowLoader<Row> {
	const rows = edition.rows[noun];
	return {
		load(key) {
			const known = rows.get(key);
			// Only this loader writes to the cache of its noun.
			if (known !== undefined) return known.row as Row | null;
			return loader.load(key).then((row) => {
				if (row !== null) shareTexts(row);
				if (row !== null || key.length <= LONGEST_UNKNOWN_KEY) rows.set(key, { row });
				return row;
			});
		},
	};
}

/** How each noun is loaded by its key; those that the edition keeps cost nothing the second time. */
export const ENTITIES = {
	article: (source: Source) =>
		kept<ArticleRow>(source, "article", rowLoader(source, "Article", { columns: ARTICLE })),
	document: (source: Source): RowLoader<DocumentRow> =>
		rowLoader<DocumentRow>(source, "Document", { key: "fileName" }),
	location: (source: Source) =>
		kept<LocationRow>(
			source,
			"location",
			rowLoader(source, "Location", { columns: sql`s.*, ${namesOf("Location")}` }),
		),
	occasion: (source: Source) =>
		kept<OccasionRow>(source, "occasion", rowLoader(source, "Occasion")),
	office: (source: Source) =>
		kept<OfficeRow>(source, "office", rowLoader(source, "Office", { key: "id" })),
	publisher: (source: Source) =>
		kept<PublisherRow>(
			source,
			"publisher",
			rowLoader(source, "Publisher", { columns: sql`s.*, ${namesOf("Publisher")}` }),
		),
	speaker: (source: Source) =>
		kept<SpeakerRow>(
			source,
			"speaker",
			rowLoader(source, "Speaker", { columns: sql`s.*, ${namesOf("Speaker")}, ${OFFICES}` }),
		),
	statement: (source: Source): RowLoader<StatementRow> =>
		rowLoader<StatementRow>(source, "Statement"),
	/** The body of an article by the article's slug. */
	articleBody: (source: Source) => bodyLoader(source),
};

function bodyLoader(source: Source): RowLoader<string> {
	const { bodies } = source.edition;
	const loader = rowLoader<{ readonly body: string }>(source, "Article", {
		columns: sql`s.slug, s.body`,
	});
	return {
		load: (slug) =>
			bodies.get(slug) ??
			loader.load(slug).then((row) => {
				if (row !== null) bodies.set(slug, row.body);
				return row?.body ?? null;
			}),
	};
}
