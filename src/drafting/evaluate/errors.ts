import type { GoldStatement } from "./gold.ts";
import type { FoundStatement, Judged, Proposed } from "./judge.ts";
import { relaysAreRight } from "./measures.ts";
import type { SpeakerNames } from "./score.ts";

/** The ways in which a proposal can be wrong, in the order of the list. */
export const ERROR_CATEGORIES = ["missed", "extra", "extent", "kind", "speaker", "via"] as const;
export type ErrorCategory = (typeof ERROR_CATEGORIES)[number];

/** Something that the tool got wrong. */
export interface DraftingError {
	readonly category: ErrorCategory;
	readonly page: string;
	/** What a person should know of it, by what it is. */
	readonly fields: Readonly<Record<string, string>>;
}

const NOBODY = "nobody";

function named(speakers: readonly SpeakerNames[]): string {
	const names = speakers.map((one) => (typeof one === "string" ? one : (one[0] ?? "")));
	return names.length === 0 ? NOBODY : names.join(" + ");
}

function missed({ kind, words, speakers, cue }: GoldStatement, page: string) {
	return {
		kind,
		text: words,
		cue: cue === null ? "" : page.slice(cue.start, cue.end),
		speaker: named(speakers),
	};
}

function extra({ kind, words, speakers, cue, rule }: Proposed, page: string) {
	return {
		kind,
		rule,
		text: words,
		cue: cue === null ? "" : page.slice(cue.start, cue.end),
		speaker: named(speakers),
	};
}

/** What is wrong with a statement that was found. */
function faultsOf(found: FoundStatement): [ErrorCategory, Record<string, string>][] {
	const { reference, proposal, overlap, speakerIsRight } = found;
	const text = reference.words;
	const faults: [ErrorCategory, Record<string, string>, boolean][] = [
		[
			"extent",
			{ overlap: overlap.toFixed(2), expected: text, found: proposal.words },
			overlap === 1,
		],
		[
			"kind",
			{ text, expected: reference.kind, found: proposal.kind },
			reference.kind === proposal.kind,
		],
		[
			"speaker",
			{
				text,
				mention: reference.mention,
				expected: named(reference.speakers),
				found: named(proposal.speakers),
				as: proposal.resolution,
			},
			speakerIsRight,
		],
		[
			"via",
			{ text, expected: named(reference.via), found: named(proposal.via) },
			relaysAreRight(found),
		],
	];
	return faults.flatMap(([category, fields, isRight]) => (isRight ? [] : [[category, fields]]));
}

/** Everything that the tool got wrong on some pages, by category and in the order of the pages. */
export function errorsIn(pages: readonly Judged[]): DraftingError[] {
	const errors = pages.flatMap((judged): DraftingError[] => {
		const { name: page, text } = judged.gold;
		return [
			...judged.missed.map((one) => ({
				category: "missed" as const,
				page,
				fields: missed(one, text),
			})),
			...judged.extra.map((one) => ({
				category: "extra" as const,
				page,
				fields: extra(one, text),
			})),
			...judged.found.flatMap(faultsOf).map(([category, fields]) => ({ category, page, fields })),
		];
	});
	return ERROR_CATEGORIES.flatMap((category) =>
		errors.filter((error) => error.category === category),
	);
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";
const NAME_WIDTH = 9;

/**
 * Errors for people: a heading for each category, and under it a block of lines for each.
 *
 * @param isTerminal whether words from right to left are isolated, so that a terminal that orders
 * them leaves the line around them alone
 */
export function errorLines(errors: readonly DraftingError[], isTerminal: boolean): string[] {
	const shown = (words: string) => {
		const line = words.replace(/\s+/gu, " ");
		return isTerminal && RIGHT_TO_LEFT.test(line)
			? `${FIRST_STRONG_ISOLATE}${line}${POP_ISOLATE}`
			: line;
	};
	return ERROR_CATEGORIES.flatMap((category) => {
		const meant = errors.filter((error) => error.category === category);
		if (meant.length === 0) return [];
		return [
			"",
			`${category}: ${meant.length}`,
			...meant.flatMap(({ page, fields }) => [
				`  ${shown(page)}`,
				...Object.entries(fields)
					.filter(([, words]) => words !== "")
					.map(([name, words]) => `    ${name.padEnd(NAME_WIDTH)}${shown(words)}`),
			]),
		];
	});
}
