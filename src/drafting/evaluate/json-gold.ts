import { z } from "zod";
import type { Range } from "../../text/span.ts";
import type { Resolution } from "../draft.ts";
import type { PageSegment } from "../page.ts";
import { normalisePage } from "../page-text.ts";
import type { Gold, GoldPage, GoldStatement } from "./gold.ts";
import { isSameName } from "./score.ts";

const statement = z.object({
	kind: z.enum(["DIRECT", "INDIRECT", "MIXED"]),
	in: z.enum(["BODY", "TITLE"]).optional(),
	start: z.int().min(0),
	end: z.int().min(1),
	content: z.string().min(1),
	cue: z.string().nullish(),
	mention: z.string().nullish(),
	speakers: z.array(z.string().min(1)).min(1),
	via: z.string().nullish(),
});
const article = z.object({
	id: z.string().min(1),
	title: z.string().nullish(),
	text: z.string().min(1),
	statements: z.array(statement),
});
const file = z.array(article).min(1);

type Article = z.infer<typeof article>;
type Statement = z.infer<typeof statement>;

/** So far from a content its cue is looked for, in UTF-16 units. */
const FARTHEST_CUE = 240;
const SEPARATOR = "\n\n";
const WORD = /[\p{L}\p{M}\p{N}]/u;

/** The page of an article, and where an offset of its text, in code points, is in the page. */
interface Placed {
	readonly page: string;
	readonly bodyStart: number;
	at(codePoint: number): number;
}

function place({ title, text }: Article): Placed {
	const before = title == null || title.trim() === "" ? "" : `${title}${SEPARATOR}`;
	const characters = [...text];
	return {
		page: normalisePage(before + text),
		bodyStart: normalisePage(before).length,
		at: (codePoint) => normalisePage(before + characters.slice(0, codePoint).join("")).length,
	};
}

function isWholeWord(page: string, { start, end }: Range): boolean {
	return !WORD.test(page.charAt(start - 1)) && !WORD.test(page.charAt(end));
}

/** Where the reporting words stand: of all places the nearest to the content. */
function findCue(page: string, words: string, content: Range): Range | null {
	if (words === "") return null;
	const from = Math.max(0, content.start - FARTHEST_CUE);
	const near: { range: Range; distance: number }[] = [];
	for (let at = page.indexOf(words, from); at >= 0; at = page.indexOf(words, at + 1)) {
		const range = { start: at, end: at + words.length };
		if (at > content.end + FARTHEST_CUE) break;
		const isBefore = range.end <= content.start;
		const distance = isBefore ? content.start - range.end : Math.max(0, at - content.end);
		if (isWholeWord(page, range)) near.push({ range, distance });
	}
	return near.toSorted((a, b) => a.distance - b.distance)[0]?.range ?? null;
}

/** Such a gold does not say how a mention points at its speaker; its words do. */
function resolutionOf(mention: string, speakers: readonly string[]): Resolution {
	if (mention === "") return "DROPPED_SUBJECT";
	return speakers.some((name) => isSameName(name, mention)) ? "NAMED" : "EPITHET";
}

function toGold(entry: Statement, where: string, { page, at }: Placed): GoldStatement {
	const content = { start: at(entry.start), end: at(entry.end) };
	const words = page.slice(content.start, content.end);
	if (words !== normalisePage(entry.content))
		throw new Error(
			`${where}: expected its content at ${entry.start} to ${entry.end}, found other words there; offsets count code points of text`,
		);
	const mention = normalisePage(entry.mention ?? "").trim();
	return {
		kind: entry.kind,
		content: [content],
		words,
		cue: findCue(page, normalisePage(entry.cue ?? "").trim(), content),
		mention,
		speakers: entry.speakers,
		resolution: resolutionOf(mention, entry.speakers),
		via: entry.via == null ? [] : [entry.via],
	};
}

function toPage(name: string, entry: Article): GoldPage {
	const placed = place(entry);
	const { page, bodyStart } = placed;
	const body: PageSegment = { kind: "BODY", start: bodyStart, end: page.length };
	const headline: PageSegment = { kind: "HEADLINE", start: 0, end: bodyStart };
	const title = page.slice(0, bodyStart).trim();
	return {
		name: entry.id,
		text: page,
		segments: title === "" ? [body] : [headline, body],
		titles: title === "" ? [] : [title],
		statements: entry.statements.flatMap((one, index) =>
			one.in === "TITLE" ? [] : [toGold(one, `${name}: ${entry.id}: statement ${index}`, placed)],
		),
	};
}

function parseJson(name: string, text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		const words = error instanceof Error ? error.message : String(error);
		throw new Error(`${name}: expected a JSON list of articles, found no JSON (${words})`);
	}
}

/**
 * Reads a gold that is a JSON list of articles: `id`, `title`, `text`, and `statements` with
 * `kind`, `start`, `end`, `content`, `cue`, `mention`, `speakers` and `via`; offsets are code
 * points of `text`.
 *
 * @param name what messages call it
 * @throws Error where it is not what it should be, with the place
 */
export function parseJsonGold(name: string, text: string): Gold {
	const parsed = file.safeParse(parseJson(name, text));
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		const place = issue?.path.join(".") || "the whole";
		throw new Error(
			`${name}: expected a list of articles with id, text and statements; ${place}: ${issue?.message ?? "at fault"}`,
		);
	}
	const articles = parsed.data;
	return {
		pages: articles.map((entry) => toPage(name, entry)),
		inTitles: articles.flatMap((one) => one.statements).filter((one) => one.in === "TITLE").length,
		unconfirmed: 0,
	};
}
