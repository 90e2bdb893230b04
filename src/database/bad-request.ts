/**
 * A request that cannot be answered as it was asked. The message is for the person
 * who asked: what was expected, what came, what to do.
 */
export class BadRequest extends Error {
	override readonly name = "BadRequest";
}

const UNPAIRED_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Whether PostgreSQL can take a text: no NUL character, no half of a surrogate pair. */
export function isStorable(text: string): boolean {
	return !text.includes("\0") && !UNPAIRED_SURROGATE.test(text);
}

/**
 * Gives back text that PostgreSQL can take.
 *
 * @throws BadRequest for a NUL character or half of a surrogate pair
 */
export function storableText(text: string): string {
	if (text.includes("\0"))
		throw new BadRequest(
			"expected text without the NUL character (U+0000), which no stored text has; remove it",
		);
	if (UNPAIRED_SURROGATE.test(text))
		throw new BadRequest(
			"expected well-formed Unicode, found half of a surrogate pair; send the whole character",
		);
	return text;
}
