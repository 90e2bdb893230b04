import { q1 } from "./q1.ts";
import type { BenchRequest, Form, Query } from "./query.ts";

/** How many different requests are asked over and over. */
const FIXED = 50;

/** The same request by GET, as a link or a cache between would have it. */
export function byGet({ path, body }: BenchRequest): BenchRequest {
	// The body is the one that graphqlRequest has made.
	const { query, variables } = JSON.parse(body ?? "{}") as { query: string; variables: object };
	const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
	return { method: "GET", path: `${path}?${parameters}`, body: null };
}

function repeated(name: string, title: string, by: (request: BenchRequest) => BenchRequest): Query {
	const { ours } = q1.forms;
	if (ours === undefined) throw new Error("expected Q1 to be ours too");
	const form: Form = {
		...ours,
		request: (variables, learnt) => by(ours.request(variables, learnt)),
	};
	return {
		name,
		title,
		sort: "repeated",
		draw: (draw) => q1.draw({ ...draw, count: FIXED }),
		forms: { ours: form },
	};
}

/** Q1 of a few speakers over and over, against a constant of the same size. */
export const repeatedQueries: readonly Query[] = [
	repeated("repeated POST", "Q1 with 50 variables over and over, by POST", (request) => request),
	repeated("repeated GET", "Q1 with 50 variables over and over, by GET", byGet),
];
