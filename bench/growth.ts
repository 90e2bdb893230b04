import { type Arena, drawVariables, type Note, WARM_UP, withContenders } from "./arena.ts";
import { withClient } from "./database/client.ts";
import { ensureCorpus } from "./database/ensure.ts";
import { startLoadClient } from "./driver/load-client.ts";
import { type Plan, planQuery } from "./driver/plan.ts";
import { slicer } from "./driver/rounds.ts";
import type { DrawnQuery } from "./driver/statements-an-operation.ts";
import type { Options } from "./options.ts";
import { wantedQueries } from "./queries/index.ts";
import type { Growth } from "./results.ts";

/** What must not take longer where there is more. */
const GROWING = ["Q1", "Q2", "Q3", "Q4 first page", "Q4"];

/** One query at one size. */
interface Sized {
	readonly plan: Plan;
	readonly p50: number[];
}

/** Ours alone, on the corpora of two sizes. */
interface Pair {
	readonly small: Arena;
	readonly large: Arena;
}

async function drawn({ url, options }: Arena): Promise<DrawnQuery[]> {
	const wanted = wantedQueries(options.only, options.quick);
	const growing = wanted.filter(({ name }) => GROWING.includes(name));
	return withClient(url, (database) => drawVariables(database, growing, options.seed));
}

/** Loads both in turn, each beginning every other round. */
async function measurePair(
	{ client, options }: Arena,
	small: Sized,
	large: Sized,
): Promise<Growth> {
	const slice = slicer(client, options.connections);
	for (const { plan } of [small, large]) await slice(plan, WARM_UP);
	for (let round = 0; round < options.rounds; round += 1)
		for (const one of round % 2 === 0 ? [small, large] : [large, small])
			one.p50.push((await slice(one.plan, options.seconds * 1000)).p50);
	return { name: small.plan.query.name, small: small.p50, large: large.p50 };
}

async function measureBoth({ small, large }: Pair): Promise<Growth[]> {
	const queries = [await drawn(small), await drawn(large)] as const;
	return withContenders(small, ["ours"], false, (ofSmall) =>
		withContenders(large, ["ours"], false, async (ofLarge) => {
			const results: Growth[] = [];
			for (const [index, { query, variables }] of queries[0].entries()) {
				const other = queries[1][index];
				const [less] = await planQuery(ofSmall, query, variables);
				const [more] = other === undefined ? [] : await planQuery(ofLarge, query, other.variables);
				if (less === undefined || more === undefined) continue;
				large.onNote(`${query.name}: measuring the smallest and the largest corpus in turn`);
				results.push(await measurePair(large, { plan: less, p50: [] }, { plan: more, p50: [] }));
			}
			return results;
		}),
	);
}

/**
 * Asks ours the same of the smallest and of the largest corpus in turn, so that a machine
 * that is busy for a while slows both. Nothing where there is one size only.
 */
export async function measureGrowth(options: Options, onNote: Note): Promise<Growth[]> {
	const { sizes, contenders, seed, server } = options;
	if (sizes.length < 2 || !contenders.includes("ours")) return [];
	const client = startLoadClient();
	const arenaOf = async (statements: number): Promise<Arena> => {
		const { url } = await ensureCorpus(server, { statements, seed }, onNote);
		return { url, options, client, onNote };
	};
	try {
		const [small, large] = [Math.min(...sizes), Math.max(...sizes)];
		return await measureBoth({ small: await arenaOf(small), large: await arenaOf(large) });
	} finally {
		client.stop();
	}
}
