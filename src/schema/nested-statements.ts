import type { PageArguments } from "../database/page.ts";
import type { StatementRow } from "../database/rows.ts";
import { type Sql, sql } from "../database/sql.ts";
import { type Connection, connectionOf } from "./connection.ts";
import type { Context } from "./context.ts";
import { type StatementListArguments, statementList } from "./statement-inputs.ts";

/** What a statement has to do with the row that lists it; k.key is that row's slug. */
const SCOPES = {
	article: sql`s."articleSlug" = k.key`,
	speaker: sql`EXISTS (SELECT FROM "Attribution" WHERE "statementSlug" = s.slug AND "speakerSlug" = k.key)`,
	location: sql`EXISTS (SELECT FROM "StatementLocation" WHERE "statementSlug" = s.slug AND "locationSlug" = k.key)`,
	occasion: sql`s."occasionSlug" = k.key`,
} as const satisfies Record<string, Sql>;

/** The statements of a row, narrowed, ordered and paged as the list at the root is. */
export async function statementsOf(
	context: Context,
	scope: keyof typeof SCOPES,
	slug: string,
	args: StatementListArguments & PageArguments,
): Promise<Connection<StatementRow>> {
	const query = await statementList(context, args, SCOPES[scope]);
	return connectionOf<StatementRow>(context, query, args, slug);
}
