import type { Prisma } from "../../generated/prisma/client.ts";

// What filters look like when they come in. GraphQL gives null as well as nothing
// for a field that is left out; both mean that it does not narrow.

type Optional<Fields> = { readonly [Key in keyof Fields]?: Fields[Key] | null | undefined };

/** Which references match: a slug, a global id or a Wikidata id each. */
export type RefFilter = Optional<{ eq: string; in: readonly string[]; notIn: readonly string[] }>;

/** Which values of an enumeration match. */
export type ValueFilter<Value> = Optional<{
	eq: Value;
	in: readonly Value[];
	notIn: readonly Value[];
}>;

/** Which places match, in which role, and whether what lies inside them counts too. */
export type LocationRefFilter = RefFilter &
	Optional<{ role: Prisma.StatementLocationModel["role"]; within: boolean }>;

/** A range of time: from inclusive, to exclusive, in milliseconds since 1970 in UTC. */
export type DateRange = Optional<{ from: number; to: number }>;

/** Whether a person has confirmed a row. */
export type ReviewStatus = Prisma.StatementModel["reviewStatus"];

/** Which statuses match; CURATED where neither field is given. */
export type ReviewFilter = Optional<{
	reviewStatus: ReviewStatus;
	reviewStatusIn: readonly ReviewStatus[];
}>;

/** Which statements match: every field that is given must hold. */
export type StatementFilter = ReviewFilter &
	Optional<{
		speaker: RefFilter;
		addressee: RefFilter;
		relay: RefFilter;
		relayed: boolean;
		joint: boolean;
		attributionRole: Prisma.AttributionModel["role"];
		resolution: ValueFilter<Prisma.AttributionModel["resolution"]>;
		datePrecision: ValueFilter<Prisma.StatementModel["saidPrecision"]>;
		confidenceBelow: number;
		location: LocationRefFilter;
		article: RefFilter;
		publisher: RefFilter;
		occasion: RefFilter;
		kind: ValueFilter<Prisma.StatementModel["kind"]>;
		act: ValueFilter<Prisma.StatementModel["act"]>;
		saidAt: DateRange;
		publishedAt: DateRange;
		search: string;
		or: readonly StatementFilter[];
		not: StatementFilter;
	}>;

/** Which articles match. */
export type ArticleFilter = ReviewFilter &
	Optional<{
		publisher: RefFilter;
		speaker: RefFilter;
		location: LocationRefFilter;
		publishedAt: DateRange;
		search: string;
	}>;

/** Which speakers match. */
export type SpeakerFilter = ReviewFilter &
	Optional<{
		search: string;
		kind: Prisma.SpeakerModel["kind"];
		hasStatements: boolean;
	}>;

/** Which places match. */
export type LocationFilter = ReviewFilter &
	Optional<{
		search: string;
		kind: Prisma.LocationModel["kind"];
		within: string;
		hasStatements: boolean;
	}>;
