import type pg from "pg";

/** Old tables, or views, paired with the new ones of the same name. */
const PAIRS = `
	SELECT old.oid, new.oid AS "newOid", old.relowner, old.relacl, old.reloptions, new.relacl AS "newPrivileges",
		format('%I.%I', $2::text, old.relname) AS name
	FROM pg_class old JOIN pg_class new ON new.relname = old.relname AND new.relkind = old.relkind
	WHERE old.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = $1)
		AND new.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = $2)
		AND old.relname = ANY ($3)`;

const ROLE = "CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END";

// What the owner may is written out only when somebody has granted or revoked something.
const STATEMENTS = `
	WITH pair AS (${PAIRS}), changed AS (
		SELECT * FROM pair WHERE relacl IS DISTINCT FROM "newPrivileges"
	), revoked AS (
		SELECT name, relowner AS grantee FROM changed
		UNION SELECT name, (aclexplode("newPrivileges")).grantee FROM changed
	), granted AS (
		SELECT name, '' AS "column", (aclexplode(coalesce(relacl, acldefault('r', relowner)))).* FROM changed
		UNION ALL
		SELECT name, format(' (%I)', attname), (aclexplode(attacl)).* FROM pair JOIN pg_attribute a ON attrelid = oid
		WHERE EXISTS (SELECT FROM pg_attribute n WHERE n.attrelid = "newOid" AND n.attname = a.attname AND NOT n.attisdropped)
	)
	SELECT 0 AS step, format('ALTER TABLE %s SET (%s)', name, array_to_string(reloptions, ', ')) AS sql
	FROM pair WHERE reloptions IS NOT NULL
	UNION ALL
	SELECT 1, format('ALTER TABLE %s OWNER TO %I', name, pg_get_userbyid(relowner))
	FROM pair WHERE pg_get_userbyid(relowner) <> current_user
	UNION ALL
	SELECT 2, format('REVOKE ALL ON %s FROM %s', name, ${ROLE}) FROM revoked
	UNION ALL
	SELECT 3, format('GRANT %s%s ON %s TO %s%s', privilege_type, "column", name, ${ROLE},
		CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
	FROM granted
	ORDER BY step`;

/**
 * Gives new tables, or views, the owners, the privileges and the storage options that the
 * old ones of the same names have, on columns too where the new ones have them.
 *
 * @param from the schema of the old tables
 * @param to the schema of the new ones
 */
export async function carryOverPrivileges(
	client: Pick<pg.ClientBase, "query">,
	from: string,
	to: string,
	tables: readonly string[],
): Promise<void> {
	const { rows } = await client.query<{ sql: string }>(STATEMENTS, [from, to, tables]);
	for (const { sql } of rows) await client.query(sql);
}
