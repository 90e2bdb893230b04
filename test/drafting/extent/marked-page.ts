import type { SegmentKind } from "../../../src/curation/corpus.ts";

/** An article that a fixture says is on its page. */
export interface ExpectedArticle {
	readonly title: string | null;
	/** Its lines, without white space round them. */
	readonly body: readonly string[];
}

/** A page of the fixtures: its text, and what is to be found in it. */
export interface MarkedPage {
	readonly text: string;
	readonly articles: readonly ExpectedArticle[];
	/** Lines that are no body, with the kinds that they may have. */
	readonly others: readonly { words: string; kinds: readonly SegmentKind[] }[];
}

/** Where a line of a fixture changes from one part to another. */
const CUT = "\u00a6";

const FURNITURE: readonly SegmentKind[] = ["CHROME", "COMMENT", "EMBED", "RELATED"];
const KINDS: Readonly<Record<string, readonly SegmentKind[]>> = {
	D: ["DATELINE"],
	F: FURNITURE,
	S: ["SOURCE_LINE"],
};

/**
 * Reads a fixture: every line says before a bar what it is. H: the headline; N: the headline of
 * a next article; B: body; D: dateline; S: source line; F: furniture.
 */
export function parseMarkedPage(fixture: string): MarkedPage {
	const articles: { title: string | null; body: string[] }[] = [];
	const others: { words: string; kinds: readonly SegmentKind[] }[] = [];
	const lines: string[] = [];
	const read = (mark: string, words: string) => {
		if (mark === "H" || mark === "N") articles.push({ title: words.trim(), body: [] });
		if (mark === "B" && articles.length === 0) articles.push({ title: null, body: [] });
		if (mark === "B" && words.trim() !== "") articles.at(-1)?.body.push(words.trim());
		if (mark in KINDS) others.push({ words: words.trim(), kinds: KINDS[mark] ?? [] });
	};
	for (const line of fixture.trimEnd().split("\n")) {
		const parts = line.split(CUT).map((part) => {
			const bar = part.indexOf("|");
			read(part.slice(0, bar), part.slice(bar + 1));
			return part.slice(bar + 1);
		});
		lines.push(parts.join(""));
	}
	return { text: lines.join("\n"), articles, others };
}

/** The lines of a body, without white space round them. */
export function linesOfBody(body: string): string[] {
	return body
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "");
}
