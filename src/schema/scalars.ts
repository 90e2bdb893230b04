import { GraphQLError, Kind, print, type ValueNode } from "graphql";
import { isLanguageTag } from "../text/language.ts";
import { builder } from "./builder.ts";
import { badUserInput, errorCodes } from "./errors.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;
/** The years that have four digits, which is what ISO 8601 can write and PostgreSQL can hold. */
const FIRST_MOMENT = Date.parse("0001-01-01T00:00:00Z");
const LAST_MOMENT = Date.parse("9999-12-31T23:59:59.999Z");

function shown(value: unknown): string {
	return JSON.stringify(value)?.slice(0, 60) ?? String(value);
}

function isDay(value: string): boolean {
	const time = Date.parse(value);
	return DAY.test(value) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function parseDay(value: unknown): string {
	if (typeof value === "string" && isDay(value) && value >= "0001") return value;
	throw badUserInput(
		`expected a day that exists as YYYY-MM-DD, for example 2018-10-03, found ${shown(value)}`,
	);
}

function parseMoment(value: unknown): number {
	const milliseconds = typeof value === "number" ? value : momentOf(value);
	if (Number.isInteger(milliseconds) && milliseconds >= FIRST_MOMENT && milliseconds <= LAST_MOMENT)
		return milliseconds;
	throw badUserInput(
		`expected an ISO 8601 date (2018-10-03), a date-time with its offset (2018-10-03T12:00:00Z) or whole milliseconds since 1970, in the years 1 to 9999, found ${shown(value)}`,
	);
}

function momentOf(value: unknown): number {
	if (typeof value !== "string") return Number.NaN;
	if (/^-?\d{1,15}$/.test(value)) return Number(value);
	if (DAY.test(value)) return isDay(value) ? Date.parse(value) : Number.NaN;
	return MOMENT.test(value) && isDay(value.slice(0, 10)) ? Date.parse(value) : Number.NaN;
}

function parseLocale(value: unknown): string {
	if (typeof value === "string" && isLanguageTag(value)) return value;
	throw badUserInput(`expected a BCP 47 language tag, for example ar or en, found ${shown(value)}`);
}

/** Reads a literal of the query as its value is read, and points at it where it is wrong. */
function literalOf<Value>(parse: (value: unknown) => Value): (node: ValueNode) => Value {
	return (node) => {
		const value =
			node.kind === Kind.STRING
				? node.value
				: node.kind === Kind.INT
					? Number(node.value)
					: undefined;
		try {
			return parse(value ?? print(node));
		} catch (error) {
			const message = error instanceof Error ? error.message : String(error);
			throw new GraphQLError(message, {
				nodes: node,
				extensions: { code: errorCodes.badUserInput },
			});
		}
	};
}

builder.scalarType("Date", {
	description: "A calendar day, as ISO 8601 writes it: 2018-10-03.",
	specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
	serialize: (day) => day,
	parseValue: parseDay,
	parseLiteral: literalOf(parseDay),
});

builder.scalarType("DateTime", {
	description: "A moment, as RFC 3339 writes it, in UTC: 2026-11-21T12:00:00.000Z.",
	specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
	serialize: (moment) => moment.toISOString(),
	parseValue: (value) => new Date(parseMoment(value)),
	parseLiteral: literalOf((value) => new Date(parseMoment(value))),
});

builder.scalarType("TimeInput", {
	description:
		"A moment to filter by: an ISO 8601 date (2018-10-03, its midnight in UTC), a date-time with its offset (2018-10-03T12:00:00+03:00), or milliseconds since 1970 in UTC, as a number or its digits, as dashboards send it.",
	parseValue: parseMoment,
	parseLiteral: literalOf(parseMoment),
});

builder.scalarType("Locale", {
	description: "A language as BCP 47 writes it: ar, en, ar-MA.",
	specifiedByURL: "https://www.rfc-editor.org/rfc/rfc5646",
	serialize: (locale) => locale,
	parseValue: parseLocale,
	parseLiteral: literalOf(parseLocale),
});
