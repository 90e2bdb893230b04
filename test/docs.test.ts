import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { articleFile } from "../src/curation/format/article.ts";
import {
	locationsFile,
	occasionsFile,
	publishersFile,
	speakersFile,
} from "../src/curation/format/authorities.ts";
import { printCanonical } from "../src/curation/format/print.ts";
import { fileSchemas } from "../src/curation/format/schemas.ts";
import { parseYaml } from "../src/curation/format/yaml.ts";
import { readExamples } from "../src/server/examples.ts";
import { type Row, rowsOf } from "./database/views/asking.ts";
import { answer, testApp } from "./support/app.ts";
import { blocksOf } from "./support/blocks.ts";
import { corpusDatabase, realCorpus } from "./support/database.ts";

const readme = blocksOf("README.md");
const seedReadme = blocksOf("seed/README.md");
const schemas = {
	article: articleFile,
	speakers: speakersFile,
	locations: locationsFile,
	publishers: publishersFile,
	occasions: occasionsFile,
};

describe("README.md", () => {
	test("the answer that it shows is the answer to what it asks", async () => {
		const app = testApp(await corpusDatabase());
		const command = readme.find(({ text }) => text.startsWith("curl"))?.text ?? "";
		const body = /-d '(.*)'/s.exec(command)?.[1] ?? "";
		const shown = readme.find(({ language }) => language === "json")?.text ?? "";
		const response = await app.fetch("http://aqwal.test/graphql", {
			method: "POST",
			headers: { "content-type": "application/json" },
			body,
		});
		expect(await response.json()).toEqual(JSON.parse(shown));
	});

	test("the offsets that it explains are those of the text", async () => {
		const article = (await realCorpus()).articles.find(
			({ slug }) => slug === "putin-al-sharaa-meeting-2026",
		);
		const [, start, end] =
			/body\.slice\((\d+), (\d+)\)/.exec(readFileSync("README.md", "utf8")) ?? [];
		expect(readFileSync("README.md", "utf8")).toContain(
			article?.body.slice(Number(start), Number(end)),
		);
	});

	test("each query in it is one of the tested examples", () => {
		const queries = readme.filter(({ language }) => language === "graphql").map(({ text }) => text);
		const examples = readExamples().map(({ query }) => query);
		expect(queries.length).toBeGreaterThan(0);
		for (const query of queries) expect(examples).toContain(query);
	});
});

describe("docs/dashboards.md", () => {
	const blocks = blocksOf("docs/dashboards.md");

	test("its program gets rows that a chart can be made of", async () => {
		const app = testApp(await corpusDatabase());
		const program = blocks.find(({ language }) => language === "js")?.text ?? "";
		const asked: string[] = [];
		const run = new Function("fetch", `return (async () => { ${program} return rows; })()`) as (
			fetch: (address: string) => unknown,
		) => Promise<{ time: Date; speaker: string; count: number }[]>;
		const rows = await run((address) => {
			asked.push(address);
			return app.fetch(address);
		});
		expect(asked).toHaveLength(1);
		expect(rows.length).toBeGreaterThan(3);
		for (const { time, count } of rows)
			expect([time.getTime() > 0, count > 0]).toEqual([true, true]);
	});

	test("its spreadsheet gets the statements of the speaker", async () => {
		const app = testApp(await corpusDatabase());
		const formula = blocks.find(({ text }) => text.startsWith("=IMPORTDATA"))?.text ?? "";
		const address = /"https:\/\/YOUR-SERVER([^"]+)"/.exec(formula)?.[1] ?? "";
		const response = await app.fetch(`http://aqwal.test${address}`);
		expect(response.status).toBe(200);
		expect(response.headers.get("content-type")).toContain("text/csv");
		expect((await response.text()).trim().split("\r\n").length).toBeGreaterThan(20);
	});
});

