import { readFileSync } from "node:fs";

/** A block of code in a Markdown file. */
export interface Block {
	/** What stands behind the opening fence, for example "yaml article". */
	readonly language: string;
	readonly text: string;
	/** Whether nothing but blank lines stands between the block before it and this one. */
	readonly isRightBehind: boolean;
}

/** The blocks of code in a Markdown file, in their order. */
export function blocksOf(file: string): Block[] {
	const markdown = readFileSync(file, "utf8");
	let end = 0;
	return [...markdown.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)].map((match) => {
		const [all, language = "", text = ""] = match;
		const isRightBehind = end > 0 && markdown.slice(end, match.index).trim() === "";
		end = match.index + all.length;
		return { language, text, isRightBehind };
	});
}
