import type { Prisma } from "../../generated/prisma/client.ts";

/** How many statements are in a segment: as many as two bytes can number. */
export const SEGMENT_SIZE = 65_536;

/** Columns that have an element for each statement of the segment, in the order of their numbers. */
export const DENSE_COLUMNS = ["form", "firstDay", "lastDay", "article", "publisher"] as const;

/** What a statement can have several of, or none. */
export const LINKS = ["speaker", "location", "relay", "addressee"] as const;

/** What a statement can have several of, or none. */
export type Link = (typeof LINKS)[number];

/**
 * A column of a segment. Those of a link go in pairs: for each value that a statement has,
 * once, an element in both; `…Owner` has the statement's place in the segment, in rising
 * order, and the other has the number of the value.
 */
export type ColumnName = (typeof DENSE_COLUMNS)[number] | Link | `${Link}Owner`;

/**
 * What a column is turned into where it is counted over. `…Start` has for each statement,
 * and one more, where its values of a link begin; `byDay` has the places of the statements
 * in the order of their first days, the unknown first.
 */
export type MadeName = `${Link}Start` | "byDay";

/** A column as it is counted over: as it is written, or made of one. */
export type CountedName = Exclude<ColumnName, `${Link}Owner`> | MadeName;

/** Every column as it is counted over. */
export const COUNTED_COLUMNS: readonly CountedName[] = [
	...DENSE_COLUMNS,
	"byDay",
	...LINKS.flatMap((link) => [link, `${link}Start`] as const),
];

/** Every column that a segment has. */
export const COLUMNS: readonly ColumnName[] = [
	...DENSE_COLUMNS,
	...LINKS.flatMap((link) => [link, `${link}Owner`] as const),
];

/** The kinds, in the order of their text. */
export const KINDS = Object.keys({
	DIRECT: true,
	INDIRECT: true,
	MIXED: true,
} satisfies Record<Prisma.StatementModel["kind"], true>).toSorted();

/** The acts, in the order of their text. */
export const ACTS = Object.keys({
	ANNOUNCE: true,
	ASSERT: true,
	CONDOLE: true,
	CONGRATULATE: true,
	DECLINE_TO_COMMENT: true,
	DEMAND: true,
	DENY: true,
	PRAISE: true,
	PROMISE: true,
	QUESTION: true,
	THANK: true,
	WARN: true,
} satisfies Record<Prisma.StatementModel["act"], true>).toSorted();

/** Forms from here on are those of drafts. */
export const FIRST_DRAFT_FORM = KINDS.length * ACTS.length;

/** How many forms there are. */
export const FORM_COUNT = 2 * FIRST_DRAFT_FORM;

/** A kind, an act, and whether it is a draft, as one number from 0. */
export function formOf(kind: string, act: string, isDraft: boolean): number {
	const [kindIndex, actIndex] = [KINDS.indexOf(kind), ACTS.indexOf(act)];
	if (kindIndex < 0 || actIndex < 0)
		throw new Error(`expected a kind and an act of the columns, found ${kind} and ${act}`);
	return (isDraft ? FIRST_DRAFT_FORM : 0) + actIndex * KINDS.length + kindIndex;
}

/** The index of the kind of a form in KINDS. */
export function kindOfForm(form: number): number {
	return form % KINDS.length;
}

/** The index of the act of a form in ACTS. */
export function actOfForm(form: number): number {
	return Math.floor((form % FIRST_DRAFT_FORM) / KINDS.length);
}
