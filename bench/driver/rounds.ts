import type pg from "pg";
import type { ContenderName } from "../contenders/names.ts";
import { withClient } from "../database/client.ts";
import type { LoadClient } from "./load-client.ts";
import type { Plan } from "./plan.ts";
import { cpuMilliseconds, databaseMilliseconds } from "./process-usage.ts";
import type { SliceResult } from "./slice.ts";

/** How long and how often is measured. */
export interface Timing {
	readonly connections: number;
	readonly rounds: number;
	/** The length of a slice of load, in milliseconds. */
	readonly milliseconds: number;
	/** How long each is loaded before the first round, until its code is compiled and its caches have settled, in milliseconds. */
	readonly warmUp: number;
}

/** What one contender did in one round. */
export interface RoundResult {
	readonly requestsPerSecond: number;
	/** In milliseconds. */
	readonly p50: number;
	readonly p99: number;
	readonly meanBytes: number;
	/** Processor time a request, in milliseconds; null where it cannot be read. */
	readonly processMilliseconds: number | null;
	readonly databaseMilliseconds: number | null;
}

/** The rounds of one contender; the same place in another's is the same round. */
export type Rounds = Partial<Record<ContenderName, RoundResult[]>>;

function perRequest(before: number | null, after: number | null, requests: number): number | null {
	return before === null || after === null ? null : (after - before) / requests;
}

/** Loads one contender after another, and keeps in mind what each has been asked. */
export function slicer(client: LoadClient, connections: number) {
	const bytes = new Map<Plan, readonly (number | null)[]>();
	const offsets = new Map<Plan, number>();
	return async (plan: Plan, milliseconds: number): Promise<SliceResult> => {
		const { contender, query, requests } = plan;
		const offset = offsets.get(plan) ?? 0;
		const known = bytes.get(plan) ?? requests.map(() => null);
		const { origin } = contender;
		try {
			const order = { origin, connections, milliseconds, requests, bytes: known, offset };
			const result = await client.run(order);
			bytes.set(plan, result.bytes);
			offsets.set(plan, (offset + result.requests) % requests.length);
			return result;
		} catch (cause) {
			throw new Error(`${contender.name}, ${query.name}, under load: ${String(cause)}`, { cause });
		}
	};
}

/** Loads a contender once, and tells what processor time that took. */
async function timedSlice(
	slice: ReturnType<typeof slicer>,
	database: pg.Client,
	plan: Plan,
	milliseconds: number,
): Promise<RoundResult> {
	const usage = () =>
		Promise.all([cpuMilliseconds(plan.contender.pid), databaseMilliseconds(database)]);
	const before = await usage();
	const { requests, bytes: _bytes, ...result } = await slice(plan, milliseconds);
	const after = await usage();
	return {
		...result,
		processMilliseconds: perRequest(before[0], after[0], requests),
		databaseMilliseconds: perRequest(before[1], after[1], requests),
	};
}

/** The plans of a round: each round begins with another one. */
function turnsOf(plans: readonly Plan[], round: number): readonly Plan[] {
	const first = round % Math.max(1, plans.length);
	return [...plans.slice(first), ...plans.slice(0, first)];
}

/** Runs the contenders of one query in turn, each for a short slice, in another order each round. */
export async function measureRounds(
	client: LoadClient,
	databaseUrl: string,
	plans: readonly Plan[],
	{ connections, rounds, milliseconds, warmUp }: Timing,
): Promise<Rounds> {
	return withClient(databaseUrl, async (database) => {
		const slice = slicer(client, connections);
		const results: Rounds = {};
		for (const plan of plans) await slice(plan, warmUp);
		for (let round = 0; round < rounds; round += 1)
			for (const plan of turnsOf(plans, round)) {
				const { name } = plan.contender;
				const result = await timedSlice(slice, database, plan, milliseconds);
				results[name] = [...(results[name] ?? []), result];
			}
		return results;
	});
}
