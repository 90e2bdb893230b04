import { overlaps, type Range } from "../../text/span.ts";
import type { StatementView } from "./view.ts";

/** A field of a statement that is not as it was drafted. */
export interface FieldChange {
	readonly field: string;
	/** Empty where the draft had nothing. */
	readonly drafted: string;
	/** Empty where the file has nothing. */
	readonly now: string;
}

/** What became of the draft: by statement of the file, and what of the draft is in it no more. */
export interface Comparison {
	/** For each statement of the file: null where the draft has none for it, or what is different. */
	readonly changes: readonly (readonly FieldChange[] | null)[];
	readonly removed: readonly StatementView[];
}

/** Contents that share less than this part of all their characters are two statements. */
const LEAST_SHARED = 0.25;

function contentOf({ marks }: StatementView): Range[] {
	return marks.filter(({ role }) => role === "content");
}

function lengthOf(ranges: readonly Range[]): number {
	return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** The share of characters that two contents have in common, of all that either has. */
function shared(one: StatementView, other: StatementView): number {
	const [mine, theirs] = [contentOf(one), contentOf(other)];
	const common = lengthOf(
		mine.flatMap((range) =>
			theirs
				.filter((their) => overlaps(range, their))
				.map((their) => ({
					start: Math.max(range.start, their.start),
					end: Math.min(range.end, their.end),
				})),
		),
	);
	return common / Math.max(lengthOf(mine) + lengthOf(theirs) - common, 1);
}

function changesOf(now: StatementView, drafted: StatementView): FieldChange[] {
	return [...now.fields].flatMap(([field, value]) => {
		const before = drafted.fields.get(field) ?? "";
		return before === value ? [] : [{ field, drafted: before, now: value }];
	});
}

/** Pairs the statements of a file with those of its draft by their contents, the nearest first. */
export function compareWithDraft(
	now: readonly StatementView[],
	drafted: readonly StatementView[],
): Comparison {
	const pairs = now
		.flatMap((one) => drafted.map((other) => ({ one, other, share: shared(one, other) })))
		.filter(({ share }) => share >= LEAST_SHARED)
		.toSorted((a, b) => b.share - a.share);
	const partners = new Map<StatementView, StatementView>();
	const taken = new Set<StatementView>();
	for (const { one, other } of pairs) {
		if (partners.has(one) || taken.has(other)) continue;
		partners.set(one, other);
		taken.add(other);
	}
	return {
		changes: now.map((one) => {
			const partner = partners.get(one);
			return partner === undefined ? null : changesOf(one, partner);
		}),
		removed: drafted.filter((other) => !taken.has(other)),
	};
}
