import type { SeedFiles } from "../../src/curation/seed-files.ts";
import type { Draw } from "./draw.ts";
import { strangeText } from "./texts.ts";

/** How deep a text is nested at the most: deeper than any stack. */
const DEEPEST = 8_000;

/** What has a meaning in YAML, most of it where it stands in the middle of something else. */
const PIECES = [
	"&a ",
	"*a",
	"*a : ",
	"<<: *a\n",
	"!!set ",
	"!!binary ",
	"!!omap ",
	"!x ",
	"!<tag:x> ",
	"? ",
	": ",
	"- ",
	"-",
	"|\n",
	"|9-\n",
	">-\n",
	"{",
	"}",
	"[",
	"]",
	", ",
	"%YAML 1.1\n---\n",
	"%YAML 9.9\n---\n",
	"%TAG ! x\n",
	"---\n",
	"...\n",
	"#",
	" #",
	"\t",
	"\n\t",
	"\r",
	"\r\n",
	"\0",
	"\ufeff",
	"@",
	"`",
	"'",
	'"',
	'"\\ud800"',
	'"\\u202e"',
	'"\\x00"',
	'"\\z"',
	"9".repeat(400),
	"1e999",
	"-.inf",
	".nan",
	"0x1F",
	"0o17",
	"1_000",
	"0001-01-01",
	"2018-10-03T00:00:00Z",
	"2018-10-03/2018-10-02",
	"~",
	"null",
	"true",
	"yes",
	"__proto__: x\n",
	"constructor: {}\n",
	"toString",
	"(.*)+",
	"\u2028",
	"\u0085",
	"\u00a0",
	"🎉",
	"\u0651",
];

/** What a whole file may be. */
const WHOLE = [
	"",
	"\n",
	" ",
	"\t",
	"-",
	"[]",
	"{}",
	"null",
	"~",
	"text",
	"# comment",
	"- ",
	"- null\n- null\n",
	"- - - -\n",
	"a: &a [*a]\n",
	"&a a: *a\n",
	"? [a, b]\n: c\n",
	"? {a: b}\n: c\n",
	"--- 1\n--- 2\n",
	"a: b: c: d\n",
	"a\u2028b: c\n",
	"document: x\ndocument: y\n",
	"<<: [a]\n",
];

type Nest = (depth: number) => string;
/** Ways to nest something in itself, again and again. */
const NESTS: readonly Nest[] = [
	(depth) => "[".repeat(depth),
	(depth) => "[".repeat(depth) + "]".repeat(depth),
	(depth) => "{a: ".repeat(depth),
	(depth) => "{a: ".repeat(depth) + "}".repeat(depth),
	(depth) => `${"- ".repeat(depth)}x\n`,
	(depth) => `${"? ".repeat(depth)}x\n`,
	// Takes as many characters as the square of its depth.
	(depth) =>
		Array.from({ length: depth / 8 }, (_none, level) => `${" ".repeat(level)}a:\n`).join(""),
	(depth) => "!!seq ".repeat(depth),
];

/** A billion laughs: each line is ten times the one before. */
function laughs(levels: number): string {
	const lines = Array.from({ length: levels }, (_none, level) => {
		const items = level === 0 ? "ha" : Array.from({ length: 10 }, () => `*a${level - 1}`).join();
		return `a${level}: &a${level} [${items}]\n`;
	});
	return lines.join("");
}

function insert(text: string, at: number, piece: string): string {
	return text.slice(0, at) + piece + text.slice(at);
}

/** A value of a line in the place of that of another line with the same key: mostly still a file of the right shape. */
function otherValue(draw: Draw, lines: string[], at: number): void {
	const key = /^[ -]*(\w+): /.exec(lines[at] ?? "");
	if (key === null) return;
	const values = lines.flatMap((line) => {
		const found = /^[ -]*(\w+): (.*)$/.exec(line);
		return found?.[1] === key[1] ? [found?.[2] ?? ""] : [];
	});
	// A line may hold what ends one for a regular expression.
	if (values.length > 0) lines[at] = `${key[0]}${draw.among(values)}`;
}

