import { type PlotOptions, plot, type TextOptions } from "@observablehq/plot";
import { isolated, type Words } from "./words.ts";

/** In CSS pixels. */
export const FONT_SIZE = 14;

/** How names are written that stand where a row begins: on the right in Arabic. */
export function atTheBeginning({ isRightToLeft }: Words) {
	return {
		textAnchor: isRightToLeft ? "end" : "start",
		fill: "currentColor",
	} as const satisfies TextOptions;
}

let ruler: CanvasRenderingContext2D | null = null;

function widthOf(text: string): number {
	if (ruler === null) {
		ruler = document.createElement("canvas").getContext("2d");
		if (ruler === null) return text.length * FONT_SIZE;
		ruler.font = `${FONT_SIZE}px ${getComputedStyle(document.body).fontFamily}`;
	}
	return ruler.measureText(text).width;
}

/** The most characters of a name that there can be room for. */
const MOST_CHARACTERS = 300;

/** A name of the corpus, cut where it is wider than there is room, in CSS pixels. */
export function fitted(name: string, room: number): string {
	const all = [...name];
	const characters = all.slice(0, MOST_CHARACTERS);
	const beginning = (length: number) => characters.slice(0, length).join("");
	let length = characters.length;
	let width = widthOf(beginning(length));
	while (width > room && length > 1) {
		// By at least one, and by much where it is much too long.
		length = Math.max(1, Math.min(length - 1, Math.floor((length * room) / width)));
		width = widthOf(`${beginning(length)}\u2026`);
	}
	return isolated(length < all.length ? `${beginning(length)}\u2026` : name);
}

/** How what is shown of a mark is set; its lines are short already. */
export const TIP = { lineWidth: 60, lineHeight: 1.4, stroke: "var(--quiet)" } as const;
/** The widest such line, in CSS pixels; on a narrow page half of it, as it stands beside the mark. */
const WIDEST_LINE = 320;
const LINE_MARGIN = 28;

/** What is shown of a mark when somebody points at it: a few lines, each as long as there is room. */
export function linesOf(width: number, ...lines: readonly string[]): string {
	const room = Math.min(WIDEST_LINE, width / 2 - LINE_MARGIN);
	return lines.map((line) => fitted(line.replaceAll(/\s+/g, " "), room)).join("\n");
}

const [RIGHT_TO_LEFT, LEFT_TO_RIGHT, END] = ["\u2067", "\u2066", "\u2069"];

/** A name and how many statements it has, in the order in which the language is read. */
export function counted(name: string, count: number, words: Words, room: number): string {
	const number = isolated(words.count("statementCount", count));
	const rest = ` \u00B7 ${number}`;
	const direction = words.isRightToLeft ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
	return `${direction}${fitted(name, room - widthOf(rest))}${rest}${END}`;
}

/** The margins of a chart; the end is on the left in Arabic. */
export function margins({ isRightToLeft }: Words, start: number, end: number) {
	const [marginLeft, marginRight] = isRightToLeft ? [end, start] : [start, end];
	return { marginLeft, marginRight };
}

/**
 * Draws a chart as one picture, which the summary beside it puts into words.
 *
 * Its direction is always from left to right, as "start" and "end" would otherwise change
 * places in SVG; texts are isolated, so that each runs its own way.
 */
export function drawn(options: PlotOptions): SVGSVGElement | HTMLElement {
	const picture = plot({
		marginTop: 4,
		marginBottom: 4,
		...options,
		style: {
			background: "none",
			direction: "ltr",
			fontFamily: "inherit",
			fontSize: `${FONT_SIZE}px`,
			overflow: "visible",
		},
	});
	picture.setAttribute("aria-hidden", "true");
	return picture;
}
