import type { Variables } from "../contenders/sql/operations.ts";
import type { RunningContender } from "../contenders/start.ts";
import type { BenchRequest, Form, Query } from "../queries/query.ts";
import { askAt } from "./ask.ts";

/** What one contender is asked for one query. */
export interface Plan {
	readonly contender: RunningContender;
	readonly query: Query;
	/** A request for each of the variables, in their order. */
	readonly requests: readonly BenchRequest[];
	/** How its answers are compared; null for the constant, which has none of its own. */
	readonly form: Form | null;
}

async function planOf(
	contender: RunningContender,
	query: Query,
	variables: readonly Variables[],
): Promise<Plan | null> {
	const form = query.forms[contender.name];
	if (form === undefined) return null;
	const learnt = (await form.prepare?.(askAt(contender.origin), variables)) ?? new Map();
	const requests = variables.map((each) => form.request(each, learnt));
	return { contender, query, requests, form };
}

/** Puts one of our answers into the constant, which is asked as we are. */
async function constantPlan(contender: RunningContender, ours: Plan): Promise<Plan> {
	const [request] = ours.requests;
	if (request === undefined)
		throw new Error(`expected variables of ${ours.query.name}, found none`);
	const answer = await fetch(`${ours.contender.origin}${request.path}`, {
		method: request.method,
		body: request.body,
		headers: { "content-type": "application/json", accept: "application/json" },
	});
	const path = `/${encodeURIComponent(ours.query.name)}`;
	await fetch(`${contender.origin}${path}`, { method: "PUT", body: await answer.text() });
	return {
		contender,
		query: ours.query,
		requests: ours.requests.map((each) => ({ ...each, path: each.path.replace(/^[^?]*/, path) })),
		form: null,
	};
}

/** Plans a query for every contender that takes part in it. */
export async function planQuery(
	contenders: readonly RunningContender[],
	query: Query,
	variables: readonly Variables[],
): Promise<Plan[]> {
	const planned = await Promise.all(
		contenders.map((contender) => planOf(contender, query, variables)),
	);
	const plans = planned.filter((plan) => plan !== null);
	const constant =
		query.sort === "repeated" ? contenders.find(({ name }) => name === "constant") : undefined;
	const ours = plans.find(({ contender }) => contender.name === "ours");
	return constant === undefined || ours === undefined
		? plans
		: [...plans, await constantPlan(constant, ours)];
}
