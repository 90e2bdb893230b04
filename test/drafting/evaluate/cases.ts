import { measure } from "../../../src/drafting/evaluate/figures.ts";
import type { GoldPage, GoldStatement } from "../../../src/drafting/evaluate/gold.ts";
import { type Judged, judge, type Proposed } from "../../../src/drafting/evaluate/judge.ts";
import type { Range } from "../../../src/text/span.ts";

/** Two sentences of ten words, which need mean nothing to be measured. */
export const TEXT =
	"alpha said one two three four five six seven eight. beta added nine ten eleven twelve again and over.";

/** Where some words stand in the text. */
export function at(words: string): Range {
	const start = TEXT.indexOf(words);
	if (start < 0) throw new Error(`no ${words} in the text`);
	return { start, end: start + words.length };
}

export function reference(words: string, fields: Partial<GoldStatement> = {}): GoldStatement {
	return {
		kind: "INDIRECT",
		content: [at(words)],
		words,
		cue: at("said"),
		mention: "alpha",
		speakers: ["alpha"],
		resolution: "NAMED",
		via: [],
		...fields,
	};
}

export function proposal(words: string, fields: Partial<Proposed> = {}): Proposed {
	return {
		kind: "INDIRECT",
		content: [at(words)],
		words,
		cue: at("said"),
		mention: "alpha",
		speakers: ["alpha"],
		resolution: "NAMED",
		via: [],
		rule: "verb-that",
		confidence: 0.5,
		...fields,
	};
}

const BETA = {
	cue: at("added"),
	mention: "",
	resolution: "DROPPED_SUBJECT",
	speakers: ["beta"],
} as const;

/** What is to be found: one statement of alpha, one of beta that a paper relays. */
export const REFERENCES: readonly GoldStatement[] = [
	reference("one two three four"),
	reference("nine ten eleven twelve", { ...BETA, kind: "DIRECT", via: ["the paper"] }),
];

/** What finds all of it. */
export const PROPOSALS: readonly Proposed[] = [
	proposal("one two three four"),
	proposal("nine ten eleven twelve", { ...BETA, kind: "DIRECT", via: ["the paper"] }),
];

/** A page of the text, judged. */
export function judged(
	proposals: readonly Proposed[],
	statements: readonly GoldStatement[] = REFERENCES,
	page: Partial<GoldPage> = {},
): Judged {
	const segments = [{ kind: "BODY", start: 0, end: TEXT.length }] as const;
	const gold = { name: "page", text: TEXT, segments, titles: [], statements, ...page };
	return judge(gold, proposals, { segments, titles: [] });
}

/** All figures of some pages, by "group / row / column". */
export function valuesOf(...pages: Judged[]): Record<string, number | null> {
	return Object.fromEntries(
		measure(pages, 10).flatMap(({ key, rows }) =>
			rows.flatMap(({ row, figures }) =>
				Object.entries(figures).map(([column, { value }]) => [
					`${key} / ${row} / ${column}`,
					value,
				]),
			),
		),
	);
}

/** Only the figures that are others than where all is found, and what they are. */
export function changedBy(proposals: readonly Proposed[]): Record<string, number | null> {
	const perfect = valuesOf(judged(PROPOSALS));
	return Object.fromEntries(
		Object.entries(valuesOf(judged(proposals))).filter(([key, value]) => value !== perfect[key]),
	);
}
