import fc, { type Arbitrary } from "fast-check";
import type { CheckedCorpus } from "../../../src/curation/corpus.ts";
import type { Interval } from "../../../src/database/stats/buckets.ts";
import type { Dimension } from "../../../src/database/stats/dimensions.ts";
import type { StatsArguments } from "../../../src/database/stats/stats-arguments.ts";
import { statementFilters } from "../filter/arbitraries.ts";
import { ZONES } from "./oracle.ts";

/** Every dimension. */
export const DIMENSIONS = [
	"TIME",
	"SPEAKER",
	"PUBLISHER",
	"LOCATION",
	"KIND",
	"ACT",
	"ARTICLE",
	"RELAY",
	"ADDRESSEE",
] as const satisfies readonly Dimension[];

/** Every interval. */
export const INTERVALS = [
	"DAY",
	"WEEK",
	"MONTH",
	"QUARTER",
	"YEAR",
] as const satisfies readonly Interval[];

/** What is asked when nothing is. */
export const ALL: StatsArguments = {
	filter: null,
	range: {},
	groupBy: [],
	interval: "MONTH",
	timeZone: "UTC",
	fillGaps: false,
	orderBy: "COUNT_DESC",
	first: 1000,
	minCount: 1,
};

/** Ranges that begin and end near the midnights, in several zones, of the days that the corpus knows. */
function ranges(corpus: CheckedCorpus): Arbitrary<StatsArguments["range"]> {
	const said = corpus.articles.flatMap(({ statements }) => statements.map((one) => one.said));
	const days = new Set(said.flatMap(({ earliest, latest }) => [earliest, latest]));
	const moments = [...days].flatMap((day) => {
		if (day === null) return [];
		const midnights = Object.values(ZONES).map((offset) => Date.parse(day) - offset);
		return midnights.flatMap((moment) => [moment - 1, moment, moment + 86_400_000]);
	});
	const moment = fc.option(fc.constantFrom(...moments), { freq: 1 });
	const pair = fc
		.tuple(moment, moment)
		.map(([one, other]) =>
			one !== null && other !== null
				? { from: Math.min(one, other), to: Math.max(one, other) }
				: { from: one, to: other },
		);
	return fc.oneof(fc.constant({}), pair);
}

/** Arguments that can be met, but for rows that are too many. */
export function statsArguments(corpus: CheckedCorpus): Arbitrary<StatsArguments> {
	return fc
		.record({
			filter: fc.oneof(
				{ weight: 2, arbitrary: fc.constant(null) },
				{ weight: 1, arbitrary: statementFilters(corpus) },
			),
			range: ranges(corpus),
			groupBy: fc.shuffledSubarray<Dimension>([...DIMENSIONS], { maxLength: 3 }),
			interval: fc.constantFrom(...INTERVALS),
			timeZone: fc.constantFrom(...Object.keys(ZONES)),
			fillGaps: fc.boolean(),
			orderBy: fc.constantFrom("COUNT_DESC", "TIME_ASC", "LABEL_ASC"),
			first: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant(1000)),
			minCount: fc.integer({ min: 0, max: 4 }),
		} satisfies Record<keyof StatsArguments, Arbitrary<unknown>>)
		.map((args) => ({ ...args, fillGaps: args.fillGaps && args.groupBy.includes("TIME") }));
}
