import {
	type Arena,
	drawVariables,
	type Note,
	startConditions,
	WARM_UP,
	withContenders,
} from "./arena.ts";
import { CONTENDERS, type ContenderName } from "./contenders/names.ts";
import type { RunningContender } from "./contenders/start.ts";
import { withClient } from "./database/client.ts";
import { ensureCorpus } from "./database/ensure.ts";
import { measureColdStart } from "./driver/cold-start.ts";
import { compareAnswers } from "./driver/compare.ts";
import { measureEmbeddedStart } from "./driver/embedded-start.ts";
import { type ExportResult, measureExport } from "./driver/export-rate.ts";
import { startLoadClient } from "./driver/load-client.ts";
import { planQuery } from "./driver/plan.ts";
import { residentBytes } from "./driver/process-usage.ts";
import { measureRounds, type Timing } from "./driver/rounds.ts";
import { soak } from "./driver/soak.ts";
import { countStatements, type DrawnQuery } from "./driver/statements-an-operation.ts";
import { measureGrowth } from "./growth.ts";
import type { Options } from "./options.ts";
import { EMBEDDED_START, EXPORT, wantedQueries } from "./queries/index.ts";
import type { Query } from "./queries/query.ts";
import type { ContenderResult, QueryResult, Results, SizeResult } from "./results.ts";

/** How many answers of each contender are compared with ours. */
const COMPARED = 20;
const COLD_STARTS = 5;
const QUICK_COLD_STARTS = 2;
const EMBEDDED_STARTS = 7;
/** The queries that read much: fewer at once, fewer rounds, shorter turns. */
const HEAVY = { connections: 2, rounds: 3, milliseconds: 500 };
const COMPARED_HEAVY = 3;
/** What a process is asked to see its memory. */
const SOAKED = [
	...["Q1", "Q2", "Q3", "Q4", "Q5", "search"],
	...["stats KIND", "stats TIME LOCATION", "stats SPEAKER RELAY ADDRESSEE"],
];

function timingOf({ sort }: Query, options: Options): Timing {
	const { connections, rounds } = options;
	const milliseconds = options.seconds * 1000;
	const warmUp = options.quick ? milliseconds / 2 : WARM_UP;
	if (sort !== "heavy") return { connections, rounds, milliseconds, warmUp };
	return {
		warmUp: HEAVY.milliseconds / 2,
		connections: Math.min(connections, HEAVY.connections),
		rounds: Math.min(rounds, HEAVY.rounds),
		milliseconds: Math.min(milliseconds, HEAVY.milliseconds),
	};
}

async function measureQuery(
	{ url, options, client, onNote }: Arena,
	contenders: readonly RunningContender[],
	{ query, variables }: DrawnQuery,
): Promise<Omit<QueryResult, "statements">> {
	const plans = await planQuery(contenders, query, variables);
	onNote(`${query.name}: comparing ${plans.length} contenders' answers`);
	await compareAnswers(plans, query.sort === "heavy" ? COMPARED_HEAVY : COMPARED);
	onNote(`${query.name}: measuring ${plans.map(({ contender }) => contender.name).join(", ")}`);
	const rounds = await measureRounds(client, url, plans, timingOf(query, options));
	return { name: query.name, title: query.title, rounds };
}

async function contenderResult(
	arena: Arena,
	{ name, pid }: RunningContender,
	first: DrawnQuery,
): Promise<ContenderResult> {
	const times = arena.options.quick ? QUICK_COLD_STARTS : COLD_STARTS;
	const memory = await residentBytes(pid);
	const conditions = startConditions(arena, name, false);
	return {
		residentBytes: memory,
		coldStart: await measureColdStart(name, conditions, first, times),
	};
}

/** What the loaded processes showed; the export is ours alone. */
interface Phase {
	readonly measured: readonly Omit<QueryResult, "statements">[];
	readonly contenders: SizeResult["contenders"];
	readonly export: ExportResult | null;
}

/** A process of its own, so that what it has does not hang on what was measured before. */
async function soakOurs(
	arena: Arena,
	names: readonly ContenderName[],
	drawn: readonly DrawnQuery[],
): Promise<readonly number[]> {
	if (arena.options.soakSeconds <= 0 || !names.includes("ours")) return [];
	return withContenders(arena, ["ours"], false, (running) => soakRunning(arena, running, drawn));
}

