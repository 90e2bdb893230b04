import type { GraphQLArgument, GraphQLField } from "graphql";
import { DEFAULT_PAGE_SIZE } from "../../src/database/slice.ts";
import { type Json, type Source, someValue } from "./values.ts";

/** The arguments of a field by their names. */
export type Arguments = Map<string, Json>;

/** How many of a hundred arguments that can be left out are not. */
const GIVEN = 35;
const GIVEN_OFTEN = 55;
const GIVEN_SELDOM = 18;
const OFTEN = new Set(["filter", "orderBy"]);
const SELDOM = new Set(["after", "before"]);
/** The order of each list where none is asked for. */
const ORDERS: Readonly<Record<string, string>> = {
	statements: "SAID_AT DESC",
	articles: "PUBLISHED_AT DESC",
	speakers: "STATEMENT_COUNT DESC",
	locations: "STATEMENT_COUNT DESC",
};

type Inputs = { readonly [key: string]: Json };

function inputOf(values: Arguments, name: string): Inputs {
	const value = values.get(name);
	return typeof value === "object" && value !== null && !Array.isArray(value)
		? (value as Inputs)
		: {};
}

function numberOf(values: Arguments, name: string): number | null {
	const value = values.get(name);
	return typeof value === "number" ? value : null;
}

/** The order that a list will have; null where its cursors cannot be foreseen. */
function orderOf(list: string, values: Arguments): string | null {
	const { field, direction = "DESC" } = inputOf(values, "orderBy");
	if (field !== undefined) return `${field} ${direction}`;
	const { search = null } = inputOf(values, "filter");
	return search !== null && (list === "statements" || list === "articles")
		? "RELEVANCE DESC"
		: (ORDERS[list] ?? null);
}

/** Makes arguments of a page fit together: one size, a search for the order of relevance, a cursor of the order. */
function settlePage({ draw, known }: Source, list: string, values: Arguments): void {
	if (values.has("last")) values.delete("first");
	const filter = inputOf(values, "filter");
	if (inputOf(values, "orderBy").field === "RELEVANCE" && typeof filter.search !== "string")
		values.set("filter", { ...filter, search: draw.among(known.searches) });
	const cursors = known.cursors.get(`${list} ${orderOf(list, values)}`) ?? [];
	for (const name of ["after", "before"])
		if (values.has(name)) values.set(name, cursors.length === 0 ? null : draw.among(cursors));
}

/** Makes the arguments of statistics fit together: gaps are filled in time only, and not in all of history. */
function settleStatistics({ draw }: Source, values: Arguments): void {
	const groups = [values.get("groupBy") ?? []].flat();
	if (values.get("fillGaps") === true) {
		values.set("groupBy", ["TIME", ...groups.filter((group) => group !== "TIME").slice(0, 1)]);
		values.set("interval", draw.among(["MONTH", "QUARTER", "YEAR"]));
		values.set("first", draw.among([3, 10]));
	}
	if (values.has("from")) values.set("from", draw.among(["2018-01-01", 1_514_764_800_000]));
	if (values.has("to")) values.set("to", draw.among(["2026-06-01", "2026-12-31T00:00:00+03:00"]));
}

/** How many objects a field with such arguments gives at the most. */
export function sizeOf(field: GraphQLField<unknown, unknown>, values: Arguments): number {
	const first = field.args.find(({ name }) => name === "first");
	if (first === undefined) {
		const ids = values.get("ids");
		return Array.isArray(ids) ? ids.length : 1;
	}
	const otherwise = Number(first.defaultValue ?? DEFAULT_PAGE_SIZE);
	return numberOf(values, "first") ?? numberOf(values, "last") ?? otherwise;
}

function isGiven({ draw }: Source, { name, type, defaultValue }: GraphQLArgument): boolean {
	if (String(type).endsWith("!") && defaultValue === undefined) return true;
	return draw.chance(OFTEN.has(name) ? GIVEN_OFTEN : SELDOM.has(name) ? GIVEN_SELDOM : GIVEN);
}

/**
 * Values for the arguments of a field, such as fit together but for the wild ones.
 *
 * @param most how many objects the field may give
 */
export function argumentsOf(
	source: Source,
	field: GraphQLField<unknown, unknown>,
	most: number,
): Arguments {
	const values: Arguments = new Map();
	for (const argument of field.args)
		if (isGiven(source, argument))
			values.set(argument.name, someValue(source, argument.type, [field.name, argument.name]));
	if (source.draw.chance(source.wildness)) return values;
	if (field.args.some(({ name }) => name === "after")) settlePage(source, field.name, values);
	if (field.name === "statementStats") settleStatistics(source, values);
	if (sizeOf(field, values) > most && field.args.some(({ name }) => name === "first")) {
		const name = values.has("last") ? "last" : "first";
		values.set(name, Math.max(0, Math.min(most, source.draw.among([1, 2, 3, 5]))));
	}
	return values;
}
