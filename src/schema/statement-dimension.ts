import type { Value } from "../database/stats/dimensions.ts";
import { builder } from "./builder.ts";
import { officialName } from "./name.ts";

/** What statements can be counted by. */
export const StatementDimension = builder.enumType("StatementDimension", {
	description:
		"What statements can be counted by. Where a statement has several values, such as the speakers of a joint one, it counts once for each of them, and once in every total.",
	values: {
		TIME: {
			description:
				"When it was said. A date that is not known to lie in one interval, such as a year where months are counted, has no value.",
		},
		SPEAKER: { description: "Who said it; a joint statement counts for each of its speakers." },
		PUBLISHER: { description: "The outlet that published it; none where the page does not tell." },
		LOCATION: {
			description:
				"The places that it is linked to themselves, in any role, each once; not those that they lie in.",
		},
		KIND: { description: "How it gives the words." },
		ACT: { description: "What the speaker does by saying it." },
		ARTICLE: { description: "The article that it is in." },
		RELAY: { description: "Who passed it on; a first-hand statement has none." },
		ADDRESSEE: {
			description: "Who it was said to, of those who have an entry; others have no value.",
		},
	} as const,
});

/** The label of a value in a language: its official name as Speaker.name has it, or the value itself. */
export function labelOf({ value, names }: Value, locale: string): string {
	return names === null ? value : officialName(names, locale);
}
