import type { Dimension } from "../../../src/database/stats/dimensions.ts";
import {
	ARTICLE_WITH_STATEMENTS,
	FIRST_PAGE,
	FIRST_SPEAKERS,
	NEXT_PAGE,
	NEXT_SPEAKERS,
	SPEAKER_PAGE,
} from "./list.ts";
import { statsAsJson } from "./stats.ts";

/** One SQL statement of those that are written by hand. */
export interface HandWritten {
	/** What it is prepared as. */
	readonly name: string;
	readonly text: string;
	readonly values: readonly unknown[];
}

/** What a query is asked with; which there are hangs on the query. */
export type Variables = Readonly<Record<string, unknown>>;

/** The key of a row that a page begins after. */
function keyOf(after: unknown): readonly unknown[] | null {
	return Array.isArray(after) ? after : null;
}

function paged(name: string, first: string, next: string, after: unknown): HandWritten {
	const values = keyOf(after);
	return values === null
		? { name: `${name}First`, text: first, values: [] }
		: { name: `${name}Next`, text: next, values };
}

/** The groupings come from the benchmark itself, which has no others. */
function dimensionsOf(groupBy: unknown): readonly Dimension[] {
	return groupBy as readonly Dimension[];
}

const statsTexts = new Map<string, string>();

function stats({ groupBy, from, to }: Variables): HandWritten {
	const dimensions = dimensionsOf(groupBy);
	const isInRange = typeof from === "string";
	const name = `stats${dimensions.join("")}${isInRange ? "In" : ""}`;
	const text = statsTexts.get(name) ?? statsAsJson(dimensions, isInRange);
	statsTexts.set(name, text);
	return { name, text, values: isInRange ? [from, to] : [] };
}

/** The one SQL statement of each query, for the contenders that write it by hand. */
export const HAND_WRITTEN: Readonly<Record<string, (variables: Variables) => HandWritten>> = {
	statementsOfSpeaker: ({ speaker }) => ({
		name: "statementsOfSpeaker",
		text: SPEAKER_PAGE,
		values: [speaker],
	}),
	article: ({ slug }) => ({ name: "article", text: ARTICLE_WITH_STATEMENTS, values: [slug] }),
	speakers: ({ after }) => paged("speakers", FIRST_SPEAKERS, NEXT_SPEAKERS, after),
	stats,
	statements: ({ after }) => paged("statements", FIRST_PAGE, NEXT_PAGE, after),
};
