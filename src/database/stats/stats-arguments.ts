import { BadRequest } from "../bad-request.ts";
import type { DateRange, StatementFilter } from "../filter/inputs.ts";
import type { Interval } from "./buckets.ts";
import type { Dimension } from "./dimensions.ts";

/** What rows are ordered by. */
export type StatsOrder = "COUNT_DESC" | "TIME_ASC" | "LABEL_ASC";

/** What is asked about the statements, and about which of them. */
export interface StatsArguments {
	readonly filter: StatementFilter | null | undefined;
	/** Narrows to what was said in it, with the days of the time zone. */
	readonly range: DateRange;
	readonly groupBy: readonly Dimension[];
	readonly interval: Interval;
	/** A name of the IANA database. */
	readonly timeZone: string;
	readonly fillGaps: boolean;
	readonly orderBy: StatsOrder;
	readonly first: number;
	readonly minCount: number;
}

const MOST_DIMENSIONS = 3;
/** The most groups that can be asked for. */
const MOST_GROUPS = 1000;

function checkDimensions(groupBy: readonly Dimension[]): void {
	if (groupBy.length > MOST_DIMENSIONS)
		throw new BadRequest(
			`expected at most ${MOST_DIMENSIONS} dimensions in groupBy, found ${groupBy.length}; narrow by the others with filter`,
		);
	const twice = groupBy.find((dimension, index) => groupBy.indexOf(dimension) !== index);
	if (twice !== undefined)
		throw new BadRequest(
			`expected each dimension once in groupBy, found ${twice} twice; remove one`,
		);
}

/**
 * Checks the arguments that can be wrong by themselves.
 *
 * @throws BadRequest for dimensions, numbers or a combination that cannot be met
 */
export function checkStats({ groupBy, first, minCount, fillGaps }: StatsArguments): void {
	checkDimensions(groupBy);
	if (first < 0 || first > MOST_GROUPS)
		throw new BadRequest(
			`expected first to be from 0 to ${MOST_GROUPS}, found ${first}; narrow with filter, or raise minCount`,
		);
	if (minCount < 0)
		throw new BadRequest(
			`expected minCount to be 0 or more, found ${minCount}; leave it out for 1`,
		);
	if (fillGaps && !groupBy.includes("TIME"))
		throw new BadRequest(
			"expected TIME in groupBy where fillGaps is true, found none; add TIME, or leave fillGaps out",
		);
}
