import type { Reader } from "../database.ts";
import type { NameRow } from "../rows.ts";
import { identifier, type Sql, sql } from "../sql.ts";
import { type Column, type ColumnShape, decodeColumn } from "./encode.ts";
import type { ColumnName } from "./segment.ts";

/** A noun whose rows are called by number in columns. */
export type ColumnNoun = "Article" | "Location" | "Publisher" | "Speaker";

/** Every such noun. */
export const COLUMN_NOUNS: readonly ColumnNoun[] = ["Article", "Location", "Publisher", "Speaker"];

/** Another corpus is served than the one that was being read. */
export class AnotherCorpus extends Error {}

/** A value that statements are counted by. */
export interface NamedValue {
	/** The slug. */
	readonly value: string;
	/** The names that its label is chosen from. */
	readonly names: readonly NameRow[];
}

/** What the layout tells of one column of one segment; its elements too where they came along. */
export interface LaidColumn extends ColumnShape {
	readonly segment: number;
	readonly name: ColumnName;
	readonly column: Column | null;
}

/** How the rows of a noun are ordered; by their numbers. */
export interface Dictionary {
	/** The place of the label, from 0, in the order of code points; equal for equal labels. */
	readonly labels: Int32Array;
	/** The place of the row itself: by label, then by slug. */
	readonly places: Int32Array;
}

/** What a corpus has of columns. */
export interface Opened {
	readonly version: string;
	readonly columns: readonly LaidColumn[];
	/** Where the corpus has one segment: the dictionary of each noun. */
	readonly dictionaries: readonly (readonly [ColumnNoun, Dictionary])[];
}

const VERSION = sql`coalesce((SELECT version FROM "Corpus"), '') AS version`;

/** What labels of a noun are ordered by. */
function sortColumn(noun: ColumnNoun): Sql {
	return identifier(noun === "Article" ? "sortTitle" : "sortName");
}

/** The rows of a noun in their order, as bytes: for each its number and the place of its label. */
function orderOf(noun: ColumnNoun): Sql {
	const label = sql`${sortColumn(noun)} COLLATE "C"`;
	return sql`
		SELECT string_agg(int4send(o.number) || int4send(o.label), ''::bytea ORDER BY o.label, o.slug COLLATE "C")
		FROM (SELECT number, slug, (dense_rank() OVER (ORDER BY ${label}) - 1)::int AS label FROM ${identifier(noun)}) o`;
}

/** A row of bytes and what they are. */
type Row = Partial<ColumnShape> & {
	readonly version: string;
	readonly segment: number | null;
	readonly name: string | null;
	readonly bytes: Uint8Array | null;
};

const FOUR = 4;
const EIGHT = 8;

function dictionaryOf(bytes: Uint8Array | null): Dictionary {
	const count = (bytes?.length ?? 0) / EIGHT;
	const [labels, places] = [new Int32Array(count), new Int32Array(count)];
	if (bytes === null) return { labels, places };
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let place = 0; place < count; place += 1) {
		const number = view.getInt32(place * EIGHT);
		places[number] = place;
		labels[number] = view.getInt32(place * EIGHT + FOUR);
	}
	return { labels, places };
}

/** Numbers as int4send writes them, one behind the other. */
function numbersOf(bytes: Uint8Array | null): Int32Array {
	const numbers = new Int32Array((bytes?.length ?? 0) / FOUR);
	if (bytes === null) return numbers;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let index = 0; index < numbers.length; index += 1)
		numbers[index] = view.getInt32(index * FOUR);
	return numbers;
}

function toColumn({ bytes, length = 0, width = 1, base = 0, top = 0 }: Row): Column | null {
	return bytes === null ? null : decodeColumn({ length, width, base, top, bytes });
}

function toLaid(row: Row): LaidColumn | null {
	const { segment, name, length = 0, width = 1, base = 0, top = 0 } = row;
	if (segment === null || name === null) return null;
	// The deriver writes these names only.
	return { segment, name: name as ColumnName, length, width, base, top, column: toColumn(row) };
}

/**
 * Reads what columns there are. A corpus of one segment comes whole, with all its
 * dictionaries, as it is small: so one SQL statement is all that is read of it.
 */
export async function readLayout(reader: Reader): Promise<Opened> {
	const isSmall = sql`(SELECT max(segment) FROM "StatementColumn") = 0`;
	const dictionaries = COLUMN_NOUNS.map(
		(noun) =>
			sql`UNION ALL SELECT ${VERSION}, NULL, ${noun}, NULL, NULL, NULL, NULL, CASE WHEN ${isSmall} THEN (${orderOf(noun)}) END`,
	).reduce((all, one) => sql`${all} ${one}`);
	const rows = await reader.read<Row>(sql`
		SELECT ${VERSION}, segment, name, length, width, base, top, CASE WHEN ${isSmall} THEN bytes END AS bytes
		FROM "StatementColumn" ${dictionaries}`);
	const columns = rows.flatMap((row) => toLaid(row) ?? []);
	const isWhole = columns.some(({ column }) => column !== null);
	const version = rows[0]?.version ?? "";
	if (!isWhole) return { version, columns, dictionaries: [] };
	return {
		version,
		columns,
		dictionaries: COLUMN_NOUNS.map((noun) => {
			const found = rows.find(({ segment, name }) => segment === null && name === noun);
			return [noun, dictionaryOf(found?.bytes ?? null)] as const;
		}),
	};
}

function checkVersion(rows: readonly { readonly version: string }[], version: string): void {
	if (rows.some((row) => row.version !== version))
		throw new AnotherCorpus(`expected the corpus ${version}, found ${rows[0]?.version}`);
}

