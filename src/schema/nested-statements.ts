import type { GraphQLResolveInfo } from "graphql";
import { andThen, type MaybePromise } from "../database/maybe-promise.ts";
import type { StatementRow } from "../database/rows.ts";
import type { Scope } from "../database/scopes.ts";
import type { PageArguments } from "../database/slice.ts";
import { type Connection, connectionOf, planConnection } from "./connection.ts";
import type { Context } from "./context.ts";
import { type StatementListArguments, statementList } from "./statement-inputs.ts";

/** The statements of a row, narrowed, ordered and paged as the list at the root is. */
export function statementsOf(
	context: Context,
	scope: Scope,
	slug: string,
	args: StatementListArguments & PageArguments,
	info: GraphQLResolveInfo,
): MaybePromise<Connection<StatementRow>> {
	const { plans } = context;
	// A field has the same arguments for all rows that it is asked of in one request.
	const known = plans.get(info.fieldNodes);
	if (known !== undefined) return connectionOf<StatementRow>(context, known, slug);
	return andThen(statementList(context, args, scope), (list) => {
		const plan = plans.get(info.fieldNodes) ?? planConnection(list, args, info);
		plans.set(info.fieldNodes, plan);
		return connectionOf<StatementRow>(context, plan, slug);
	});
}
