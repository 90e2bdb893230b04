import { fold } from "../../text/fold.ts";
import type { Range } from "../../text/span.ts";

/** One speaker: a name, or all names that mean the same one. */
export type SpeakerNames = string | readonly string[];

/** A statement as scoring sees it, of a reference or of a proposal. */
export interface ScoredStatement {
	readonly kind: "DIRECT" | "INDIRECT" | "MIXED";
	/** In the text of the article, UTF-16 units. */
	readonly content: readonly Range[];
	readonly speakers: readonly SpeakerNames[];
}

/** A reference and the proposal that was matched with it. */
export interface Match {
	readonly reference: number;
	readonly proposal: number;
	/** Intersection over union of their tokens, from 0.5 to 1. */
	readonly overlap: number;
	readonly speakerIsRight: boolean;
}

/** Of less no two statements are the same. */
export const LEAST_OVERLAP = 0.5;
const TOKEN = /[\p{L}\p{M}\p{N}_]+/gu;

/** Where the tokens of some ranges begin; a token is a run of word characters. */
export function tokensOf(text: string, ranges: readonly Range[]): Set<number> {
	const starts = new Set<number>();
	for (const { start, end } of ranges)
		for (const match of text.slice(start, end).matchAll(TOKEN)) starts.add(start + match.index);
	return starts;
}

/** Intersection over union of two sets of tokens; 0 where both are empty. */
export function overlapOf(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
	let both = 0;
	for (const start of one) if (other.has(start)) both += 1;
	const union = one.size + other.size - both;
	return union === 0 ? 0 : both / union;
}

function words(name: string): string[] {
	return fold(name).match(TOKEN) ?? [];
}

/** Whether two names can mean the same: equal, one in the other, or half of the words shared. */
export function isSameName(reference: string, proposal: string): boolean {
	const [one, other] = [words(reference).join(" "), words(proposal).join(" ")];
	if (one === "" || other === "") return false;
	if (one.includes(other) || other.includes(one)) return true;
	const known = new Set(words(reference));
	const shared = words(proposal).filter((word) => known.has(word)).length;
	return shared * 2 >= known.size;
}

function namesOf(speaker: SpeakerNames): readonly string[] {
	return typeof speaker === "string" ? [speaker] : speaker;
}

function isSameSpeaker(reference: SpeakerNames, proposal: SpeakerNames): boolean {
	return namesOf(reference).some((name) =>
		namesOf(proposal).some((other) => isSameName(name, other)),
	);
}

/** Whether every speaker of the reference is proposed, and no more are proposed than it has. */
export function speakersMatch(
	reference: readonly SpeakerNames[],
	proposal: readonly SpeakerNames[],
): boolean {
	return (
		proposal.length <= reference.length &&
		reference.every((speaker) => proposal.some((other) => isSameSpeaker(speaker, other)))
	);
}

/**
 * Matches proposals with references one to one, the largest overlap first; an overlap under a
 * half of their tokens is no match.
 */
export function matchStatements(
	text: string,
	references: readonly ScoredStatement[],
	proposals: readonly ScoredStatement[],
): Match[] {
	const known = references.map(({ content }) => tokensOf(text, content));
	const proposed = proposals.map(({ content }) => tokensOf(text, content));
	const pairs = known.flatMap((one, reference) =>
		proposed.map((other, proposal) => ({ reference, proposal, overlap: overlapOf(one, other) })),
	);
	const ranked = pairs
		.filter(({ overlap }) => overlap >= LEAST_OVERLAP)
		.toSorted((a, b) => b.overlap - a.overlap || a.reference - b.reference);
	const taken = { references: new Set<number>(), proposals: new Set<number>() };
	const matches: Match[] = [];
	for (const { reference, proposal, overlap } of ranked) {
		if (taken.references.has(reference) || taken.proposals.has(proposal)) continue;
		taken.references.add(reference);
		taken.proposals.add(proposal);
		const right = speakersMatch(
			references[reference]?.speakers ?? [],
			proposals[proposal]?.speakers ?? [],
		);
		matches.push({ reference, proposal, overlap, speakerIsRight: right });
	}
	return matches;
}
