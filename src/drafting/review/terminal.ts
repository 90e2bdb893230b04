import { formatDiagnostic } from "../../curation/diagnostic.ts";
import type { FieldChange } from "./compare.ts";
import { isOfArticle, type Piece } from "./pieces.ts";
import { isUnsure, leastSureFirst, type Review } from "./review.ts";
import type { StatementView } from "./view.ts";

/** Colours of a terminal that are readable on light and on dark, as ANSI numbers. */
const COLOURS = [34, 32, 35, 36, 33, 31];
const RESET = 0;
const BOLD = 1;
const FAINT = 2;
const UNDERLINE = 4;

/** Gives words a look, where the terminal has any. */
type Paint = (words: string, ...looks: number[]) => string;

function painter(hasColours: boolean): Paint {
	return (words, ...looks) =>
		hasColours && looks.length > 0 ? `\u001b[${looks.join(";")}m${words}\u001b[${RESET}m` : words;
}

type ColourOf = (view: StatementView) => number;

function coloursOf({ statements, comparison }: Review): ColourOf {
	const speakers = [
		...new Set([...statements, ...comparison.removed].map(({ speaker }) => speaker)),
	];
	return ({ speaker }) => COLOURS[speakers.indexOf(speaker) % COLOURS.length] ?? RESET;
}

/** The article's own words; contents stand between brackets with their numbers. */
function textOf(review: Review, paint: Paint, colourOf: ColourOf): string {
	const edges = (piece: Piece, index: number, step: -1 | 1) => {
		const beside = new Set(contents(review.pieces[index + step]));
		return contents(piece).filter((statement) => !beside.has(statement));
	};
	return review.pieces
		.map((piece, index) => {
			if (!isOfArticle(piece.kind)) return piece.marks.length === 0 ? "\n" : "";
			const words = review.text.slice(piece.start, piece.end);
			const inner = contents(piece).at(-1);
			const view = inner === undefined ? undefined : review.statements[inner];
			const looks = [
				...(view === undefined ? [] : [colourOf(view)]),
				...(piece.marks.some(({ role }) => role === "cue") ? [UNDERLINE] : []),
				...(piece.marks.some(({ role }) => role === "speaker") ? [BOLD] : []),
			];
			const opening = edges(piece, index, -1).map((statement) => `[${statement + 1}: `);
			const closing = edges(piece, index, 1).map(() => "]");
			return `${opening.join("")}${paint(words, ...looks)}${closing.join("")}`;
		})
		.join("")
		.replace(/\n{3,}/g, "\n\n")
		.trim();
}

function contents(piece: Piece | undefined): number[] {
	return (piece?.marks ?? [])
		.filter(({ role }) => role === "content")
		.map(({ statement }) => statement);
}

function changeLine({ field, drafted, now }: FieldChange): string {
	return `  ~ ${field}: ${drafted || "nothing"} -> ${now || "nothing"}`;
}

function factsOf(view: StatementView): string {
	const parts = [
		...(view.confidence === null ? [] : [`confidence ${view.confidence}`]),
		...(view.rule === null ? [] : [`rule ${view.rule}`]),
		...(isUnsure(view) ? ["look at this first"] : []),
	];
	return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

function fieldLines(view: StatementView): string[] {
	return [...view.fields]
		.filter(([, value]) => value !== "")
		.map(([field, value]) => `    ${field}: ${value}`);
}

function statementLines(review: Review, index: number, paint: Paint, colourOf: ColourOf): string[] {
	const view = review.statements[index];
	if (view === undefined) return [];
	const changes = review.comparison.changes[index];
	const diff = changes == null ? ["  + added: the draft has none for it"] : changes.map(changeLine);
	return [
		paint(`${index + 1}. ${view.key}${factsOf(view)}`, colourOf(view), BOLD),
		...fieldLines(view),
		...diff,
	];
}

/**
 * Shows a review in a terminal.
 *
 * @param hasColours whether its stream takes ANSI colours; plain lines otherwise
 */
export function reviewLines(review: Review, hasColours: boolean): string[] {
	const paint = painter(hasColours);
	const colourOf = coloursOf(review);
	const faults = review.faults.map((fault) => formatDiagnostic(fault));
	return [
		paint(`${review.file}, ${review.status}, ${review.statements.length} statements`, FAINT),
		"",
		...textOf(review, paint, colourOf).split("\n"),
		"",
		...leastSureFirst(review.statements).flatMap((index) =>
			statementLines(review, index, paint, colourOf),
		),
		...review.comparison.removed.flatMap((view) => [
			`- ${view.key}${factsOf(view)}: drafted, and not in the file`,
			...fieldLines(view),
		]),
		"",
		...(faults.length === 0 ? ["no fault in this file"] : faults),
	];
}
