import type { ContenderName } from "../contenders/names.ts";
import type { RoundResult } from "../driver/rounds.ts";
import type { QueryResult, SizeResult } from "../results.ts";
import { median, pairedRatio } from "./statistics.ts";

/** What one contender showed for one query: medians over the rounds. */
export interface Summary {
	readonly contender: ContenderName;
	readonly requestsPerSecond: number;
	/** In milliseconds. */
	readonly p50: number;
	readonly p99: number;
	readonly meanBytes: number;
	/** Processor time a request, in milliseconds; NaN where it could not be read. */
	readonly processMilliseconds: number;
	readonly databaseMilliseconds: number;
	/** SQL statements an operation; null where they were not counted. */
	readonly statements: number | null;
	/** Ours over this one's requests a second, paired inside each round; null without ours. */
	readonly oursOverThis: number | null;
}

function rates(rounds: readonly RoundResult[]): number[] {
	return rounds.map(({ requestsPerSecond }) => requestsPerSecond);
}

/**
 * How many times as many requests a second the first answers as the second, paired inside
 * each round.
 *
 * @returns null where one of them was not measured
 */
export function ratioOf(
	{ rounds }: QueryResult,
	first: ContenderName,
	second: ContenderName,
): number | null {
	const [one, other] = [rounds[first], rounds[second]];
	return one === undefined || other === undefined ? null : pairedRatio(rates(one), rates(other));
}

function summaryOf(
	query: QueryResult,
	contender: ContenderName,
	rounds: readonly RoundResult[],
): Summary {
	const of = (pick: (round: RoundResult) => number | null) =>
		median(rounds.map((round) => pick(round) ?? Number.NaN));
	return {
		contender,
		requestsPerSecond: of((round) => round.requestsPerSecond),
		p50: of((round) => round.p50),
		p99: of((round) => round.p99),
		meanBytes: of((round) => round.meanBytes),
		processMilliseconds: of((round) => round.processMilliseconds),
		databaseMilliseconds: of((round) => round.databaseMilliseconds),
		statements: query.statements[contender] ?? null,
		oursOverThis: ratioOf(query, "ours", contender),
	};
}

/** The summaries of a query, in the order in which the contenders were measured. */
export function summarize(query: QueryResult): Summary[] {
	// The keys of rounds are names of contenders.
	const entries = Object.entries(query.rounds) as [ContenderName, readonly RoundResult[]][];
	return entries.map(([contender, rounds]) => summaryOf(query, contender, rounds));
}

/** The query of a name, where it was measured. */
export function queryOf(size: SizeResult | null, name: string): QueryResult | null {
	return size?.queries.find((query) => query.name === name) ?? null;
}

/** The median of the rounds' p50 of ours, in milliseconds; null where it was not measured. */
export function oursP50(size: SizeResult | null, name: string): number | null {
	const rounds = queryOf(size, name)?.rounds.ours;
	return rounds === undefined ? null : median(rounds.map(({ p50 }) => p50));
}
