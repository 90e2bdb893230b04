import type { GraphQLResolveInfo } from "graphql";
import {
	readStatementStats,
	type StatementStats as StatementStatsShape,
} from "../database/stats/statement-stats.ts";
import type { StatsWanted } from "../database/stats/wanted.ts";
import { builder } from "./builder.ts";
import { selectedFields } from "./look-ahead.ts";
import { StatementDimension } from "./statement-dimension.ts";
import { StatementFilter } from "./statement-inputs.ts";
import { StatementStatsRow } from "./statement-stats-row.ts";

const TimeInterval = builder.enumType("TimeInterval", {
	description: "How long the intervals are that time is counted in.",
	values: {
		DAY: { description: "A calendar day." },
		WEEK: { description: "A week, as ISO 8601 has it: from Monday." },
		MONTH: { description: "A calendar month." },
		QUARTER: { description: "A quarter of a calendar year." },
		YEAR: { description: "A calendar year." },
	} as const,
});

const StatsOrder = builder.enumType("StatsOrder", {
	description: "How rows are ordered; no two rows are equal in it.",
	values: {
		COUNT_DESC: {
			description: "The most statements first; then by time, then by Arabic label, then by id.",
		},
		TIME_ASC: {
			description:
				"The earliest first; then the most statements, then by Arabic label, then by id.",
		},
		LABEL_ASC: {
			description:
				"By the Arabic labels in the order of groupBy, folded, by code point; then by id, then by time.",
		},
	} as const,
});

/** The answer, and the language of its labels. */
interface LabelledStats extends StatementStatsShape {
	readonly lang: string;
}

const StatementStats = builder.objectRef<LabelledStats>("StatementStats").implement({
	description:
		"Statements counted by their dimensions. The statements that are in rows, each taken once, and otherCount and unknownCount always add up to totalCount; the counts of the rows alone can be more, as a statement with several speakers, places, relays or addressees counts in the row of each.",
	fields: (t) => ({
		rows: t.field({
			type: [StatementStatsRow],
			description: "The groups, in the order that was asked for.",
			resolve: ({ rows, lang }) => rows.map((row) => ({ ...row, lang })),
		}),
		totalCount: t.exposeInt("totalCount", {
			description: "How many statements match, each counted once.",
		}),
		otherCount: t.exposeInt("otherCount", {
			description:
				"How many of them have a value in every dimension, and are in no row: beyond first, or in groups of fewer than minCount.",
		}),
		unknownCount: t.exposeInt("unknownCount", {
			description:
				"How many of them have no value in one of the dimensions, such as the undated, or the first-hand ones where RELAY is counted; they are in no row.",
		}),
		groupCount: t.exposeInt("groupCount", {
			description: "How many groups of at least minCount there are, before first cuts.",
		}),
		corpusVersion: t.exposeString("corpusVersion", {
			description: "The version of the corpus that was counted.",
		}),
	}),
});

/** What an operation asks of statistics; the rest costs nothing. */
function wantedOf(info: GraphQLResolveInfo): StatsWanted {
	const [fields, ofRows] = [selectedFields(info), selectedFields(info, "rows")];
	return {
		articleCount: ofRows.has("articleCount"),
		speakerCount: ofRows.has("speakerCount"),
		otherCount: fields.has("otherCount"),
		unknownCount: fields.has("unknownCount"),
		groupCount: fields.has("groupCount"),
	};
}

builder.queryField("statementStats", (t) =>
	t.field({
		type: StatementStats,
		description:
			"The statements of the corpus, counted by up to three dimensions. A joint statement counts once for each of its speakers, and once in every total.",
		args: {
			filter: t.arg({
				type: StatementFilter,
				description: "Which of them; all curated ones when left out.",
			}),
			groupBy: t.arg({
				type: [StatementDimension],
				required: true,
				defaultValue: [],
				description: "Up to three different dimensions; none gives one row, the total.",
			}),
			interval: t.arg({
				type: TimeInterval,
				defaultValue: "MONTH",
				description: "How long the intervals of TIME are.",
			}),
			timeZone: t.arg.string({
				defaultValue: "UTC",
				description:
					"Where days begin for time, from and to: a name of the IANA time zone database, such as Asia/Riyadh.",
			}),
			from: t.arg({
				type: "TimeInput",
				description:
					"The first moment in the range of time. What was said lies in it as for filter.saidAt, but with the days of timeZone.",
			}),
			to: t.arg({ type: "TimeInput", description: "The first moment after the range of time." }),
			fillGaps: t.arg.boolean({
				defaultValue: false,
				description:
					"true, with TIME in groupBy: each group of the other dimensions that is shown gets a row for every interval, from the first to the last of from and to, or, where one is left out, of the rows found; count is 0 where there is nothing. first, minCount and groupCount are then of the groups of the other dimensions, over all time, chosen by label for LABEL_ASC and else the largest first; made-up rows do not count against first. More than 10,000 rows are refused.",
			}),
			orderBy: t.arg({
				type: StatsOrder,
				defaultValue: "COUNT_DESC",
				description: "In which order.",
			}),
			first: t.arg.int({
				defaultValue: 100,
				description: "How many groups to show, from 0 to 1000; the others count in otherCount.",
			}),
			minCount: t.arg.int({
				defaultValue: 1,
				description:
					"How many statements a group must have to be shown, 0 or more. The one group of no dimension is always shown.",
			}),
			lang: t.arg({
				type: "Locale",
				defaultValue: "ar",
				description: "The language of the labels; the Arabic one stands where there is none in it.",
			}),
		},
		// GraphQL lets null stand for each argument; it means what is meant when it is left out.
		resolve: async (_root, args, context, info) => {
			const asked = {
				filter: args.filter,
				range: { from: args.from, to: args.to },
				groupBy: args.groupBy,
				interval: args.interval ?? "MONTH",
				timeZone: args.timeZone ?? "UTC",
				fillGaps: args.fillGaps ?? false,
				orderBy: args.orderBy ?? "COUNT_DESC",
				first: args.first ?? 100,
				minCount: args.minCount ?? 1,
			} as const;
			const stats = await readStatementStats(context, asked, wantedOf(info));
			return { lang: args.lang ?? "ar", ...stats };
		},
	}),
);
