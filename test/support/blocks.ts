import { readFileSync } from "node:fs";

/** A block of code in a Markdown file. */
export interface Block {
	/** What stands behind the opening fence, for example "yaml article". */
	readonly language: string;
	readonly text: string;
}

/** The blocks of code in a Markdown file, in their order. */
export function blocksOf(file: string): Block[] {
	const matches = readFileSync(file, "utf8").matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm);
	return [...matches].map(([, language = "", text = ""]) => ({ language, text }));
}
