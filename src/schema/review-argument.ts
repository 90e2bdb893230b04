import { builder } from "./builder.ts";
import { ReviewStatus } from "./statement-enums.ts";

/**
 * The argument by which a list that takes no filter is asked for drafts.
 *
 * @param statuses whose they are: the beginning of its description
 */
export function reviewArgument(statuses: string) {
	return builder.args((t) => ({
		reviewStatusIn: t.field({
			type: [ReviewStatus],
			defaultValue: ["CURATED"],
			description: `${statuses}: [CURATED, DRAFT] for what is confirmed and drafts together; an empty list gives nothing.`,
		}),
	}));
}
