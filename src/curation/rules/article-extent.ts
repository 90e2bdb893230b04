import type { Rule } from "../rule.ts";

/** An article has a body, and one headline at the most. */
export const articleExtent: Rule = {
	name: "article-extent",
	check({ articles }, report) {
		for (const { source } of articles) {
			const kinds = source.value.segments.map(({ kind }) => kind);
			const place = source.at(["segments"]);
			if (!kinds.includes("BODY"))
				report(place, "expected at least one segment of kind BODY, found none");
			const headlines = kinds.filter((kind) => kind === "HEADLINE").length;
			if (headlines > 1)
				report(
					place,
					`expected one segment of kind HEADLINE at the most, found ${headlines}; a headline that is printed again is CHROME`,
				);
		}
	},
};
