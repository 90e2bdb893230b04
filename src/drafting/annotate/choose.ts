import { contains, overlaps, type Range } from "../../text/span.ts";
import type { DraftStatement } from "../draft.ts";
import { compareReadingOrder, hull, positionsAround } from "../parents.ts";
import { wholeWords } from "./words.ts";

/** A proposed statement that can stand in a file, with its content in whole words. */
export interface ChosenStatement {
	readonly draft: DraftStatement;
	/** In reading order, apart from each other. */
	readonly content: readonly Range[];
	/** The position among the chosen ones of the statement that this one is inside of; null for none. */
	readonly parent: number | null;
}

type Candidate = Omit<ChosenStatement, "parent">;

/** Parts in reading order; those that share words become one. */
function joined(parts: readonly Range[]): Range[] {
	const found: Range[] = [];
	for (const part of parts.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
		const last = found.at(-1);
		if (last === undefined || part.start >= last.end) found.push(part);
		else found.splice(-1, 1, { start: last.start, end: Math.max(last.end, part.end) });
	}
	return found;
}

function toCandidate(body: string, draft: DraftStatement): Candidate[] {
	const content = joined(draft.content.flatMap((part) => wholeWords(body, part) ?? []));
	return content.length === 0 || draft.speakers.length === 0 ? [] : [{ draft, content }];
}

function crosses(one: Candidate, other: Candidate): boolean {
	const [mine, theirs] = [hull(one.content), hull(other.content)];
	return overlaps(mine, theirs) && !contains(mine, theirs) && !contains(theirs, mine);
}

/** Of two contents that cross only the surer one can stand; of equally sure ones the earlier. */
function withoutCrossings(candidates: readonly Candidate[]): Candidate[] {
	const kept: Candidate[] = [];
	for (const candidate of candidates.toSorted((a, b) => b.draft.confidence - a.draft.confidence))
		if (!kept.some((other) => crosses(candidate, other))) kept.push(candidate);
	return kept;
}

/** The one that is drafted as the parent where it is around; or else the nearest around. */
function parentOf(
	chosen: readonly Candidate[],
	position: number,
	drafts: readonly DraftStatement[],
): number | null {
	const around = positionsAround(chosen, position);
	const parent = chosen[position]?.draft.parent ?? null;
	const drafted = parent === null ? undefined : drafts[parent];
	return around.find((index) => chosen[index]?.draft === drafted) ?? around.at(-1) ?? null;
}

/**
 * The proposed statements that can stand in one file: with words in them, with a speaker,
 * apart or one inside the other, in reading order.
 */
export function chooseStatements(
	body: string,
	drafts: readonly DraftStatement[],
): ChosenStatement[] {
	const chosen = withoutCrossings(drafts.flatMap((draft) => toCandidate(body, draft))).toSorted(
		compareReadingOrder,
	);
	return chosen.map((candidate, position) => ({
		...candidate,
		parent: parentOf(chosen, position, drafts),
	}));
}
