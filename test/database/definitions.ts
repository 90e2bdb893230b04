import type { Reader } from "../../src/database/database.ts";
import { type Sql, sql } from "../../src/database/sql.ts";

const INDEXES = sql`SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2`;

const CONSTRAINTS = sql`
	SELECT conrelid::regclass::text, conname, contype, convalidated, condeferrable, condeferred, pg_get_constraintdef(oid)
	FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2`;

// In their order, not by their numbers: columns that a migration has dropped leave gaps.
const COLUMNS = sql`
	SELECT c.table_name, c.column_name, c.data_type, c.udt_schema, c.udt_name, c.collation_name,
		c.is_nullable, c.column_default, c.is_generated, c.generation_expression, a.attstorage, a.attcompression,
		(SELECT array_agg(acl::text ORDER BY acl::text) FROM unnest(a.attacl) AS acl) AS privileges
	FROM information_schema.columns c
	JOIN pg_attribute a ON a.attrelid = format('%I.%I', c.table_schema, c.table_name)::regclass AND a.attname = c.column_name
	WHERE c.table_schema = 'public' ORDER BY 1, c.ordinal_position`;

const TABLES = sql`
	SELECT relname, relkind, relpersistence, reloptions, pg_get_userbyid(relowner) AS owner,
		(SELECT array_agg(acl::text ORDER BY acl::text) FROM unnest(coalesce(relacl, acldefault('r', relowner))) AS acl) AS privileges
	FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind <> 'c' ORDER BY 1`;

const STAGINGS = sql`SELECT nspname AS name FROM pg_namespace WHERE nspname LIKE 'aqwal%'`;

/** All that a database says of its tables beside their rows, and the schemas that loads have left behind. */
export async function definitionsOf(reader: Reader) {
	const read = (statement: Sql) => reader.read<Record<string, unknown>>(statement);
	return {
		indexes: await read(INDEXES),
		constraints: await read(CONSTRAINTS),
		columns: await read(COLUMNS),
		tables: await read(TABLES),
		stagings: await read(STAGINGS),
	};
}
