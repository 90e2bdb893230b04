import type { Rule } from "../rule.ts";

/** A term of an office begins before it ends, and only people hold offices. */
export const officeTerms: Rule = {
	name: "office-terms",
	check({ speakers }, report) {
		if (speakers === null) return;
		for (const [position, { kind, offices = [] }] of speakers.value.entries()) {
			if (offices.length > 0 && kind !== "PERSON")
				report(
					speakers.at([position, "offices"]),
					`expected offices on a PERSON only, found them on kind ${kind}`,
				);
			for (const [index, { from, to }] of offices.entries())
				if (from !== undefined && to !== undefined && from >= to)
					report(
						speakers.at([position, "offices", index, "to"]),
						`expected a day after from (${from}), found ${to}`,
					);
		}
	},
};
