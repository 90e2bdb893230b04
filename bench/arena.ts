import type pg from "pg";
import type { ContenderName } from "./contenders/names.ts";
import {
	prepareContender,
	type RunningContender,
	type Conditions as StartConditions,
	startContender,
} from "./contenders/start.ts";
import type { LoadClient } from "./driver/load-client.ts";
import type { DrawnQuery } from "./driver/statements-an-operation.ts";
import { randomOf } from "./generator/random.ts";
import type { Options } from "./options.ts";
import { QUERIES } from "./queries/index.ts";
import type { Query } from "./queries/query.ts";

/** How many variables are drawn for a query. */
const VARIABLES = 1000;

/** In milliseconds: how long each is loaded before the first round, but for a quick run. */
export const WARM_UP = 4000;

/** Tells what is done now. */
export type Note = (line: string) => void;

/** One database with those who answer from it. */
export interface Arena {
	readonly url: string;
	readonly options: Options;
	readonly client: LoadClient;
	readonly onNote: Note;
}

/** Each query draws from a seed of its own, so that leaving one out does not change the others. */
export async function drawVariables(
	database: pg.Client,
	queries: readonly Query[],
	seed: number,
): Promise<DrawnQuery[]> {
	const drawn: DrawnQuery[] = [];
	for (const query of queries) {
		const random = randomOf(seed, QUERIES.indexOf(query) + 1);
		drawn.push({ query, variables: await query.draw({ database, random, count: VARIABLES }) });
	}
	return drawn;
}

/** Ours keeps answers, and nobody else does: what it keeps is measured by the repeated requests alone. */
const UNCACHED = { ANSWER_CACHE_MEGABYTES: "0" };

/** The settings of a variant are for ours alone. */
export function startConditions(
	{ url, options }: Pick<Arena, "url" | "options">,
	name: ContenderName,
	isRepeated: boolean,
): StartConditions {
	const settings = isRepeated ? options.variant : { ...UNCACHED, ...options.variant };
	const environment = name === "ours" ? settings : {};
	return { databaseUrl: url, poolSize: options.poolSize, environment };
}

/** Starts contenders, has work done with them, and ends them whatever comes of it. */
export async function withContenders<Result>(
	arena: Arena,
	names: readonly ContenderName[],
	isRepeated: boolean,
	work: (contenders: readonly RunningContender[]) => Promise<Result>,
): Promise<Result> {
	const contenders: RunningContender[] = [];
	try {
		for (const name of names) {
			await prepareContender(name);
			contenders.push(await startContender(name, startConditions(arena, name, isRepeated)));
		}
		return await work(contenders);
	} finally {
		for (const contender of contenders) await contender.stop();
	}
}
