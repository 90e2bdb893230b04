import type { Rule } from "../rule.ts";

/** No place lies in itself, by whichever way round. */
export const locationTree: Rule = {
	name: "location-tree",
	check({ locations }, report) {
		const parents = new Map((locations?.value ?? []).map(({ slug, parent }) => [slug, parent]));
		for (const [position, { slug }] of (locations?.value ?? []).entries()) {
			const way = [slug];
			let parent = parents.get(slug);
			while (parent !== undefined && !way.includes(parent)) {
				way.push(parent);
				parent = parents.get(parent);
			}
			if (parent === slug)
				report(
					locations?.at([position, "parent"]) ?? { file: "", line: 1, column: 1 },
					`expected a place that does not lie in itself, found ${[...way, slug].join(" in ")}`,
				);
		}
	},
};
