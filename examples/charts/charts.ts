import { each, exportFilterOf } from "./chart-each.ts";
import { kinds, kindsVariables } from "./chart-kinds.ts";
import { months, monthsVariables } from "./chart-months.ts";
import { places, placesVariables, topSpeakers, topSpeakersVariables } from "./chart-rankings.ts";
import type { Chart } from "./chart-section.tsx";
import { Kinds, Months, Places, TopSpeakers } from "./queries.ts";
import { addressOfQuestion, addressOfStatements } from "./server.ts";

/** The charts of the page, in their order. */
export const CHARTS: readonly Chart[] = [
	{
		name: "months",
		note: "monthsNote",
		source: "inGraphiql",
		sourceOf: (settings) => addressOfQuestion(settings.server, Months, monthsVariables(settings)),
		get: months,
	},
	{
		name: "kinds",
		note: "kindsNote",
		source: "inGraphiql",
		sourceOf: (settings) => addressOfQuestion(settings.server, Kinds, kindsVariables(settings)),
		get: kinds,
	},
	{
		name: "topSpeakers",
		note: "topSpeakersNote",
		source: "inGraphiql",
		sourceOf: (settings) =>
			addressOfQuestion(settings.server, TopSpeakers, topSpeakersVariables(settings)),
		get: topSpeakers,
	},
	{
		name: "places",
		note: "placesNote",
		source: "inGraphiql",
		sourceOf: (settings) => addressOfQuestion(settings.server, Places, placesVariables(settings)),
		get: places,
	},
	{
		name: "each",
		note: "eachNote",
		source: "asCsv",
		sourceOf: (settings) => addressOfStatements(settings.server, exportFilterOf(settings)),
		get: each,
	},
];