/**
 * Reads columns of some segments.
 *
 * @throws AnotherCorpus when the corpus is not of the version
 */
export async function readColumns(
	reader: Reader,
	version: string,
	segments: readonly number[],
	names: readonly ColumnName[],
): Promise<LaidColumn[]> {
	const rows = await reader.read<Row>(
		sql`SELECT ${VERSION}, segment, name, length, width, base, top, bytes FROM "StatementColumn" WHERE segment = ANY(${segments}) AND name = ANY(${names})`,
	);
	checkVersion(rows, version);
	if (rows.length !== segments.length * names.length)
		throw new AnotherCorpus(`expected columns of the corpus ${version}, found fewer`);
	return rows.flatMap((row) => toLaid(row) ?? []);
}

/**
 * Reads how the rows of a noun are ordered.
 *
 * @throws AnotherCorpus when the corpus is not of the version
 */
export async function readDictionary(
	reader: Reader,
	version: string,
	noun: ColumnNoun,
): Promise<Dictionary> {
	const rows = await reader.read<Row>(sql`SELECT ${VERSION}, (${orderOf(noun)}) AS bytes`);
	checkVersion(rows, version);
	return dictionaryOf(rows[0]?.bytes ?? null);
}

/** A noun and something that tells which of its rows. */
export interface OfNoun<Which> {
	readonly noun: ColumnNoun;
	readonly which: Which;
}

/** The names of the row o as JSON, an array of NameRow. */
function namesOf(noun: ColumnNoun): Sql {
	// Headlines are not translated, so one stands for every language, as Arabic names do.
	if (noun === "Article")
		return sql`json_build_array(json_build_object('text', coalesce(o.title, o.slug), 'language', 'ar', 'kind', 'OFFICIAL'))`;
	const owner = identifier(`${noun.toLowerCase()}Slug`);
	return sql`(SELECT json_agg(json_build_object('text', n.text, 'language', n.language, 'kind', n.kind) ORDER BY n.position) FROM ${identifier(`${noun}Name`)} n WHERE n.${owner} = o.slug AND n.kind = 'OFFICIAL')`;
}

function union(selects: readonly Sql[]): Sql {
	return selects.reduce((all, one) => sql`${all} UNION ALL ${one}`);
}

/**
 * Reads slugs and official names by number, those of several nouns in one SQL statement.
 *
 * @param wanted at least one noun with the numbers that are wanted
 * @throws AnotherCorpus when the corpus is not of the version
 */
export async function readValues(
	reader: Reader,
	version: string,
	wanted: readonly OfNoun<readonly number[]>[],
): Promise<(OfNoun<number> & NamedValue)[]> {
	const selects = wanted.map(
		({ noun, which }) =>
			sql`SELECT ${VERSION}, ${noun}::text AS noun, o.number AS which, o.slug AS value, ${namesOf(noun)} AS names FROM ${identifier(noun)} o WHERE o.number = ANY(${which})`,
	);
	const rows = await reader.read<OfNoun<number> & NamedValue & { readonly version: string }>(
		union(selects),
	);
	checkVersion(rows, version);
	return rows;
}

/**
 * Reads the numbers of rows by slug; one that is not there is left out.
 *
 * @param wanted at least one noun with the slugs that are wanted
 * @throws AnotherCorpus when the corpus is not of the version
 */
export async function readNumbers(
	reader: Reader,
	version: string,
	wanted: readonly OfNoun<readonly string[]>[],
): Promise<(OfNoun<string> & { readonly number: number })[]> {
	const selects = wanted.map(
		({ noun, which }) =>
			sql`SELECT ${VERSION}, ${noun}::text AS noun, o.slug AS which, o.number FROM ${identifier(noun)} o WHERE o.slug = ANY(${which})`,
	);
	const rows = await reader.read<
		OfNoun<string> & { readonly number: number; readonly version: string }
	>(union(selects));
	checkVersion(rows, version);
	return rows;
}

/**
 * Reads the numbers of statements, in rising order.
 *
 * @param condition on the row s of the table Statement
 * @throws AnotherCorpus when the corpus is not of the version
 */
export async function readMatching(
	reader: Reader,
	version: string,
	condition: Sql,
): Promise<Int32Array> {
	const rows = await reader.read<{ readonly version: string; readonly bytes: Uint8Array | null }>(
		sql`SELECT ${VERSION}, (SELECT string_agg(int4send(s.number), ''::bytea ORDER BY s.number) FROM "Statement" s WHERE ${condition}) AS bytes`,
	);
	checkVersion(rows, version);
	return numbersOf(rows[0]?.bytes ?? null);
}

/**
 * Reads the numbers of statements for each of some keys, in rising order, all in one SQL statement.
 *
 * @param condition on the row s of the table Statement and on k.key
 * @throws AnotherCorpus when the corpus is not of the version
 */
export async function readMatchingOf(
	reader: Reader,
	version: string,
	condition: Sql,
	keys: readonly string[],
): Promise<Int32Array[]> {
	const rows = await reader.read<{
		readonly version: string;
		readonly key: string;
		readonly bytes: Uint8Array | null;
	}>(
		sql`SELECT ${VERSION}, k.key, (SELECT string_agg(int4send(s.number), ''::bytea ORDER BY s.number) FROM "Statement" s WHERE ${condition}) AS bytes FROM unnest(${keys}::text[]) AS k(key)`,
	);
	checkVersion(rows, version);
	const byKey = new Map(rows.map(({ key, bytes }) => [key, numbersOf(bytes)]));
	return keys.map((key) => byKey.get(key) ?? new Int32Array());
}
