import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../../src/database/database.ts";
import type { View } from "../../../src/database/views/view.ts";
import { VIEWS } from "../../../src/database/views/views.ts";
import { corpusDatabase } from "../../support/database.ts";
import { rowsOf } from "./asking.ts";

let database: Database;
beforeAll(async () => {
	database = await corpusDatabase();
});

/** Names that dashboards of others are made with: a view or a column that is gone, or of another type, breaks them. */
const PROMISED: Readonly<Record<string, string>> = {
	aqwal_corpus: "version text, seeded_at timestamp(3) with time zone",
	aqwal_statements:
		"statement_slug text, kind text, act text, said_edtf text, said_earliest date, said_latest date, said_day date, said_month date, said_year date, said_precision text, said_basis text, article_slug text, publisher_slug text, publisher_name_arabic text, publisher_name_english text, text text, language text, speaker_slugs text, speaker_names_arabic text, speaker_names_english text, relay_slugs text, article_title text, place_in_article integer, published_edtf text, published_earliest date, published_latest date, published_day date, published_month date, published_year date, published_precision text, published_basis text, occasion_slug text, occasion_kind text, occasion_name_arabic text, occasion_name_english text, explorer_path text",
	aqwal_statement_speakers:
		"statement_slug text, kind text, act text, said_edtf text, said_earliest date, said_latest date, said_day date, said_month date, said_year date, said_precision text, said_basis text, article_slug text, publisher_slug text, publisher_name_arabic text, publisher_name_english text, speaker_slug text, speaker_name_arabic text, speaker_name_english text, speaker_kind text, role text, resolution text, office_title_arabic text, office_title_english text",
	aqwal_statement_places:
		"statement_slug text, kind text, act text, said_edtf text, said_earliest date, said_latest date, said_day date, said_month date, said_year date, said_precision text, said_basis text, article_slug text, publisher_slug text, publisher_name_arabic text, publisher_name_english text, place_slug text, place_name_arabic text, place_name_english text, role text, place_kind text, country_code text, latitude double precision, longitude double precision",
	aqwal_articles:
		"article_slug text, title text, language text, publisher_slug text, publisher_name_arabic text, publisher_name_english text, published_edtf text, published_earliest date, published_latest date, published_day date, published_month date, published_year date, published_precision text, published_basis text, statement_count integer, document_file_name text, explorer_path text",
	aqwal_speakers:
		"speaker_slug text, speaker_name_arabic text, speaker_name_english text, kind text, wikidata_url text, statement_count integer, explorer_path text",
	aqwal_places:
		"place_slug text, place_name_arabic text, place_name_english text, kind text, parent_slug text, country_code text, latitude double precision, longitude double precision, wikidata_url text, geonames_url text, statement_count integer, explorer_path text",
};

const COLUMNS = `
	SELECT v.relname AS view, obj_description(v.oid) AS "viewComment", attname AS column,
		format_type(atttypid, atttypmod) AS type, col_description(v.oid, attnum) AS comment
	FROM pg_class v JOIN pg_attribute ON attrelid = v.oid AND attnum > 0
	WHERE v.relkind = 'v' AND v.relnamespace = 'public'::regnamespace ORDER BY 1, attnum`;

describe("the views", () => {
	test("have the names, the columns and the types that are promised", async () => {
		const found: Record<string, string[]> = {};
		for (const { view, column, type } of await rowsOf(database, COLUMNS)) {
			const columns = found[String(view)] ?? [];
			found[String(view)] = columns;
			columns.push(`${column} ${type}`);
		}
		expect(
			Object.fromEntries(Object.entries(found).map(([view, all]) => [view, all.join(", ")])),
		).toEqual(PROMISED);
	});

	test("cannot be written to, by whomever", async () => {
		const rows = await rowsOf(
			database,
			"SELECT table_name FROM information_schema.views WHERE table_schema = 'public' AND (is_updatable = 'YES' OR is_insertable_into = 'YES')",
		);
		expect(rows).toEqual([]);
	});

	test("say of themselves and of every column what it is", async () => {
		const rows = await rowsOf(database, COLUMNS);
		for (const { view, viewComment, column, comment } of rows) {
			const { columns, comment: told } = VIEWS.find(({ name }) => name === view) as View;
			expect(viewComment).toBe(told);
			expect(comment, `${view}.${column}`).toBe(columns[String(column)]?.comment);
			expect(comment).toMatch(/^\p{Lu}.{10,}\S$/su);
		}
	});

	test("tell of every column that can be null what null means", async () => {
		for (const { name, columns } of VIEWS) {
			const counts = Object.keys(columns).map(
				(column) => `count(*) - count(${column}) AS ${column}`,
			);
			const [row] = await rowsOf(database, `SELECT ${counts.join()} FROM ${name}`);
			for (const [column, nulls] of Object.entries(row ?? {}))
				if (Number(nulls) > 0)
					expect(columns[column]?.comment, `${name}.${column}`).toMatch(/null: /i);
		}
	});

	test("name in their comments every value of an enumeration", async () => {
		const rows = await rowsOf(
			database,
			`SELECT typname AS type, string_agg(enumlabel, ', ' ORDER BY enumsortorder) AS labels
			FROM pg_enum JOIN pg_type t ON t.oid = enumtypid GROUP BY 1`,
		);
		const labels = rows.map((row) => `One of ${row.labels}.`);
		const told = VIEWS.flatMap(({ columns }) => Object.values(columns)).flatMap(
			({ comment }) => /One of .*?\./.exec(comment) ?? [],
		);
		expect(told.length).toBeGreaterThan(15);
		for (const one of told) expect(labels).toContain(one);
	});
});
