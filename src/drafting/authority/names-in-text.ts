import type { SpeakerEntry } from "../../curation/format/authorities.ts";
import type { FoldedText } from "../../text/fold.ts";
import { findNames } from "../../text/names.ts";
import type { Range } from "../../text/span.ts";
import { epithetsOf, properNames } from "./authority-names.ts";

/** A name of somebody who is no person, where it stands in a text. */
export interface NameInText extends Range {
	readonly entry: SpeakerEntry;
}

/**
 * Where the names and epithets of bodies, outlets, groups and unnamed sources stand in a text.
 * Of these a text may write more than a reader takes for the mention: "the new authorities in …".
 */
export function bodiesNamed(text: FoldedText, entries: readonly SpeakerEntry[]): NameInText[] {
	return entries
		.filter(({ kind }) => kind !== "PERSON")
		.flatMap((entry) =>
			findNames(text, [...properNames(entry), ...epithetsOf(entry)]).map((range) => ({
				...range,
				entry,
			})),
		);
}

/** The longest name that begins where a mention begins and goes on at least as far. */
export function nameFrom(names: readonly NameInText[], mention: Range): NameInText | null {
	const found = names
		.filter(({ start, end }) => start === mention.start && end >= mention.end)
		.toSorted((a, b) => b.end - a.end);
	return found[0] ?? null;
}
