import fc, { type Arbitrary } from "fast-check";
import type { CheckedCorpus } from "../../../src/curation/corpus.ts";
import type { StatementFilter } from "../../../src/database/filter/inputs.ts";
import type { Interval } from "../../../src/database/stats/buckets.ts";
import type { Dimension } from "../../../src/database/stats/dimensions.ts";
import type { StatsArguments } from "../../../src/database/stats/stats-arguments.ts";
import type { StatsWanted } from "../../../src/database/stats/wanted.ts";
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

const seldom = fc.constantFrom(false, false, false, false, true);

/** What may be asked beside the counts, in any combination. */
export const wantedOfStats: Arbitrary<StatsWanted> = fc.record({
	articleCount: seldom,
	speakerCount: seldom,
	otherCount: fc.boolean(),
	unknownCount: fc.boolean(),
	groupCount: fc.boolean(),
});

/** Filters for one value of one field, of those that the corpus has and of others. */
function narrowFilters({ articles, speakers, locations, publishers }: CheckedCorpus) {
	const speaker = fc.constantFrom(...speakers.map(({ slug }) => slug));
	const oneOf = (slugs: Arbitrary<string>) => slugs.map((eq) => ({ eq }));
	const saidAt = fc.constantFrom(
		{ from: Date.parse("2018-01-01"), to: Date.parse("2020-04-01") },
		{ from: Date.parse("2018-05-01") },
		{ to: Date.parse("2019-01-02") },
	);
	const narrow: Arbitrary<StatementFilter> = fc.oneof(
		{ weight: 6, arbitrary: fc.constant({}) },
		fc.record({ speaker: oneOf(speaker) }),
		fc.record({ relay: oneOf(speaker) }),
		fc.record({ addressee: oneOf(speaker) }),
		fc.record({
			location: fc.record({
				eq: fc.constantFrom(...locations.map(({ slug }) => slug)),
				within: fc.constantFrom(false, false, true, null),
				role: fc.constantFrom(null, null, "ABOUT" as const),
			}),
		}),
		fc.record({ article: oneOf(fc.constantFrom(...articles.map(({ slug }) => slug))) }),
		fc.record({ publisher: oneOf(fc.constantFrom(...publishers.map(({ slug }) => slug))) }),
		fc.record({ kind: fc.constantFrom("DIRECT" as const, "MIXED" as const).map((eq) => ({ eq })) }),
		fc.record({ act: fc.constantFrom("ASSERT" as const, "PRAISE" as const).map((eq) => ({ eq })) }),
	);
	return fc
		.tuple(narrow, fc.constantFrom(false, false, true), saidAt)
		.map(([filter, isNarrower, said]) => (isNarrower ? { ...filter, saidAt: said } : filter));
}

/** Arguments such as dashboards have: few dimensions, whole months, one value of one field. */
export function dashboardArguments(corpus: CheckedCorpus): Arbitrary<StatsArguments> {
	const others = DIMENSIONS.filter((dimension) => dimension !== "TIME");
	const groupBy = fc
		.tuple(fc.boolean(), fc.option(fc.constantFrom(...others), { freq: 4 }), fc.boolean())
		.map(([timed, other, turned]) => {
			const all = [...(timed ? ["TIME" as const] : []), ...(other === null ? [] : [other])];
			return turned ? all.toReversed() : all;
		});
	const month = fc
		.tuple(fc.integer({ min: 2016, max: 2026 }), fc.constantFrom(0, 2, 3, 4, 9))
		.map(([year, index]) => Date.UTC(year, index));
	const range = fc.oneof(
		fc.constant({}),
		fc.tuple(month, month).map(([one, other]) => ({
			from: Math.min(one, other),
			to: Math.max(one, other),
		})),
		fc.record({ from: month }),
		fc.record({ to: month }),
	);
	const interval = fc.constantFrom<Interval>("MONTH", "MONTH", "QUARTER", "YEAR", "WEEK");
	return fc
		.tuple(statsArguments(corpus), groupBy, range, narrowFilters(corpus), interval)
		.map(([args, dimensions, months, filter, bucket]): StatsArguments => {
			const offset = ZONES[args.timeZone] ?? 0;
			const moved = Object.entries(months).map(([name, moment]) => [name, moment - offset]);
			return {
				...args,
				filter,
				groupBy: dimensions,
				interval: bucket,
				range: Object.fromEntries(moved),
				fillGaps: args.fillGaps && dimensions.includes("TIME"),
			};
		});
}
