import type { GraphQLResolveInfo } from "graphql";
import type { StatementRow } from "../database/rows.ts";
import type { Scope } from "../database/scopes.ts";
import type { PageArguments } from "../database/slice.ts";
import { type Connection, connectionOf } from "./connection.ts";
import type { Context } from "./context.ts";
import { type StatementListArguments, statementList } from "./statement-inputs.ts";

/** The statements of a row, narrowed, ordered and paged as the list at the root is. */
export async function statementsOf(
	context: Context,
	scope: Scope,
	slug: string,
	args: StatementListArguments & PageArguments,
	info: GraphQLResolveInfo,
): Promise<Connection<StatementRow>> {
	const query = await statementList(context, args, scope);
	return connectionOf<StatementRow>(context, query, args, info, slug);
}
