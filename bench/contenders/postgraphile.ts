// PostGraphile 5 as its documentation has it for production: on node:http, explaining off.
import { createServer } from "node:http";
import { postgraphile } from "postgraphile";
import { TYPES } from "postgraphile/@dataplan/pg";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { type SQL, sql } from "postgraphile/pg-sql2";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { addPgTableCondition, addPgTableOrderBy, orderByAscDesc } from "postgraphile/utils";
import { DATABASE_URL, listen, POOL_SIZE, SESSION } from "./child.ts";
import { PEER_SCHEMA } from "./sql/peer-functions.ts";

function table(tableName: string) {
	return { schemaName: "public", tableName };
}

/** The orders that the indexes of the database have, with which a list needs no sorting. */
function newestFirst(tableName: string, position: string): GraphileConfig.Plugin {
	return addPgTableOrderBy(table(tableName), () => ({
		...orderByAscDesc("SAID_DAY", ({ alias }) => ({
			codec: TYPES.date,
			fragment: sql`coalesce(${alias}."saidEarliest", '-infinity'::date)`,
		})),
		...orderByAscDesc(
			"READING",
			({ alias }) => ({ codec: TYPES.int, fragment: sql`(-${alias}.${sql.identifier(position)})` }),
			{ unique: true },
		),
	}));
}

/** The order of the links of one statement: these are few, and no index has it. */
function asWritten(tableName: string): GraphileConfig.Plugin {
	return addPgTableOrderBy(table(tableName), () =>
		orderByAscDesc("POSITION", ({ alias }) => ({
			codec: TYPES.int,
			fragment: sql`${alias}."position"`,
		})),
	);
}

const mostStatementsFirst = addPgTableOrderBy(table("Speaker"), () =>
	orderByAscDesc("FEWEST_FIRST", ({ alias }) => ({
		codec: TYPES.int,
		fragment: sql`(-${alias}."statementCount")`,
	})),
);

/** Statements that have been confirmed, and attributions of these. */
function curated(tableName: string, condition: (alias: SQL) => SQL): GraphileConfig.Plugin {
	return addPgTableCondition(
		table(tableName),
		"curated",
		({ graphql: { GraphQLBoolean } }) => ({ type: GraphQLBoolean }),
		(_value, { sqlTableAlias }) => condition(sqlTableAlias),
	);
}

/** The names that are shown. */
function officialArabic(tableName: string): GraphileConfig.Plugin {
	return addPgTableCondition(
		table(tableName),
		"officialArabic",
		({ graphql: { GraphQLBoolean } }) => ({ type: GraphQLBoolean }),
		(_value, { sqlTableAlias }) =>
			sql`${sqlTableAlias}.kind = 'OFFICIAL' AND ${sqlTableAlias}.language = 'ar'`,
	);
}

/**
 * Without it a far page is looked for from the beginning of the list: the condition that
 * PostGraphile makes of a cursor is an OR, which has no range in an index.
 */
const saidUntil = addPgTableCondition(
	table("Statement"),
	"saidUntil",
	({ graphql: { GraphQLString } }) => ({ type: GraphQLString }),
	(value, { sqlTableAlias, sqlValueWithCodec }) =>
		sql`coalesce(${sqlTableAlias}."saidEarliest", '-infinity'::date) <= ${sqlValueWithCodec(value, TYPES.date)}`,
);

const instance = postgraphile({
	extends: [PostGraphileAmberPreset],
	plugins: [
		newestFirst("Statement", "position"),
		newestFirst("Attribution", "statementPosition"),
		mostStatementsFirst,
		asWritten("Attribution"),
		asWritten("StatementLocation"),
		curated("Statement", (statement) => sql`${statement}."reviewStatus" = 'CURATED'`),
		curated(
			"Attribution",
			(attribution) =>
				sql`EXISTS (SELECT FROM "Statement" s WHERE s.number = ${attribution}."statementNumber" AND s."reviewStatus" = 'CURATED')`,
		),
		officialArabic("SpeakerName"),
		officialArabic("LocationName"),
		saidUntil,
	],
	pgServices: [
		makePgService({
			connectionString: DATABASE_URL,
			schemas: ["public", PEER_SCHEMA],
			poolConfig: { max: POOL_SIZE, options: SESSION },
		}),
	],
	grafast: { explain: false },
	grafserv: { graphiql: false, watch: false, websockets: false },
});

const server = createServer();
await instance.createServ(grafserv).addTo(server);
listen(server);