async function soakRunning(
	{ client, options, onNote }: Arena,
	running: readonly RunningContender[],
	drawn: readonly DrawnQuery[],
): Promise<readonly number[]> {
	const soaked = drawn.filter(({ query }) => SOAKED.includes(query.name));
	const plans = await Promise.all(
		soaked.map(({ query, variables }) => planQuery(running, query, variables)),
	);
	onNote(`loading ours for ${options.soakSeconds} s to see its memory`);
	return soak(client, plans.flat(), {
		seconds: options.soakSeconds,
		connections: options.connections,
	});
}

async function mainPhase(
	arena: Arena,
	contenders: readonly RunningContender[],
	drawn: readonly DrawnQuery[],
): Promise<Phase> {
	const { options, url, onNote } = arena;
	const measured: Omit<QueryResult, "statements">[] = [];
	for (const one of drawn) measured.push(await measureQuery(arena, contenders, one));
	const results: Partial<Record<ContenderName, ContenderResult>> = {};
	const [first] = drawn;
	onNote("starting each contender anew, for the first answer");
	if (first !== undefined)
		for (const contender of contenders)
			results[contender.name] = await contenderResult(arena, contender, first);
	const ours = contenders.find(({ name }) => name === "ours");
	const isExporting = options.only === null || options.only.includes(EXPORT);
	if (isExporting) onNote("exporting");
	return {
		measured,
		contenders: results,
		export: ours !== undefined && isExporting ? await measureExport(ours.origin, url) : null,
	};
}

async function statementCounts(
	arena: Arena,
	names: readonly ContenderName[],
	drawn: readonly DrawnQuery[],
): Promise<(query: string) => QueryResult["statements"]> {
	arena.onNote("counting SQL statements, in processes of their own");
	const counts: [ContenderName, Record<string, number>][] = [];
	for (const name of names)
		counts.push([name, await countStatements(name, startConditions(arena, name, false), drawn)]);
	return (query) =>
		Object.fromEntries(
			counts.flatMap(([name, byQuery]) => {
				const count = byQuery[query];
				return count === undefined ? [] : [[name, count]];
			}),
		);
}

async function measureSize(
	statements: number,
	options: Options,
	onNote: Note,
): Promise<SizeResult> {
	const size = { statements, seed: options.seed };
	const { url, loadedPerSecond } = await ensureCorpus(options.server, size, onNote);
	const queries = wantedQueries(options.only, options.quick);
	const all = await withClient(url, (client) => drawVariables(client, queries, options.seed));
	const once = all.filter(({ query }) => query.sort !== "repeated");
	const repeated = all.filter(({ query }) => query.sort === "repeated");
	const names = CONTENDERS.filter((name) => options.contenders.includes(name));
	const databased = names.filter((name) => name !== "constant");
	const client = startLoadClient();
	const arena: Arena = { url, options, client, onNote };
	try {
		const main = await withContenders(arena, databased, false, (contenders) =>
			mainPhase(arena, contenders, once),
		);
		const isLargest = statements === Math.max(...options.sizes);
		const soaked = isLargest ? await soakOurs(arena, databased, once) : [];
		const again = names.filter((name) => name === "ours" || name === "constant");
		const more = await withContenders(arena, repeated.length === 0 ? [] : again, true, (running) =>
			mapInTurn(repeated, (one) => measureQuery(arena, running, one)),
		);
		const countsOf = await statementCounts(arena, databased, once);
		const { measured, ...rest } = main;
		const results = [...measured, ...more];
		return {
			statements,
			loadedPerSecond,
			...rest,
			soak: soaked,
			queries: results.map((result) => ({ ...result, statements: countsOf(result.name) })),
		};
	} finally {
		client.stop();
	}
}

async function mapInTurn<Item, Result>(
	items: readonly Item[],
	work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
	const results: Result[] = [];
	for (const item of items) results.push(await work(item));
	return results;
}

/** Measures everything that was asked for, the sizes one after the other, and then side by side. */
export async function runBenchmark(
	options: Options,
	onNote: Note,
): Promise<Omit<Results, "conditions">> {
	const isStarting = options.only === null || options.only.includes(EMBEDDED_START);
	if (isStarting) onNote("starting with the embedded database");
	const starts = options.quick ? QUICK_COLD_STARTS : EMBEDDED_STARTS;
	const embeddedStart = isStarting ? await measureEmbeddedStart(starts) : null;
	const sizes = await mapInTurn(options.sizes, (size) => {
		onNote(`${size} statements`);
		return measureSize(size, options, onNote);
	});
	return { sizes, growth: await measureGrowth(options, onNote), embeddedStart };
}
