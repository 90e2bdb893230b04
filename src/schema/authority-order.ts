import { builder } from "./builder.ts";

/** What speakers or places are ordered by. */
export function AuthorityOrderField(
	name: "SpeakerOrderField" | "LocationOrderField",
	noun: "speakers" | "places",
) {
	return builder.enumType(name, {
		description: `What ${noun} are ordered by.`,
		values: {
			STATEMENT_COUNT: { description: "How many curated statements they have." },
			NAME: { description: "The official Arabic name, folded, by code point." },
		} as const,
	});
}
