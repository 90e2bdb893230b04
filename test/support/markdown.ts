import { anchorOf } from "../../src/cli/pages/markdown.ts";

/** Markdown without what stands in it as code, so that only its own marks are left. */
function withoutCode(markdown: string): string {
	return markdown.replace(/^```[^\n]*\n[\s\S]*?^```$/gm, "").replace(/`[^`\n]*`/g, "``");
}

/** The headings of a page, as GitHub anchors them: one that stands there again has a number behind it. */
export function anchorsIn(markdown: string): string[] {
	const blocks = markdown.replace(/^```[^\n]*\n[\s\S]*?^```$/gm, "");
	const times = new Map<string, number>();
	return [...blocks.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = ""]) => {
		const anchor = anchorOf(heading);
		const before = times.get(anchor) ?? 0;
		times.set(anchor, before + 1);
		return before === 0 ? anchor : `${anchor}-${before}`;
	});
}

/** Where the links and pictures of a page lead. */
export function linksIn(markdown: string): string[] {
	const links = withoutCode(markdown).matchAll(/(?<!\\)\]\(([^)\s]+)\)/g);
	return [...links].map(([, target = ""]) => target);
}
