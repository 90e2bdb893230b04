import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { type Block, blocksOf, type DomNode } from "./blocks.ts";
import { RULE } from "./pieces.ts";

/** From so much on a block is a list of links. */
const MOSTLY_LINKED = 0.6;
/** A block of so many characters is a paragraph, and not found elsewhere by accident. */
const PARAGRAPH_LENGTH = 60;
/** An article beside the one that was found has so many characters in its paragraphs. */
const SHORTEST_ARTICLE = 200;
const SHORTEST_HEADLINE = 8;

/** The parts of an HTML page that tell more than its text. */
interface Head {
	readonly pageTitle: string;
	readonly shownTitle: string;
	/** YYYY-MM-DD; null where the page's own data have none. */
	readonly day: string | null;
}

function documentFrom(html: string): Document {
	const whole = /<(?:html|body)[\s>]/iu.test(html) ? html : `<html><body>${html}</body></html>`;
	return parseHTML(whole).document as unknown as Document;
}

function metaOf(document: Document, ...names: string[]): string | null {
	for (const name of names) {
		const selector = `meta[property="${name}"],meta[name="${name}"],meta[itemprop="${name}"]`;
		const content = document.querySelector(selector)?.getAttribute("content");
		if (content) return content.trim();
	}
	return null;
}

function dayOf(document: Document, html: string): string | null {
	const stated =
		metaOf(document, "article:published_time", "datePublished", "date", "pubdate") ??
		document.querySelector("time[itemprop=datePublished]")?.getAttribute("datetime") ??
		/"datePublished"\s*:\s*"([^"]+)"/u.exec(html)?.[1];
	return /^\d{4}-\d{2}-\d{2}/u.exec(stated ?? "")?.[0] ?? null;
}

function headOf(document: Document, html: string): Head {
	const pageTitle = (document.querySelector("title")?.textContent ?? "")
		.replace(/\s+/gu, " ")
		.trim();
	return {
		pageTitle,
		shownTitle: metaOf(document, "og:title", "twitter:title") ?? "",
		day: dayOf(document, html),
	};
}

function isHeading(block: Block | undefined, level = /^H[1-6]$/u): boolean {
	return block !== undefined && !block.isAside && block.inside.some((name) => level.test(name));
}

/** The heading that the page's title repeats; or the first H1; or the last one before the article. */
function headlineAt(blocks: readonly Block[], head: Head, firstOfArticle: number): number {
	const named = blocks.findIndex(
		(block) =>
			isHeading(block) &&
			block.text.length >= SHORTEST_HEADLINE &&
			(head.pageTitle.includes(block.text) || head.shownTitle.includes(block.text)),
	);
	if (named >= 0) return named;
	const highest = blocks.findIndex((block) => isHeading(block, /^H1$/u));
	if (highest >= 0) return highest;
	return blocks.slice(0, Math.max(firstOfArticle, 0)).findLastIndex((block) => isHeading(block));
}

/** The texts that Readability takes for the article, each a block; it changes what it reads. */
function textsOfArticle(html: string): ReadonlySet<string> {
	const article = new Readability(documentFrom(html), { charThreshold: 200 }).parse();
	const content = article?.content;
	if (!content) return new Set();
	const body = documentFrom(content).body as unknown as DomNode;
	return new Set(blocksOf(body).map(({ text }) => text));
}

/** The blocks of the article: those found, and the paragraphs beside them in the same element. */
function articleBlocks(blocks: readonly Block[], texts: ReadonlySet<string>): boolean[] {
	const isParagraph = (block: Block) =>
		block.text.length >= PARAGRAPH_LENGTH && block.linked < MOSTLY_LINKED && !block.isAside;
	const found = blocks.map((block) => isParagraph(block) && texts.has(block.text));
	if (!found.includes(true)) return blocks.map(isParagraph);
	const parents = new Set(
		blocks.filter((_, at) => found[at]).map(({ parent }) => parentOf(parent)),
	);
	return blocks.map(
		(block, at) =>
			found[at] === true || (isParagraph(block) && parents.has(parentOf(block.parent))),
	);
}

