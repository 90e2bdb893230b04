/** Everything that Markdown would take for a mark where plain words are meant; code may stand between backticks. */
const MARKS = /[\\*[\]<|]/g;

/** The text as Markdown that shows it as it is, in one line. */
export function plainText(text: string): string {
	return text.replace(/\s+/g, " ").trim().replace(MARKS, "\\$&");
}

/**
 * What a link to a heading has behind its `#`, as GitHub makes it: in small letters, without
 * marks, and with a hyphen for each blank. A heading that stands in a file again gets a number
 * behind it, which this does not know of.
 *
 * @param heading the text of the heading, as Markdown
 */
export function anchorOf(heading: string): string {
	return heading
		.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
		.replaceAll(" ", "-");
}
