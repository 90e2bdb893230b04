import type { Range } from "../text/span.ts";
import type { Stretch } from "./source/person-name.ts";
import { positionFrom, type TokenisedText } from "./tokens.ts";

const MARK = /^[.,:;\u060c\u061b\u2026!?\u061f]$/u;

/** Where a stretch of tokens stands in the text, without the marks at its end. */
export function rangeOf({ tokens }: TokenisedText, { start, end }: Stretch): Range {
	let last = end;
	while (last > start + 1 && MARK.test(tokens[last - 1]?.text ?? "")) last -= 1;
	return { start: tokens[start]?.start ?? 0, end: tokens[last - 1]?.end ?? 0 };
}

/** The tokens that stand in a range of the text. */
export function tokensIn({ tokens }: TokenisedText, { start, end }: Range): Stretch {
	const behind = positionFrom(tokens, start);
	// A token that the range begins inside of is in it too.
	const first = (tokens[behind - 1]?.end ?? 0) > start ? behind - 1 : behind;
	let last = first;
	while (last < tokens.length && (tokens[last]?.start ?? end) < end) last += 1;
	return { start: first, end: last };
}
