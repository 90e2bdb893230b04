/** The line before the tables of a gold, which names it as the command does. */
function opening(name: string): string {
	return `<!-- npm run evaluate: ${name} -->`;
}

const CLOSING = "<!-- end of figures -->";

/** Whether a Markdown text has a place for the figures of that name. */
export function hasSection(text: string, name: string): boolean {
	return text.includes(`${opening(name)}\n`);
}

/**
 * Puts lines in the place of those that stand under the name of a gold in a Markdown text.
 *
 * @param file what messages call the text
 * @throws Error where it has no place for them
 */
export function renewSection(
	file: string,
	text: string,
	name: string,
	lines: readonly string[],
): string {
	const [before, ...after] = text.split(`${opening(name)}\n`);
	const [rest] = after;
	const end = rest?.indexOf(CLOSING) ?? -1;
	if (before === undefined || rest === undefined || after.length !== 1 || end < 0)
		throw new Error(
			`${file}: expected one line ${opening(name)} with a line ${CLOSING} below it, found ${after.length}; write them where the figures should stand`,
		);
	return `${before}${opening(name)}\n\n${lines.join("\n")}\n\n${rest.slice(end)}`;
}
