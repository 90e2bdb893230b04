import { type FigureGroup, measure } from "./figures.ts";
import type { Gold } from "./gold.ts";
import { type Judged, judgePage, type Known } from "./judge.ts";
import { articlesPerSecond } from "./speed.ts";

/** How good the tool is on the pages of one gold, or of a part of it. */
export interface Report {
	readonly name: string;
	readonly pages: number;
	readonly statements: number;
	readonly proposals: number;
	/** Statements of titles, which the tool does not draft and nobody expects of it. */
	readonly inTitles: number;
	/** Pages that no person has confirmed, which were left out. */
	readonly unconfirmed: number;
	/** Of one core's time; null where it was not measured. */
	readonly articlesPerSecond: number | null;
	readonly groups: readonly FigureGroup[];
}

/** A gold as it is reported: by its name, with what the tool makes of its pages. */
export interface JudgedGold {
	readonly name: string;
	readonly gold: Gold;
	readonly judged: readonly Judged[];
}

/** Drafts all pages of a gold and compares them. */
export function judgeGold(name: string, gold: Gold, known: Known): JudgedGold {
	return { name, gold, judged: gold.pages.map((page) => judgePage(page, known)) };
}

/**
 * Measures a gold that was compared.
 *
 * @param known the entries to measure the speed with; null for not measuring it
 */
export function reportOf({ name, gold, judged }: JudgedGold, known: Known | null): Report {
	return {
		name,
		pages: gold.pages.length,
		statements: gold.pages.flatMap(({ statements }) => statements).length,
		proposals: judged.flatMap(({ proposals }) => proposals).length,
		inTitles: gold.inTitles,
		unconfirmed: gold.unconfirmed,
		articlesPerSecond: known === null ? null : articlesPerSecond(gold.pages, known),
		groups: measure(judged),
	};
}
