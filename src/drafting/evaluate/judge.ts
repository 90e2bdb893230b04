import type { LocationEntry, SpeakerEntry } from "../../curation/format/authorities.ts";
import type { Range } from "../../text/span.ts";
import type { DraftSource, DraftStatement, Resolution } from "../draft.ts";
import { type DraftedArticle, draftPage } from "../draft-page.ts";
import type { PageSegment } from "../page.ts";
import { bodySegments, type GoldPage, type GoldStatement, rangesInPage } from "./gold.ts";
import { type Match, matchStatements, type ScoredStatement, type SpeakerNames } from "./score.ts";
import { speakerNames } from "./seed-gold.ts";

/** The entries by which the tool resolves names. */
export interface Known {
	readonly speakers: readonly SpeakerEntry[];
	readonly locations: readonly LocationEntry[];
}

/** A statement that the tool proposes; all ranges are UTF-16 units of its page. */
export interface Proposed extends ScoredStatement {
	readonly words: string;
	readonly cue: Range | null;
	/** Of the first speaker; empty where the subject is dropped. */
	readonly mention: string;
	readonly resolution: Resolution;
	readonly via: readonly SpeakerNames[];
	readonly rule: string;
	readonly confidence: number;
}

/** A statement of the gold with the proposal that was matched with it. */
export interface FoundStatement {
	readonly reference: GoldStatement;
	readonly proposal: Proposed;
	/** Intersection over union of their tokens, from 0.5 to 1. */
	readonly overlap: number;
	readonly speakerIsRight: boolean;
}

/** What the tool makes of a page, beside what a person made of it. */
export interface Judged {
	readonly gold: GoldPage;
	/** The parts of the page as the tool has them, and the headlines. */
	readonly segments: readonly PageSegment[];
	readonly titles: readonly string[];
	readonly proposals: readonly Proposed[];
	readonly found: readonly FoundStatement[];
	readonly missed: readonly GoldStatement[];
	readonly extra: readonly Proposed[];
}

type NamesOf = (source: DraftSource) => SpeakerNames;

/** By the name that the page has for it, and by those of its entry where it has one. */
function namesBy({ speakers }: Known): NamesOf {
	const names = speakerNames(speakers);
	return ({ name, slug }) => [name, ...(names.get(slug ?? "") ?? [])];
}

function toProposed(
	page: string,
	segments: readonly PageSegment[],
	statement: DraftStatement,
	namesOf: NamesOf,
): Proposed {
	const place = (range: Range | null | undefined) =>
		range == null ? [] : rangesInPage(segments, range);
	const words = (ranges: readonly Range[]) =>
		ranges.map(({ start, end }) => page.slice(start, end)).join(" \u2026 ");
	const content = statement.content.flatMap(place);
	const [first] = statement.speakers;
	return {
		kind: statement.kind,
		content,
		words: words(content),
		cue: place(statement.cue)[0] ?? null,
		mention: words(place(first?.mention)),
		speakers: statement.speakers.map(namesOf),
		resolution: first?.resolution ?? "NAMED",
		via: statement.via.map(namesOf),
		rule: statement.rule,
		confidence: statement.confidence,
	};
}

/** The statements of the articles of a page, in the order of the page. */
function proposedIn(page: string, articles: readonly DraftedArticle[], known: Known): Proposed[] {
	const namesOf = namesBy(known);
	return articles.flatMap(({ page: { segments }, draft }) =>
		draft.statements.map((one) => toProposed(page, bodySegments(segments), one, namesOf)),
	);
}

function found(
	gold: GoldPage,
	proposals: readonly Proposed[],
	{ reference, proposal, ...rest }: Match,
): FoundStatement[] {
	const [one, other] = [gold.statements[reference], proposals[proposal]];
	return one === undefined || other === undefined
		? []
		: [{ reference: one, proposal: other, ...rest }];
}

/** Compares proposals for a page with its gold. */
export function judge(
	gold: GoldPage,
	proposals: readonly Proposed[],
	read: Pick<Judged, "segments" | "titles">,
): Judged {
	const matches = matchStatements(gold.text, gold.statements, proposals);
	return {
		gold,
		...read,
		proposals,
		found: matches.flatMap((match) => found(gold, proposals, match)),
		missed: gold.statements.filter((_, at) => !matches.some(({ reference }) => reference === at)),
		extra: proposals.filter((_, at) => !matches.some(({ proposal }) => proposal === at)),
	};
}

/** Drafts a page as the command does, and compares it with its gold. */
export function judgePage(gold: GoldPage, known: Known): Judged {
	const articles = draftPage(gold.text, known);
	return judge(gold, proposedIn(gold.text, articles, known), {
		segments: articles.flatMap(({ page }) => page.segments),
		titles: articles.flatMap(({ page }) => (page.title === null ? [] : [page.title])),
	});
}