describe("the charts in SQL of docs/dashboards.md", () => {
	const charts = blocksOf("docs/dashboards.md").filter(
		({ language, text }) => language === "sql" && text.startsWith("SELECT"),
	);

	/** A chart's query, and how the API is asked for the same rows. */
	const ASKED = [
		{
			view: "aqwal_statement_speakers",
			groupBy: ["TIME", "SPEAKER"],
			toRow: ({ time, speaker, count }: Row) => [String(time).slice(0, 10), speaker, count],
		},
		{
			view: "aqwal_statements",
			groupBy: ["PUBLISHER", "KIND"],
			toRow: ({ publisher, kind, count }: Row) => [publisher, kind, count],
		},
		{
			view: "aqwal_statement_places",
			groupBy: ["LOCATION"],
			toRow: ({ location, count }: Row) => [location, count],
		},
	];

	test("are these and no others", () => {
		expect(charts.map(({ text }) => /FROM (\w+)/.exec(text)?.[1])).toEqual(
			ASKED.map(({ view }) => view),
		);
	});

	test.each(ASKED)(
		"of $view gives what statementStats counts",
		async ({ view, groupBy, toRow }) => {
			const database = await corpusDatabase();
			const query = charts.find(({ text }) => text.includes(`FROM ${view}\n`))?.text ?? "";
			const rows = await rowsOf(database, query);
			const { statementStats, locations } = (await answer(
				testApp(database),
				`query ($groupBy: [StatementDimension!]!) {
				statementStats(groupBy: $groupBy, interval: MONTH, lang: "en", first: 1000) {
					otherCount rows { time speaker publisher kind location count }
				}
				locations(first: 100) { totalCount nodes { name(lang: "en") latitude longitude } }
			}`,
				{ groupBy },
			)) as { statementStats: { otherCount: number; rows: Row[] }; locations: { nodes: Row[] } };
			const pins = new Map(locations.nodes.map(({ name, ...at }) => [name, at]));
			const expected = statementStats.rows
				.filter(({ location }) => view !== "aqwal_statement_places" || pins.get(location)?.latitude)
				.map(toRow);
			const told = rows.map(({ latitude, longitude, ...row }) => {
				if (latitude !== undefined) expect({ latitude, longitude }).toEqual(pins.get(row.place));
				// PostgreSQL counts in bigint, which node-postgres gives as text.
				return Object.values(row).map((value) =>
					value === row.statements ? Number(value) : value,
				);
			});
			expect(told.map(String).toSorted()).toEqual(expected.map(String).toSorted());
			expect(statementStats.otherCount).toBe(0);
			expect(rows.length).toBeGreaterThan(3);
		},
	);
});

describe("seed/README.md", () => {
	const examples = seedReadme.filter(({ language }) => language.startsWith("yaml "));

	test("has an example of each kind of file", () => {
		expect(examples.map(({ language }) => language.replace("yaml ", "")).toSorted()).toEqual(
			Object.keys(schemas).toSorted(),
		);
	});

	test.each(examples)(
		"its example of $language is one, in canonical form",
		({ language, text }) => {
			const kind = language.replace("yaml ", "") as keyof typeof schemas;
			expect(parseYaml("example.yaml", text, schemas[kind]).diagnostics).toEqual([]);
			expect(printCanonical(text, fileSchemas[kind])).toBe(text);
		},
	);

	test("the number of statements that it states is that of the corpus", async () => {
		const statements = (await realCorpus()).articles.flatMap((article) => article.statements);
		expect(readFileSync("seed/README.md", "utf8")).toContain(
			`So ${statements.length} statements remain`,
		);
	});

	test("each article that it lists is one", async () => {
		const slugs = (await realCorpus()).articles.map(({ slug }) => slug);
		const rows = [
			...readFileSync("seed/README.md", "utf8").matchAll(/^\| ([a-z0-9-]+) +\| \d/gm),
		].map(([, slug]) => slug);
		expect(rows.filter((slug) => slug !== "all").toSorted()).toEqual(slugs.toSorted());
	});
});
