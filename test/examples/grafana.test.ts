import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { serverUrl } from "../support/server.ts";

/** A query of Grafana's data source Infinity, as far as Aqwal has to do with it. */
interface InfinityQuery {
	readonly type: string;
	readonly url: string;
	readonly url_options: {
		readonly method: string;
		readonly body_type: string;
		readonly body_graphql_query: string;
		readonly body_graphql_variables: string;
	};
	readonly root_selector: string;
	readonly columns: readonly {
		readonly selector: string;
		readonly text: string;
		readonly type: string;
	}[];
}

interface Dashboard {
	readonly panels: readonly {
		readonly title: string;
		readonly targets: readonly InfinityQuery[];
	}[];
	readonly templating: {
		readonly list: readonly {
			readonly name: string;
			readonly query: string | { readonly infinityQuery: InfinityQuery };
		}[];
	};
}

const dashboard = JSON.parse(readFileSync("examples/grafana/aqwal.json", "utf8")) as Dashboard;
const server = new URL(await serverUrl()).origin;

/** What Grafana puts in the place of its macros and variables. */
const VALUES: Readonly<Record<string, string>> = {
	server,
	lang: "en",
	name: "بوتين",
	"__from:date:iso": "2018-01-01T00:00:00.000Z",
	"__to:date:iso": "2026-12-01T00:00:00.000Z",
};

function filled(text: string, speakers: readonly string[]): string {
	// Of several values Grafana makes a list in JSON, of one a string.
	const speaker = JSON.stringify(speakers.length === 1 ? speakers[0] : speakers);
	return text.replace(/\$\{([^}]+)\}/g, (_macro, name: string) => {
		const value = name === "speaker:json" ? speaker : VALUES[name];
		if (value === undefined) throw new Error(`Grafana knows no ${name}`);
		return value;
	});
}

type Row = Readonly<Record<string, unknown>>;

/** Sends a query as Grafana does, and gives the rows at its selector. */
async function rowsOf(
	query: InfinityQuery,
	speakers: readonly string[] = ["putin"],
): Promise<Row[]> {
	const { body_graphql_query, body_graphql_variables } = query.url_options;
	const response = await fetch(filled(query.url, speakers), {
		method: query.url_options.method,
		headers: { "content-type": "application/json" },
		body: JSON.stringify({
			query: body_graphql_query,
			variables: JSON.parse(filled(body_graphql_variables, speakers)),
		}),
	});
	expect(response.status).toBe(200);
	const answer = (await response.json()) as Row;
	expect(answer).not.toHaveProperty("errors");
	const found = query.root_selector
		.split(".")
		.reduce<unknown>((inner, key) => (inner as Row)[key], answer);
	return Array.isArray(found) ? (found as Row[]) : [found as Row];
}

const fits: Readonly<Record<string, (value: unknown) => boolean>> = {
	timestamp: (value) => typeof value === "string" && !Number.isNaN(Date.parse(value)),
	string: (value) => typeof value === "string" && value !== "",
	number: (value) => typeof value === "number",
};

const queries = [
	...dashboard.panels.flatMap(({ title, targets }) => targets.map((query) => ({ title, query }))),
	...dashboard.templating.list.flatMap(({ name, query }) =>
		typeof query === "string" ? [] : [{ title: `variable ${name}`, query: query.infinityQuery }],
	),
];

describe("the dashboard for Grafana", () => {
	it("has all panels and variables", () => {
		expect(queries.map(({ title }) => title)).toEqual([
			"Statements a month",
			"Top speakers",
			"Kinds per outlet",
			"Places",
			"In the period",
			"variable speaker",
		]);
	});

	it.each(queries)("$title: gets rows with the columns that it names", async ({ query }) => {
		const rows = await rowsOf(query);
		expect(rows.length).toBeGreaterThan(0);
		for (const row of rows)
			for (const { selector, type } of query.columns)
				expect({ selector, fits: fits[type]?.(row[selector]) }).toEqual({ selector, fits: true });
		expect(query.columns.length).toBe(Object.keys(rows[0] ?? {}).length);
	});

	it("shows one speaker or several, and a curve for each that has no gaps", async () => {
		const [months] = dashboard.panels[0]?.targets ?? [];
		if (months === undefined) throw new Error("the dashboard has no panel");
		for (const speakers of [["putin"], ["putin", "erdogan"]]) {
			const rows = await rowsOf(months, speakers);
			const curves = new Map<unknown, Row[]>();
			for (const row of rows) curves.set(row.speaker, [...(curves.get(row.speaker) ?? []), row]);
			expect([...curves.keys()]).toEqual(expect.arrayContaining(["Vladimir Putin"]));
			// From January 2018 to November 2026.
			for (const curve of curves.values()) expect(curve.length).toBeGreaterThanOrEqual(106);
			expect(new Set([...curves.values()].map(({ length }) => length)).size).toBe(1);
		}
		const both = await rowsOf(months, ["putin", "erdogan"]);
		const sum = (rows: Row[]) => rows.reduce((total, { count }) => total + Number(count), 0);
		expect(sum(both)).toBeGreaterThan(sum(await rowsOf(months, ["putin"])));
	});
});
