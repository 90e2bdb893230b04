import { builder } from "./builder.ts";

/** How finely a date is known. */
export const DatePrecision = builder.enumType("DatePrecision", {
	description: "How finely a date is known.",
	values: {
		DAY: { description: "To the day." },
		MONTH: { description: "To the month." },
		YEAR: { description: "To the year." },
		INTERVAL: { description: "To an interval of other length: from earliest to latest." },
		UNKNOWN: { description: "Not at all." },
	},
});
