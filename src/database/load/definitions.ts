import type pg from "pg";

/** An index or a constraint, and the SQL that makes it in the schema that comes first in the search path. */
export interface Definition {
	readonly table: string;
	readonly name: string;
	readonly sql: string;
}

/** What the tables of the corpus are, beside their rows; as the migrations, or a person after them, made it. */
export interface Definitions {
	/** The schema that they are in, "public" unless the connection says otherwise. */
	readonly schema: string;
	/** By table, the columns that hold JSON. */
	readonly jsonColumns: ReadonlyMap<string, ReadonlySet<string>>;
	readonly indexes: readonly Definition[];
	/** Primary keys and the like; each is made of an index that exists, or makes one. */
	readonly keys: readonly Definition[];
	readonly foreignKeys: readonly Definition[];
}

const JSON_COLUMNS = `
	SELECT t.relname AS "table", array_agg(a.attname::text) AS columns
	FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid
	WHERE t.relnamespace = current_schema()::regnamespace AND t.relname = ANY ($1)
		AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid IN ('json'::regtype, 'jsonb'::regtype)
	GROUP BY 1`;

// In its pretty form a definition names the table without its schema.
const INDEXES = `
	SELECT t.relname AS "table", i.relname AS name, pg_get_indexdef(i.oid, 0, true) AS sql
	FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
	WHERE t.relnamespace = current_schema()::regnamespace AND t.relname = ANY ($1)
		AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.oid AND c.contype = 'x')
	ORDER BY 1, 2`;

// Checks come with the columns, so a row that breaks one is refused while it is copied.
const CONSTRAINTS = `
	SELECT t.relname AS "table", c.conname AS name, c.contype = 'f' AS "isForeign",
		format('ALTER TABLE %I ADD CONSTRAINT %I %s', t.relname, c.conname,
			CASE WHEN c.contype IN ('p', 'u')
				THEN format('%s USING INDEX %I%s%s', CASE c.contype WHEN 'p' THEN 'PRIMARY KEY' ELSE 'UNIQUE' END,
					i.relname, CASE WHEN c.condeferrable THEN ' DEFERRABLE' END,
					CASE WHEN c.condeferred THEN ' INITIALLY DEFERRED' END)
				ELSE pg_get_constraintdef(c.oid) END) AS sql
	FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid LEFT JOIN pg_class i ON i.oid = c.conindid
	WHERE t.relnamespace = current_schema()::regnamespace AND t.relname = ANY ($1)
		AND c.contype IN ('p', 'u', 'x', 'f')
	ORDER BY 1, 2`;

const LOST = `
	SELECT format('%s %s of %s', found.kind, found.name, t.relname) AS thing
	FROM pg_class t JOIN (
		SELECT polrelid AS relation, 'the policy' AS kind, polname AS name FROM pg_policy
		UNION ALL SELECT tgrelid, 'the trigger', tgname FROM pg_trigger WHERE NOT tgisinternal
		UNION ALL SELECT ev_class, 'the rule', rulename FROM pg_rewrite
		UNION ALL SELECT stxrelid, 'the statistics', stxname FROM pg_statistic_ext
		UNION ALL SELECT prrelid, 'the publication', pubname FROM pg_publication_rel JOIN pg_publication p ON p.oid = prpubid
	) found ON found.relation = t.oid
	WHERE t.relnamespace = current_schema()::regnamespace AND t.relname = ANY ($1)
	ORDER BY 1`;

/** Things that nobody makes again would be lost without a word, and with a policy more than a thing. */
async function refuseWhatWouldBeLost(client: pg.Client, tables: readonly string[]): Promise<void> {
	const { rows } = await client.query<{ thing: string }>(LOST, [tables]);
	if (rows.length === 0) return;
	const things = rows.map(({ thing }) => thing).join(", ");
	throw new Error(
		`expected tables with columns, indexes, constraints and privileges only, as loading puts new ones in their place, found ${things}; drop it, and make it again after each load`,
	);
}

/**
 * Reads what has to be made again for tables that take the place of these.
 *
 * @param client with the search path by which the tables are found
 * @throws Error that names what a table has and a new one would not
 */
export async function readDefinitions(
	client: pg.Client,
	tables: readonly string[],
): Promise<Definitions> {
	await refuseWhatWouldBeLost(client, tables);
	const read = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = [tables]) =>
		(await client.query<Row>(text, values)).rows;
	const [home] = await read<{ schema: string }>("SELECT current_schema() AS schema", []);
	const json = await read<{ table: string; columns: string[] }>(JSON_COLUMNS);
	const indexes = await read<Definition>(INDEXES);
	const constraints = await read<Definition & { isForeign: boolean }>(CONSTRAINTS);
	return {
		schema: home?.schema ?? "public",
		jsonColumns: new Map(json.map(({ table, columns }) => [table, new Set(columns)])),
		indexes,
		keys: constraints.filter(({ isForeign }) => !isForeign),
		foreignKeys: constraints.filter(({ isForeign }) => isForeign),
	};
}
