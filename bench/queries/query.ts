import type pg from "pg";
import type { ContenderName } from "../contenders/names.ts";
import type { Variables } from "../contenders/sql/operations.ts";
import type { Random } from "../generator/random.ts";

/** One request to a contender. */
export interface BenchRequest {
	readonly method: "GET" | "POST";
	/** From the first slash. */
	readonly path: string;
	/** Null for none; else JSON. */
	readonly body: string | null;
}

/** Asks a contender and gives the JSON of its answer. */
export type Ask = (request: BenchRequest) => Promise<unknown>;

/** How a contender is asked a query. */
export interface Form {
	/** Makes the request; what a contender must be asked beforehand, such as its cursors, `prepare` has learnt. */
	readonly request: (variables: Variables, learnt: ReadonlyMap<string, string>) => BenchRequest;
	/** Learns what the requests need: for most nothing. */
	readonly prepare?: (
		ask: Ask,
		variables: readonly Variables[],
	) => Promise<ReadonlyMap<string, string>>;
	/** Brings the answer into the one shape in which answers are compared. */
	readonly canonical: (answer: unknown) => unknown;
}

/** What variables are drawn from. */
export interface Draw {
	readonly database: pg.Client;
	readonly random: Random;
	readonly count: number;
}

/** A query of the benchmark. */
export interface Query {
	readonly name: string;
	/** What it asks for, in a sentence. */
	readonly title: string;
	/** Draws variables; the same chance and database give the same. */
	readonly draw: (draw: Draw) => Promise<readonly Variables[]>;
	/** What sort it is, if it is of none that is always measured: the whole database is read for it, or it is asked over and over. */
	readonly sort?: "heavy" | "repeated";
	/** Left out of a quick run. */
	readonly isLong?: boolean;
	readonly forms: Partial<Readonly<Record<ContenderName, Form>>>;
}

/** A request of GraphQL by POST. */
export function graphqlRequest(query: string, variables: object): BenchRequest {
	return { method: "POST", path: "/graphql", body: JSON.stringify({ query, variables }) };
}
