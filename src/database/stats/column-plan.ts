import type { ColumnKeeper } from "../columns/keeper.ts";
import type { ColumnNoun } from "../columns/read.ts";
import type { Link } from "../columns/segment.ts";
import type { Reader } from "../database.ts";
import type { DateRange, RefFilter, StatementFilter, ValueFilter } from "../filter/inputs.ts";
import { askedStatuses } from "../filter/review.ts";
import type { References } from "../references.ts";
import { DAY, type TimeZone, UTC } from "../time-zone.ts";
import {
	columnCondition,
	formCondition,
	linkCondition,
	type RowCondition,
	rangeCondition,
} from "./row-conditions.ts";

/** Fields of a filter that ask for rows of a noun, and where columns have them. */
const BY_REFERENCE = {
	speaker: { noun: "Speaker", link: "speaker" },
	addressee: { noun: "Speaker", link: "addressee" },
	relay: { noun: "Speaker", link: "relay" },
	location: { noun: "Location", link: "location" },
	article: { noun: "Article", link: null },
	publisher: { noun: "Publisher", link: null },
} as const satisfies Partial<
	Record<keyof StatementFilter, { noun: ColumnNoun; link: Link | null }>
>;

type ReferenceField = keyof typeof BY_REFERENCE;

const OTHERS: readonly string[] = ["kind", "act", "saidAt", "reviewStatus", "reviewStatusIn"];

function isByReference(field: string): field is ReferenceField {
	return Object.hasOwn(BY_REFERENCE, field);
}

/** The names of the fields that are given, those that are null left out. */
function given(fields: object): string[] {
	return Object.entries(fields).flatMap(([name, value]) => (value == null ? [] : [name]));
}

/** Whether columns say all that a filter asks. */
function isOnColumns(filter: StatementFilter): boolean {
	const { location } = filter;
	// A place is asked for with all that lies inside it, unless it is said otherwise.
	const isPlaceItself = location == null || (location.within === false && location.role == null);
	return (
		isPlaceItself && given(filter).every((field) => isByReference(field) || OTHERS.includes(field))
	);
}

/** What is asked of one field: slugs of which a statement must have one, or must have none. */
interface Asked {
	readonly field: ReferenceField;
	readonly slugs: readonly string[];
	readonly isWanted: boolean;
}

async function askedOf(references: References, filter: StatementFilter): Promise<Asked[]> {
	const asked = given(filter)
		.filter(isByReference)
		.flatMap((field) => {
			const { eq, in: some, notIn }: RefFilter = filter[field] ?? {};
			return [
				...(eq == null ? [] : [{ field, slugs: [eq], isWanted: true }]),
				...(some == null ? [] : [{ field, slugs: some, isWanted: true }]),
				...(notIn == null ? [] : [{ field, slugs: notIn, isWanted: false }]),
			];
		});
	return Promise.all(
		asked.map(async (one) => ({
			...one,
			slugs: await references.resolve(BY_REFERENCE[one.field].noun, one.slugs),
		})),
	);
}

/** The slugs of each noun, once. */
function slugsByNoun(asked: readonly Asked[]) {
	const nouns = new Map<ColumnNoun, Set<string>>();
	for (const { field, slugs } of asked) {
		const { noun } = BY_REFERENCE[field];
		nouns.set(noun, new Set([...(nouns.get(noun) ?? []), ...slugs]));
	}
	return [...nouns].map(([noun, slugs]) => ({ noun, which: [...slugs] }));
}

function conditionOf(
	{ field, slugs, isWanted }: Asked,
	numberOf: (noun: ColumnNoun, slug: string) => number | undefined,
): RowCondition {
	const { noun, link } = BY_REFERENCE[field];
	const numbers = slugs.flatMap((slug) => numberOf(noun, slug) ?? []);
	if (link !== null) return linkCondition(link, { numbers, isWanted });
	return columnCondition(field === "article" ? "article" : "publisher", { numbers, isWanted });
}

function matches(filter: ValueFilter<string> | null | undefined): (value: string) => boolean {
	const { eq, in: some, notIn } = filter ?? {};
	return (value) =>
		(eq == null || eq === value) &&
		(some == null || some.includes(value)) &&
		(notIn == null || !notIn.includes(value));
}

/** A range with the zone that its days are those of. */
export interface ZonedRange {
	readonly range: DateRange | null | undefined;
	readonly zone: TimeZone;
}

function rangeConditions({ range, zone }: ZonedRange): RowCondition[] {
	const { from, to } = range ?? {};
	if (from == null && to == null) return [];
	return [
		rangeCondition({
			from: from == null ? null : zone.firstDayFrom(from) / DAY,
			to: to == null ? null : zone.dayAt(to) / DAY,
		}),
	];
}

/**
 * The conditions of a filter and a range on columns, which mean exactly what
 * statementCondition and dateConditions mean; these have to be asked first, as they refuse
 * what cannot be met.
 *
 * @returns null for a filter that asks more than columns say
 * @throws AnotherCorpus when another corpus is served than the keeper is of
 */
export async function planOnColumns(
	{
		reader,
		references,
		keeper,
	}: {
		readonly reader: Reader;
		readonly references: References;
		readonly keeper: ColumnKeeper;
	},
	filter: StatementFilter,
	zoned: ZonedRange,
): Promise<RowCondition[] | null> {
	if (!isOnColumns(filter)) return null;
	const asked = await askedOf(references, filter);
	const numbers = await keeper.numbers(reader, slugsByNoun(asked));
	const statuses = askedStatuses(filter);
	return [
		formCondition({
			hasStatus: (status) => statuses.includes(status),
			hasKind: matches(filter.kind),
			hasAct: matches(filter.act),
		}),
		...rangeConditions({ range: filter.saidAt, zone: UTC }),
		...rangeConditions(zoned),
		...asked.map((one) => conditionOf(one, (noun, slug) => numbers.get(noun)?.get(slug))),
	];
}