function parentOf(node: DomNode): unknown {
	return (node as DomNode & { readonly parentNode?: unknown }).parentNode ?? node;
}

/** Where the article ends: short paragraphs behind the last long one, beside it, are part of it. */
function endOf(blocks: readonly Block[], last: number): number {
	const element = blocks[last];
	if (element === undefined) return last;
	let end = last;
	for (let at = last + 1; at < blocks.length; at += 1) {
		const block = blocks[at];
		const isBeside = block !== undefined && parentOf(block.parent) === parentOf(element.parent);
		if (!isBeside || block.isAside || block.linked >= MOSTLY_LINKED) break;
		end = at;
	}
	return end;
}

/** The blocks that hold a text: from the first block of the article to the last. */
function bodyOf(
	blocks: readonly Block[],
	headline: number,
	isArticle: readonly boolean[],
): number[] {
	const first = isArticle.indexOf(true);
	const last = endOf(blocks, isArticle.lastIndexOf(true));
	const from = headline >= 0 && headline < first ? headline + 1 : Math.max(first, 0);
	const article = blocks[first]?.article ?? null;
	return blocks.flatMap((block, at) => {
		if (at < from || at > last || at === headline) return [];
		if (article !== null && block.article !== article) return [];
		return block.isAside || block.linked >= MOSTLY_LINKED ? [] : [at];
	});
}

/** Articles of the page besides the one that was found: ARTICLE elements with paragraphs. */
function otherArticles(blocks: readonly Block[], taken: ReadonlySet<number>): number[][] {
	const articles = new Map<DomNode, number[]>();
	for (const [at, { article, isAside, linked }] of blocks.entries()) {
		if (article === null || taken.has(at) || isAside || linked >= MOSTLY_LINKED) continue;
		articles.set(article, [...(articles.get(article) ?? []), at]);
	}
	return [...articles.values()].filter((positions) => {
		const lengths = positions.map((at) => blocks[at]?.text.length ?? 0);
		const paragraphs = lengths.filter((length) => length >= PARAGRAPH_LENGTH);
		const length = paragraphs.reduce((sum, each) => sum + each, 0);
		return paragraphs.length > 1 && length >= SHORTEST_ARTICLE;
	});
}

function print(block: Block | undefined): string {
	return block === undefined ? "" : `${block.inside.includes("LI") ? "- " : ""}${block.text}`;
}

/**
 * The text of an HTML page as a document of the corpus: the headline, the day that the page's
 * data tell, the article, each block on a line of its own with a blank line behind it; then
 * every other text that the page shows, as items of a list below a rule. `readPage` reads that
 * order. No script runs and nothing is loaded.
 *
 * @param html the page or a part of one, decoded; entities in it may be named or numbered
 */
export function documentOfHtml(html: string): string {
	const document = documentFrom(html);
	const head = headOf(document, html);
	const blocks = blocksOf(document.body as unknown as DomNode);
	const isArticle = articleBlocks(blocks, textsOfArticle(html));
	const headline = headlineAt(blocks, head, isArticle.indexOf(true));
	const body = bodyOf(blocks, headline, isArticle);
	const taken = new Set([headline, ...body]);
	const others = otherArticles(blocks, taken);
	for (const at of others.flat()) taken.add(at);
	const rest = blocks.filter((_, at) => !taken.has(at)).map(({ text }) => `\u2022 ${text}`);
	const title = blocks[headline]?.text ?? head.shownTitle;
	return [
		title,
		head.day ?? "",
		...body.map((at) => print(blocks[at])),
		...others.flatMap((article) => [RULE, ...article.map((at) => print(blocks[at]))]),
		...(rest.length > 0 || head.pageTitle !== "" ? [RULE] : []),
		...(head.pageTitle === "" || head.pageTitle === title ? [] : [`\u2022 ${head.pageTitle}`]),
		...rest,
	]
		.filter((line) => line !== "")
		.join("\n\n")
		.concat("\n");
}
