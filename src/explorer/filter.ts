import type { VariablesOf } from "gql.tada";
import type { Narrowed } from "./address.ts";
import type { StatementList } from "./queries.ts";

type Filter = NonNullable<VariablesOf<typeof StatementList>["filter"]>;
type Order = NonNullable<VariablesOf<typeof StatementList>["orderBy"]>;

const KINDS = ["DIRECT", "INDIRECT", "MIXED"] as const;
const ACTS = [
	"ANNOUNCE",
	"ASSERT",
	"CONDOLE",
	"CONGRATULATE",
	"DECLINE_TO_COMMENT",
	"DEMAND",
	"DENY",
	"PRAISE",
	"PROMISE",
	"QUESTION",
	"THANK",
	"WARN",
] as const;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** The first days of a month and of the one after it; null for what is no month. */
function daysOf(month: string): { from: string; to: string } | null {
	const [, year, number] = MONTH.exec(month) ?? [];
	if (year === undefined || number === undefined) return null;
	const next = new Date(Date.UTC(Number(year), Number(number), 1)).toISOString().slice(0, 10);
	return { from: `${month}-01`, to: next };
}

/** The filter of the API that an address means; a value that is none of the schema's narrows nothing. */
export function filterOf(narrowed: Narrowed): Filter {
	const { search, speaker, to, relay, place, inside, publisher, kind, act, month, drafts } =
		narrowed;
	const knownKind = KINDS.find((one) => one === kind);
	const knownAct = ACTS.find((one) => one === act);
	const days = month === undefined ? null : daysOf(month);
	return {
		...(search !== undefined && { search }),
		...(speaker !== undefined && { speaker: { eq: speaker } }),
		...(to !== undefined && { addressee: { eq: to } }),
		...(relay !== undefined && { relay: { eq: relay } }),
		// Counts of places are of what is linked to the places themselves.
		...(place !== undefined && { location: { eq: place, within: inside === "1" } }),
		...(publisher !== undefined && { publisher: { eq: publisher } }),
		...(knownKind !== undefined && { kind: { eq: knownKind } }),
		...(knownAct !== undefined && { act: { eq: knownAct } }),
		...(days !== null && { saidAt: days }),
		...(drafts === "1" && { reviewStatusIn: ["CURATED", "DRAFT"] }),
	};
}

/** The order that an address means; by relevance only where something is searched for. */
export function orderOf({ order, search }: Narrowed): Order {
	if (order === "oldest") return { field: "SAID_AT", direction: "ASC" };
	const isByMatch = search !== undefined && order !== "newest";
	return { field: isByMatch ? "RELEVANCE" : "SAID_AT", direction: "DESC" };
}

/** Where a list can be had whole, as the page shows it. */
export function exportOf(narrowed: Narrowed, ending: "csv" | "ndjson" | "jsonld"): string {
	const parameters = new URLSearchParams({
		filter: JSON.stringify(filterOf(narrowed)),
		orderBy: JSON.stringify(orderOf(narrowed)),
		// Spreadsheets know UTF-8 by it.
		...(ending === "csv" && { bom: "true" }),
	});
	return `/export/statements.${ending}?${parameters}`;
}
