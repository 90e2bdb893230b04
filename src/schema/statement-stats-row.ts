import { encodeGlobalId, type NodeType } from "../database/global-id.ts";
import type { Dimension } from "../database/stats/dimensions.ts";
import type { StatsRow } from "../database/stats/statement-stats.ts";
import { builder } from "./builder.ts";
import { labelOf } from "./statement-dimension.ts";
import { SpeechAct, StatementKind } from "./statement-enums.ts";

/** A row of the answer, and the language of its labels. */
export interface LabelledRow extends StatsRow {
	readonly lang: string;
}

function idIn({ values }: LabelledRow, dimension: Dimension, type: NodeType): string | null {
	const found = values[dimension];
	return found === undefined ? null : encodeGlobalId(type, found.value);
}

function labelIn({ values, lang }: LabelledRow, dimension: Dimension): string | null {
	const found = values[dimension];
	return found === undefined ? null : labelOf(found, lang);
}

/** One row: flat, so that a dashboard reads its fields into columns. */
export const StatementStatsRow = builder.objectRef<LabelledRow>("StatementStatsRow").implement({
	description:
		"Statements that have the same value in each dimension of groupBy. Rows are flat: a dashboard reads the fields straight into columns. The fields of dimensions that are not in groupBy are null.",
	fields: (t) => {
		const id = (dimension: Dimension, type: NodeType, description: string) =>
			t.id({ nullable: true, description, resolve: (row) => idIn(row, dimension, type) });
		const label = (dimension: Dimension, description: string) =>
			t.string({ nullable: true, description, resolve: (row) => labelIn(row, dimension) });
		return {
			time: t.expose("time", {
				type: "DateTime",
				nullable: true,
				description: "The moment at which the first day of the interval begins in the time zone.",
			}),
			speakerId: id("SPEAKER", "Speaker", "The id of the speaker."),
			speaker: label("SPEAKER", "The speaker's official name."),
			publisherId: id("PUBLISHER", "Publisher", "The id of the outlet."),
			publisher: label("PUBLISHER", "The outlet's official name."),
			locationId: id("LOCATION", "Location", "The id of the place."),
			location: label("LOCATION", "The place's official name."),
			kind: t.field({
				type: StatementKind,
				nullable: true,
				description: "How the statements give the words.",
				// The column is of the enumeration of the same name.
				resolve: ({ values }) =>
					(values.KIND?.value ?? null) as typeof StatementKind.$inferType | null,
			}),
			act: t.field({
				type: SpeechAct,
				nullable: true,
				description: "What the speaker does by saying it.",
				// The column is of the enumeration of the same name.
				resolve: ({ values }) => (values.ACT?.value ?? null) as typeof SpeechAct.$inferType | null,
			}),
			articleId: id("ARTICLE", "Article", "The id of the article."),
			article: label("ARTICLE", "The headline of the article, or its slug where there is none."),
			relayId: id("RELAY", "Speaker", "The id of the one who passed the statements on."),
			relay: label("RELAY", "The official name of the one who passed the statements on."),
			addresseeId: id("ADDRESSEE", "Speaker", "The id of the one whom it was said to."),
			addressee: label("ADDRESSEE", "The official name of the one whom it was said to."),
			count: t.exposeInt("count", { description: "How many statements they are." }),
			share: t.exposeFloat("share", {
				description: "count divided by totalCount, from 0 to 1; 0 where there is nothing.",
			}),
			articleCount: t.exposeInt("articleCount", {
				description: "How many articles the statements are in.",
			}),
			speakerCount: t.exposeInt("speakerCount", {
				description: "How many speakers the statements have.",
			}),
		};
	},
});
