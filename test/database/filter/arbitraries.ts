import fc, { type Arbitrary } from "fast-check";
import type { CheckedCorpus, CorpusStatement } from "../../../src/curation/corpus.ts";
import type {
	ArticleFilter,
	DateRange,
	LocationFilter,
	LocationRefFilter,
	RefFilter,
	SpeakerFilter,
	StatementFilter,
	ValueFilter,
} from "../../../src/database/filter/inputs.ts";

const ACTS = [
	"ASSERT",
	"DEMAND",
	"PROMISE",
	"DENY",
	"DECLINE_TO_COMMENT",
	"PRAISE",
	"THANK",
	"CONDOLE",
	"WARN",
	"ANNOUNCE",
	"CONGRATULATE",
	"QUESTION",
] as const satisfies readonly CorpusStatement["act"][];

/** Mostly left out, as in real filters; sometimes null, as GraphQL gives it. */
function optional<Value>(value: Arbitrary<Value>): Arbitrary<Value | null | undefined> {
	return fc.oneof(
		{ weight: 7, arbitrary: fc.constant(undefined) },
		{ weight: 1, arbitrary: fc.constant(null) },
		{ weight: 4, arbitrary: value },
	);
}

function refFilter(slugs: readonly string[]): Arbitrary<RefFilter> {
	const slug = fc.constantFrom(...slugs);
	const some = fc.array(slug, { maxLength: 4 });
	return fc.record({ eq: optional(slug), in: optional(some), notIn: optional(some) });
}

function valueFilter<Value>(values: readonly Value[]): Arbitrary<ValueFilter<Value>> {
	const value = fc.constantFrom(...values);
	const some = fc.array(value, { maxLength: 4 });
	return fc.record({ eq: optional(value), in: optional(some), notIn: optional(some) });
}

function locationFilter(slugs: readonly string[]): Arbitrary<LocationRefFilter> {
	return fc
		.tuple(
			refFilter(slugs),
			fc.record({
				role: optional(fc.constantFrom("SPOKEN_AT", "ABOUT", "MENTIONED")),
				within: optional(fc.boolean()),
			}),
		)
		.map(([places, how]) => ({ ...places, ...how }));
}

/** Moments at the borders of the days that the corpus knows, and a little before and after. */
function momentsOf(corpus: CheckedCorpus): number[] {
	const dates = corpus.articles.flatMap(({ published, statements }) => [
		published,
		...statements.map(({ said }) => said),
	]);
	const days = new Set(dates.flatMap(({ earliest, latest }) => [earliest, latest]));
	return [...days].flatMap((day) => {
		if (day === null) return [];
		const midnight = Date.parse(`${day}T00:00:00Z`);
		return [-1, 0, 1, 43_200_000, 86_400_000, 86_400_001].map((shift) => midnight + shift);
	});
}

function dateRange(corpus: CheckedCorpus): Arbitrary<DateRange> {
	const moment = optional(fc.constantFrom(...momentsOf(corpus)));
	return fc
		.tuple(moment, moment)
		.map(([one, other]) =>
			one != null && other != null
				? { from: Math.min(one, other), to: Math.max(one, other) }
				: { from: one, to: other },
		);
}

/** The slugs of speakers, with those that say, hear or pass on something more often than others. */
function speakersOf(
	corpus: CheckedCorpus,
	link: "attributions" | "addressees" | "relays",
): string[] {
	const linked = corpus.articles
		.flatMap(({ statements }) => statements)
		.flatMap((statement) => statement[link].flatMap(({ speakerSlug }) => speakerSlug ?? []));
	return [...new Set(linked), ...corpus.speakers.map(({ slug }) => slug)];
}

function slugsOf(entries: readonly { slug: string }[]): string[] {
	return entries.map(({ slug }) => slug);
}

