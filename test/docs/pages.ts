import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Block, blocksOf } from "../support/blocks.ts";

/** Every page that people read: paths from the project's folder. */
export const PAGES: readonly string[] = [
	"README.md",
	"seed/README.md",
	"bench/README.md",
	...readdirSync("docs")
		.filter((file) => file.endsWith(".md"))
		.map((file) => join("docs", file)),
];

/** A block of code in its page. */
export interface PageBlock extends Block {
	readonly page: string;
	/** The page and the place among its blocks, for the names of tests. */
	readonly title: string;
	/** What stands behind it and belongs to it, by language: its variables, its answer, its output. */
	readonly belongings: ReadonlyMap<string, string>;
	/** Whether it belongs to a block before it. */
	readonly isBelonging: boolean;
}

/** What can belong to a block before it, by the language of that block. */
const BELONGINGS: Readonly<Record<string, readonly string[]>> = {
	graphql: ["json variables", "json"],
	"graphql extended": ["json"],
	sh: ["json"],
	js: ["text"],
};

/** How many blocks behind one belong to it: each kind at most once, in its order. */
function belongingTo({ language }: Block, behind: readonly Block[]): readonly Block[] {
	const kinds = [...(BELONGINGS[language] ?? [])];
	const found: Block[] = [];
	for (const block of behind) {
		const index = kinds.indexOf(block.language);
		if (index < 0 || !block.isRightBehind) break;
		kinds.splice(0, index + 1);
		found.push(block);
	}
	return found;
}

/** The blocks of a page, each with what belongs to it. */
export function pageBlocks(page: string): PageBlock[] {
	const blocks = blocksOf(page);
	const owned = new Set<Block>();
	return blocks.map((block, index) => {
		const belongings = owned.has(block) ? [] : belongingTo(block, blocks.slice(index + 1));
		for (const belonging of belongings) owned.add(belonging);
		return {
			...block,
			page,
			title: `${page}, block ${index + 1}, ${block.language || "no language"}`,
			belongings: new Map(belongings.map(({ language, text }) => [language, text])),
			isBelonging: owned.has(block),
		};
	});
}

/** The text of a page. */
export function textOf(page: string): string {
	return readFileSync(page, "utf8");
}
