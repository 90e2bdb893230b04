/** What stands between the headline and the body in the text that is searched. */
const BREAK = "\n";

/** The text of an article that is searched: the headline, where there is one, and the body. */
export function articleText({ title, body }: { title: string | null; body: string }): string {
	return title === null ? body : `${title}${BREAK}${body}`;
}

/** Where the body begins in that text, in UTF-16 units. */
export function bodyStart(title: string | null): number {
	return title === null ? 0 : title.length + BREAK.length;
}
