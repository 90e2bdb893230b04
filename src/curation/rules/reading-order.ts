import type { LocatedStatement } from "../located.ts";
import type { Rule } from "../rule.ts";

/** The headline first, then by where the content begins; what contains comes before what is contained. */
export function compareReadingOrder(a: LocatedStatement, b: LocatedStatement): number {
	if (a.source !== b.source) return a.source === "TITLE" ? -1 : 1;
	const start = (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0);
	return start || (b.spans.at(-1)?.end ?? 0) - (a.spans.at(-1)?.end ?? 0);
}

/** The statements of a file stand in the order in which the article makes them. */
export const readingOrder: Rule = {
	name: "reading-order",
	check({ articles }, report) {
		for (const { source, statements } of articles) {
			const located = statements.filter(({ spans }) => spans.length > 0);
			for (const [index, statement] of located.entries()) {
				const previous = located[index - 1];
				if (previous !== undefined && compareReadingOrder(previous, statement) > 0)
					report(
						source.at([...statement.path, "key"]),
						`expected the statements in reading order, found ${statement.entry.key} after ${previous.entry.key}, which the article makes later`,
					);
			}
		}
	},
};
