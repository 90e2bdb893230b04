import type { ColumnNoun, NamedValue } from "../columns/read.ts";
import { ACTS, KINDS, type Link } from "../columns/segment.ts";

/** What statements can be counted by. */
export type Dimension =
	| "TIME"
	| "SPEAKER"
	| "PUBLISHER"
	| "LOCATION"
	| "KIND"
	| "ACT"
	| "ARTICLE"
	| "RELAY"
	| "ADDRESSEE";

/** A value of a dimension: a slug, a value of an enumeration, or the first day of a bucket. */
export interface Value {
	readonly value: string;
	/** The names that its label is chosen from; null where the value is its own label. */
	readonly names: NamedValue["names"] | null;
}

/** Dimensions of which one statement can have several values, and the columns that have them. */
export const LINK_OF: Partial<Readonly<Record<Dimension, Link>>> = {
	SPEAKER: "speaker",
	LOCATION: "location",
	RELAY: "relay",
	ADDRESSEE: "addressee",
};

/** Dimensions whose values are rows of a noun, which columns call by number. */
export const NOUN_OF: Partial<Readonly<Record<Dimension, ColumnNoun>>> = {
	SPEAKER: "Speaker",
	LOCATION: "Location",
	RELAY: "Speaker",
	ADDRESSEE: "Speaker",
	ARTICLE: "Article",
	PUBLISHER: "Publisher",
};

/** Dimensions whose values are those of an enumeration, in the order of their text. */
export const TEXTS_OF: Partial<Readonly<Record<Dimension, readonly string[]>>> = {
	KIND: KINDS,
	ACT: ACTS,
};

/** Whether one statement can have several values of the dimension. */
export function hasSeveral(dimension: Dimension): boolean {
	return LINK_OF[dimension] !== undefined;
}