const status = fc.constantFrom("CURATED", "DRAFT");
/** The two fields by which every filter asks for drafts. */
const review = {
	reviewStatus: optional(status),
	reviewStatusIn: optional(fc.array(status, { maxLength: 2 })),
};

/** Filters of statements that a corpus can answer, with filters inside filters. */
export function statementFilters(corpus: CheckedCorpus): Arbitrary<StatementFilter> {
	const range = dateRange(corpus);
	const fields = {
		speaker: optional(refFilter(speakersOf(corpus, "attributions"))),
		addressee: optional(refFilter(speakersOf(corpus, "addressees"))),
		relay: optional(refFilter(speakersOf(corpus, "relays"))),
		relayed: optional(fc.boolean()),
		joint: optional(fc.boolean()),
		resolution: valueFilter(["NAMED", "EPITHET", "PRONOUN", "DROPPED_SUBJECT", "HEADLINE"]),
		datePrecision: valueFilter(["DAY", "MONTH", "YEAR", "INTERVAL", "UNKNOWN"]),
		confidenceBelow: optional(fc.constantFrom(0, 0.5, 0.95, 1)),
		attributionRole: optional(fc.constantFrom("SOLE", "JOINT", "SPOKESPERSON_FOR", "METONYM")),
		location: optional(locationFilter(slugsOf(corpus.locations))),
		article: optional(refFilter(slugsOf(corpus.articles))),
		publisher: optional(refFilter(slugsOf(corpus.publishers))),
		occasion: optional(refFilter(slugsOf(corpus.occasions))),
		kind: optional(valueFilter<CorpusStatement["kind"]>(["DIRECT", "INDIRECT", "MIXED"])),
		act: optional(valueFilter<CorpusStatement["act"]>(ACTS)),
		saidAt: optional(range),
		publishedAt: optional(range),
		...review,
	} satisfies Record<string, Arbitrary<unknown>>;
	// A few fields at a time: with all of them hardly a statement would match.
	const flat = fc
		.subarray(Object.keys(fields) as (keyof typeof fields)[], { maxLength: 3 })
		.chain((names) => {
			const chosen: Record<string, Arbitrary<unknown>> = Object.fromEntries(
				names.map((name) => [name, fields[name]]),
			);
			// Each field makes values of its own type, which the record of them all forgets.
			return fc.record(chosen) as Arbitrary<StatementFilter>;
		});
	return fc.letrec<{ filter: StatementFilter }>((tie) => ({
		filter: fc.oneof(
			{ maxDepth: 3, depthSize: "small" },
			flat,
			fc
				.tuple(flat, optional(fc.array(tie("filter"), { maxLength: 3 })), optional(tie("filter")))
				.map(([filter, or, not]) => ({ ...filter, or, not })),
		),
	})).filter;
}

/** Filters of articles that a corpus can answer. */
export function articleFilters(corpus: CheckedCorpus): Arbitrary<ArticleFilter> {
	return fc.record({
		publisher: optional(refFilter(slugsOf(corpus.publishers))),
		speaker: optional(refFilter(speakersOf(corpus, "attributions"))),
		location: optional(locationFilter(slugsOf(corpus.locations))),
		publishedAt: optional(dateRange(corpus)),
		...review,
	});
}

/** Filters of speakers. */
export function speakerFilters(corpus: CheckedCorpus): Arbitrary<SpeakerFilter> {
	return fc.record({
		kind: optional(fc.constantFrom(...corpus.speakers.map(({ kind }) => kind))),
		hasStatements: optional(fc.boolean()),
		...review,
	});
}

/** Filters of places that a corpus can answer. */
export function locationFilters(corpus: CheckedCorpus): Arbitrary<LocationFilter> {
	return fc.record({
		kind: optional(fc.constantFrom(...corpus.locations.map(({ kind }) => kind))),
		within: optional(fc.constantFrom(...slugsOf(corpus.locations))),
		hasStatements: optional(fc.boolean()),
		...review,
	});
}
