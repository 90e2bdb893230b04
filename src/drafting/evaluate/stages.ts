import { overlaps, type Range } from "../../text/span.ts";
import type { PageSegment } from "../page.ts";
import { tokenise } from "../tokens.ts";
import { ARTICLE_KINDS, type GoldStatement } from "./gold.ts";
import type { FoundStatement, Judged } from "./judge.ts";
import type { Measure, MeasureGroup, Ratio } from "./measures.ts";
import { isSameName, LEAST_OVERLAP, overlapOf, tokensOf } from "./score.ts";

/** What may stand right before a quotation: its opening mark, in any of its shapes. */
const OPENING_MARK = /(?:&quot;|''|["\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033\uff02])\s*$/u;

function one(row: string, figure: (page: Judged) => Ratio): Measure {
	return { row, figures: { share: figure } };
}

function isBody({ kind }: PageSegment): boolean {
	return kind === "BODY";
}

function isFurniture({ kind }: PageSegment): boolean {
	return !ARTICLE_KINDS.has(kind);
}

/** How many of the words in some parts of a page the tool takes for the body of an article. */
function taken({ gold, segments }: Judged, isMeant: (segment: PageSegment) => boolean): Ratio {
	const meant = tokensOf(gold.text, gold.segments.filter(isMeant));
	const body = tokensOf(gold.text, segments.filter(isBody));
	return { right: [...meant].filter((word) => body.has(word)).length, of: meant.size };
}

function headlines({ gold, titles }: Judged): Ratio {
	return {
		right: gold.titles.filter((title) => titles.includes(title)).length,
		of: gold.titles.length,
	};
}

/** Quoted contents whose two marks the tool has paired. */
function quotations({ gold }: Judged): Ratio {
	const quoted = gold.statements
		.filter(({ kind }) => kind === "DIRECT")
		.flatMap(({ content }) => content)
		.filter(({ start }) => OPENING_MARK.test(gold.text.slice(Math.max(0, start - 8), start)));
	if (quoted.length === 0) return { right: 0, of: 0 };
	const paired = tokenise(gold.text).quotations.map(({ inner }) => tokensOf(gold.text, [inner]));
	const isPaired = (range: Range) => {
		const words = tokensOf(gold.text, [range]);
		return paired.some((inner) => [...words].every((word) => inner.has(word)));
	};
	return { right: quoted.filter(isPaired).length, of: quoted.length };
}

function cuesOf(statements: readonly { readonly cue: Range | null }[]): Range[] {
	const cues = statements.flatMap(({ cue }) => (cue === null ? [] : [cue]));
	return [...new Map(cues.map((cue) => [cue.start, cue])).values()];
}

function covered(cues: readonly Range[], by: readonly Range[]): Ratio {
	return {
		right: cues.filter((cue) => by.some((other) => overlaps(cue, other))).length,
		of: cues.length,
	};
}

/** How well the contents fit behind the cues that were found, whatever else was. */
function contents(page: Judged, least: number): Ratio {
	const fits = (reference: GoldStatement): boolean | null => {
		const { cue } = reference;
		const beside = page.proposals.filter(
			(other) => cue !== null && other.cue !== null && overlaps(cue, other.cue),
		);
		if (beside.length === 0) return null;
		const words = tokensOf(page.gold.text, reference.content);
		return beside.some(
			({ content }) => overlapOf(words, tokensOf(page.gold.text, content)) >= least,
		);
	};
	const judged = page.gold.statements.map(fits).filter((fit) => fit !== null);
	return { right: judged.filter((fit) => fit).length, of: judged.length };
}

function mentions({ found }: Judged, isNamed: boolean): Ratio {
	const meant = found.filter(({ reference }) => (reference.mention !== "") === isNamed);
	const isRight = ({ reference, proposal }: FoundStatement) =>
		isNamed ? isSameName(reference.mention, proposal.mention) : proposal.mention === "";
	return { right: meant.filter(isRight).length, of: meant.length };
}

/** Who a mention means, where the words that name the speaker, or their absence, were found. */
function resolved({ found }: Judged): Ratio {
	const meant = found.filter(({ reference, proposal }) =>
		reference.mention === ""
			? proposal.mention === ""
			: isSameName(reference.mention, proposal.mention),
	);
	return { right: meant.filter(({ speakerIsRight }) => speakerIsRight).length, of: meant.length };
}

/** What is measured of the stages, each by itself. */
export const stageGroup: MeasureGroup = {
	key: "stages",
	title: "Stages",
	detailed: "share",
	measures: [
		one("extent: words of articles kept", (page) => taken(page, isBody)),
		one("extent: words of furniture taken for an article", (page) => taken(page, isFurniture)),
		one("extent: headlines right", headlines),
		one("quotations: marks paired", quotations),
		one("cues: found", ({ gold, proposals }) =>
			covered(cuesOf(gold.statements), cuesOf(proposals)),
		),
		one("cues: right, of those proposed", ({ gold, proposals }) =>
			covered(cuesOf(proposals), cuesOf(gold.statements)),
		),
		one("contents: overlap, where the cue is found", (page) => contents(page, LEAST_OVERLAP)),
		one("contents: exact, where the cue is found", (page) => contents(page, 1)),
		one("mentions: right, where there is one", (page) => mentions(page, true)),
		one("mentions: none, where there is none", (page) => mentions(page, false)),
		one("resolution: right, where the mention is", resolved),
	],
};
