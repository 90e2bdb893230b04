import type { ContenderName } from "../contenders/names.ts";
import type { Variables } from "../contenders/sql/operations.ts";
import { type Conditions, startContender } from "../contenders/start.ts";
import type { Query } from "../queries/query.ts";
import { askAt } from "./ask.ts";
import { type Plan, planQuery } from "./plan.ts";
import { type StatementCounter, startStatementCounter } from "./statement-counter.ts";

/** How many requests are counted; as many again go before, so that nothing is asked for the first time. */
const COUNTED = 5;
/** The same for queries that read much. */
const COUNTED_HEAVY = 1;

/** A query with the variables that it is asked with. */
export interface DrawnQuery {
	readonly query: Query;
	readonly variables: readonly Variables[];
}

/** The mean of some requests, after as many that warm up. */
async function countOf(plan: Plan, counter: StatementCounter): Promise<number> {
	const { query, requests, contender } = plan;
	const counted = query.sort === "heavy" ? COUNTED_HEAVY : COUNTED;
	const ask = askAt(contender.origin);
	let before = 0;
	for (let index = 0; index < 2 * counted; index += 1) {
		if (index === counted) before = counter.count();
		const request = requests[index % requests.length];
		if (request !== undefined) await ask(request);
	}
	return (counter.count() - before) / counted;
}

/**
 * Counts the SQL statements of each query in what a contender sends to the database: one
 * request at a time, in a process of its own, as counting costs time.
 *
 * @returns statements an operation, by the query's name
 */
export async function countStatements(
	name: ContenderName,
	conditions: Conditions,
	queries: readonly DrawnQuery[],
): Promise<Record<string, number>> {
	const counter = await startStatementCounter(conditions.databaseUrl);
	const contender = await startContender(name, { ...conditions, databaseUrl: counter.url });
	const counts: Record<string, number> = {};
	try {
		for (const { query, variables } of queries) {
			const [plan] = await planQuery([contender], query, variables);
			if (plan === undefined) continue;
			counts[query.name] = await countOf(plan, counter);
		}
		return counts;
	} finally {
		await contender.stop();
		counter.stop();
	}
}