type LineChange = (draw: Draw, lines: string[], at: number) => void;
const LINE_CHANGES: readonly LineChange[] = [
	otherValue,
	otherValue,
	otherValue,
	(_draw, lines, at) => lines.splice(at, 1),
	(draw, lines, at) => lines.splice(at, draw.below(12)),
	(_draw, lines, at) => lines.splice(at, 0, lines[at] ?? ""),
	(draw, lines, at) => {
		const other = draw.below(lines.length);
		[lines[at], lines[other]] = [lines[other] ?? "", lines[at] ?? ""];
	},
	(draw, lines, at) => {
		lines[at] = " ".repeat(1 + draw.below(4)) + lines[at];
	},
	(_draw, lines, at) => {
		lines[at] = (lines[at] ?? "").replace(/^ {1,2}/, "");
	},
	(_draw, lines, at) => {
		lines[at] = (lines[at] ?? "").replace(/^( *)/, "\t");
	},
	(draw, lines, at) => {
		lines[at] = (lines[at] ?? "").replace(/\d/, () => String(draw.below(10)));
	},
	(draw, lines, at) => {
		lines[at] = (lines[at] ?? "").replace(/: .*$/, () => `: ${draw.among(PIECES)}`);
	},
	(draw, lines, at) => {
		lines[at] = (lines[at] ?? "").replace(/: .*$/, () => `: ${JSON.stringify(strangeText(draw))}`);
	},
];

function changeLines(draw: Draw, text: string): string {
	const lines = text.split("\n");
	for (let left = 1 + draw.below(3); left > 0; left -= 1)
		draw.among(LINE_CHANGES)(draw, lines, draw.below(lines.length));
	return lines.join("\n");
}

type TextChange = (draw: Draw, text: string) => string;
const TEXT_CHANGES: readonly TextChange[] = [
	changeLines,
	changeLines,
	changeLines,
	changeLines,
	(draw, text) => insert(text, draw.below(text.length + 1), draw.among(PIECES)),
	(draw, text) => insert(text, draw.below(text.length + 1), draw.among(PIECES)),
	(draw, text) => insert(text, draw.below(text.length + 1), strangeText(draw)),
	(draw, text) => text.slice(0, draw.below(text.length + 1)),
	(draw, text) => insert(text, draw.below(text.length + 1), nested(draw)),
	(draw, text) => `${nested(draw)}\n${text}`,
	(draw, text) => laughs(1 + draw.below(12)) + text,
	(_draw, text) => text.replaceAll("\n", "\r\n"),
	(_draw, text) => `\ufeff${text}`,
	(_draw, text) => text + text,
	(_draw, text) => text.trimEnd(),
	(draw) => draw.among(WHOLE),
	(draw) => Array.from({ length: draw.below(30) }, () => draw.among(PIECES)).join(""),
	(draw) => strangeText(draw) + strangeText(draw),
];

function nested(draw: Draw): string {
	return draw.among(NESTS)(draw.chance(50) ? DEEPEST : draw.below(300));
}

function changeBytes(draw: Draw, bytes: Uint8Array): Uint8Array {
	const changed = Uint8Array.from(bytes);
	for (let left = 1 + draw.below(3); left > 0; left -= 1)
		changed[draw.below(changed.length)] = draw.below(256);
	return changed;
}

function changeFile(draw: Draw, bytes: Uint8Array): Uint8Array {
	if (bytes.length > 0 && draw.chance(8)) return changeBytes(draw, bytes);
	const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
	return new TextEncoder().encode(draw.among(TEXT_CHANGES)(draw, text));
}

const NAMES = [
	"articles/new.yaml",
	"articles/a b.yaml",
	"articles/x/y.yaml",
	"documents/new.txt",
	"x",
];

/** The files of a seed folder with something at fault in one of them or in a few. */
export function changed(draw: Draw, files: SeedFiles): SeedFiles {
	const all = new Map(files);
	const curated = [...files.keys()].filter((name) => name.endsWith(".yaml"));
	for (let left = draw.chance(30) ? 3 : 1; left > 0; left -= 1) {
		const name = draw.chance(85) ? draw.among(curated) : draw.among([...files.keys()]);
		const bytes = all.get(name) ?? new Uint8Array();
		const isKept = !draw.chance(3);
		if (draw.chance(3)) all.set(draw.among(NAMES), bytes);
		if (isKept) all.set(name, changeFile(draw, bytes));
		else all.delete(name);
	}
	return all;
}
