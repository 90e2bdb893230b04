import type { Resolution } from "../draft.ts";
import type { FoundStatement, Judged } from "./judge.ts";
import type { ScoredStatement } from "./score.ts";
import { speakersMatch } from "./score.ts";

/** A figure of some pages: so much of so much. Those of several pages are added. */
export interface Ratio {
	readonly right: number;
	readonly of: number;
}

/** A row of figures about one thing, each of which any page gives. */
export interface Measure {
	readonly row: string;
	readonly figures: Readonly<Record<string, (page: Judged) => Ratio>>;
}

/** Figures that belong together. */
export interface MeasureGroup {
	readonly key: string;
	readonly title: string;
	/** The column whose figures are shown with what they are made of; null for none. */
	readonly detailed: string | null;
	readonly measures: readonly Measure[];
}

type Kind = ScoredStatement["kind"];
const KINDS: readonly Kind[] = ["DIRECT", "INDIRECT", "MIXED"];

const RESOLUTIONS: Readonly<Record<Resolution, string>> = {
	NAMED: "named beside the cue",
	EPITHET: "epithet",
	PRONOUN: "pronoun",
	DROPPED_SUBJECT: "subject dropped",
	HEADLINE: "headline",
};

/** Counts what a page has for one kind, or for all. */
function countsOf({ gold, proposals, found }: Judged, kind: Kind | null) {
	const isOfKind = (one: ScoredStatement) => kind === null || one.kind === kind;
	const matched = found.filter(
		({ reference, proposal }) => isOfKind(reference) && isOfKind(proposal),
	);
	return {
		matched,
		proposed: proposals.filter(isOfKind).length,
		known: gold.statements.filter(isOfKind).length,
	};
}

/** F1 of those that are right: twice them, of all that are proposed and all that should be. */
function scoreOf(
	page: Judged,
	kind: Kind | null,
	isRight: (found: FoundStatement) => boolean,
): Ratio {
	const { matched, proposed, known } = countsOf(page, kind);
	return { right: 2 * matched.filter(isRight).length, of: proposed + known };
}

function statementMeasure(row: string, kind: Kind | null): Measure {
	return {
		row,
		figures: {
			precision: (page) => {
				const { matched, proposed } = countsOf(page, kind);
				return { right: matched.length, of: proposed };
			},
			recall: (page) => {
				const { matched, known } = countsOf(page, kind);
				return { right: matched.length, of: known };
			},
			"overlap F1": (page) => scoreOf(page, kind, () => true),
			"exact F1": (page) => scoreOf(page, kind, ({ overlap }) => overlap === 1),
			"attributed F1": (page) => scoreOf(page, kind, ({ speakerIsRight }) => speakerIsRight),
		},
	};
}

/** The share of all found statements of a sort that are right. */
function share(
	row: string,
	isMeant: (found: FoundStatement) => boolean,
	isRight: (found: FoundStatement) => boolean,
): Measure {
	return {
		row,
		figures: {
			share: ({ found }) => {
				const meant = found.filter(isMeant);
				return { right: meant.filter(isRight).length, of: meant.length };
			},
		},
	};
}

/** Whether the relays that are proposed are those of the gold. */
export function relaysAreRight({ reference, proposal }: FoundStatement): boolean {
	return speakersMatch(reference.via, proposal.via);
}

function speakerMeasures(): Measure[] {
	const isRight = ({ speakerIsRight }: FoundStatement) => speakerIsRight;
	return [
		share("ALL", () => true, isRight),
		...KINDS.map((kind) => share(kind, ({ reference }) => reference.kind === kind, isRight)),
		...Object.entries(RESOLUTIONS).map(([resolution, row]) =>
			share(row, ({ reference }) => reference.resolution === resolution, isRight),
		),
	];
}

const statements: MeasureGroup = {
	key: "statements",
	title: "Statements",
	detailed: null,
	measures: [statementMeasure("ALL", null), ...KINDS.map((kind) => statementMeasure(kind, kind))],
};

const speakers: MeasureGroup = {
	key: "speakers",
	title: "Right speaker, of the statements found",
	detailed: "share",
	measures: speakerMeasures(),
};

const details: MeasureGroup = {
	key: "details",
	title: "Right kind and right relay, of the statements found",
	detailed: "share",
	measures: [
		share(
			"kind",
			() => true,
			({ reference, proposal }) => reference.kind === proposal.kind,
		),
		share("relay, where there is one", ({ reference }) => reference.via.length > 0, relaysAreRight),
		share(
			"none, where there is none",
			({ reference }) => reference.via.length === 0,
			relaysAreRight,
		),
	],
};

/** What is measured of the statements. */
export const statementGroups: readonly MeasureGroup[] = [statements, speakers, details];
