import { createHash } from "node:crypto";
import { formatDiagnostic } from "../../curation/diagnostic.ts";
import type { FieldChange } from "./compare.ts";
import { isOfArticle, type Piece } from "./pieces.ts";
import { isUnsure, leastSureFirst, type Review } from "./review.ts";
import { styleSheet } from "./style.ts";
import type { StatementView } from "./view.ts";

const ESCAPES: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};

/** A text as HTML that shows it, in an element or between the quotation marks of an attribute. */
function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
}

/** A value with the words of the article in brackets, which keep to their own direction. */
function valueHtml(value: string): string {
	return escapeHtml(value).replace(/\(([^()]*)\)/g, "(<bdi>$1</bdi>)");
}

/** The colours of the speakers: each class stands for one. */
type ColourOf = (view: StatementView) => string;

function coloursOf({ statements, comparison }: Review): { colourOf: ColourOf; count: number } {
	const speakers = [
		...new Set([...statements, ...comparison.removed].map(({ speaker }) => speaker)),
	];
	return { colourOf: ({ speaker }) => `p${speakers.indexOf(speaker)}`, count: speakers.length };
}

/** The link to a statement, where its content begins. */
function linksOf(piece: Piece, begun: Set<number>): string {
	return piece.marks
		.filter(({ role, statement }) => role === "content" && !begun.has(statement))
		.map(({ statement }) => {
			begun.add(statement);
			return `<sup id="t${statement}"><a href="#s${statement}" aria-label="statement ${statement + 1}">${statement + 1}</a></sup>`;
		})
		.join("");
}

function pieceHtml(review: Review, piece: Piece, begun: Set<number>, colourOf: ColourOf): string {
	const words = escapeHtml(review.text.slice(piece.start, piece.end));
	// Of contents one inside the other the inner one, the later, gives the colour.
	const inner = piece.marks.findLast(({ role }) => role === "content") ?? piece.marks.at(-1);
	const view = inner === undefined ? undefined : review.statements[inner.statement];
	const classes = [
		...(isOfArticle(piece.kind) ? [] : ["furniture"]),
		...new Set(piece.marks.map(({ role }) => role)),
		...(view === undefined ? [] : [colourOf(view)]),
	];
	const opening = classes.length === 0 ? "<span>" : `<span class="${classes.join(" ")}">`;
	return `${linksOf(piece, begun)}${opening}${words}</span>`;
}

function changeHtml({ field, drafted, now }: FieldChange): string {
	const before = drafted === "" ? "" : `<del>${escapeHtml(drafted)}</del> `;
	const after = now === "" ? "" : `<ins>${escapeHtml(now)}</ins>`;
	return `<dt>${escapeHtml(field)}, changed</dt><dd>${before}${after}</dd>`;
}

function fieldsHtml(view: StatementView): string {
	return [...view.fields]
		.filter(([, value]) => value !== "")
		.map(([field, value]) => `<dt>${escapeHtml(field)}</dt><dd>${valueHtml(value)}</dd>`)
		.join("");
}

function facts(view: StatementView): string {
	const parts = [
		...(view.confidence === null ? [] : [`confidence ${view.confidence}`]),
		...(view.rule === null ? [] : [`rule ${view.rule}`]),
	];
	return escapeHtml(parts.join(", "));
}

function statementHtml(review: Review, index: number, colourOf: ColourOf): string {
	const view = review.statements[index];
	if (view === undefined) return "";
	const changes = review.comparison.changes[index];
	const mark = isUnsure(view) ? ' <strong class="unsure">look at this first</strong>' : "";
	const diff =
		changes == null
			? "<dt>draft</dt><dd><ins>added: the draft has none for it</ins></dd>"
			: changes.map(changeHtml).join("");
	return `<li class="statement ${colourOf(view)}" id="s${index}"><a href="#t${index}">${index + 1}. ${escapeHtml(view.key)}</a>${mark} <small>${facts(view)}</small><dl>${fieldsHtml(view)}${diff}</dl></li>`;
}

function removedHtml({ comparison }: Review, colourOf: ColourOf): string {
	if (comparison.removed.length === 0) return "";
	const items = comparison.removed.map(
		(view) =>
			`<li class="statement ${colourOf(view)}"><del>${escapeHtml(view.key)}</del> <small>${facts(view)}</small><dl>${fieldsHtml(view)}</dl></li>`,
	);
	return `<h2>Drafted, and not in the file</h2><ol>${items.join("")}</ol>`;
}

function faultsHtml({ faults }: Review): string {
	if (faults.length === 0) return "<p>The checker finds no fault in this file.</p>";
	const items = faults.map((fault) => `<li>${escapeHtml(formatDiagnostic(fault))}</li>`);
	return `<div class="faults"><h2>Faults</h2><ol>${items.join("")}</ol></div>`;
}

/**
 * A page that shows a review: all in itself, without a script, and allowed to load nothing.
 * What the file and the document say is shown as it is and never taken for HTML.
 */
export function reviewHtml(review: Review): string {
	const { colourOf, count } = coloursOf(review);
	const style = styleSheet(count);
	const digest = createHash("sha256").update(style).digest("base64");
	const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
	const begun = new Set<number>();
	const text = review.pieces.map((piece) => pieceHtml(review, piece, begun, colourOf)).join("");
	const list = leastSureFirst(review.statements)
		.map((index) => statementHtml(review, index, colourOf))
		.join("\n");
	return `<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(review.title)}</title>
<style>${style}</style>
</head>
<body>
<header lang="en"><p>${escapeHtml(review.file)} · ${escapeHtml(review.status)} · ${review.statements.length} statements</p>${faultsHtml(review)}</header>
<h1>${escapeHtml(review.title)}</h1>
<div class="columns">
<main><article>${text}</article></main>
<aside lang="en"><h2>Statements, the least sure first</h2><ol>
${list}
</ol>${removedHtml(review, colourOf)}</aside>
</div>
</body>
</html>
`;
}
