import { describe, expect, test } from "vitest";
import { answer, ask, counting, refusal, testApp } from "../support/app.ts";
import { corpusDatabase } from "../support/database.ts";

const database = counting(await corpusDatabase());
const app = testApp(database);

const ROW =
	"time speakerId speaker publisherId publisher locationId location kind act articleId article relayId relay addresseeId addressee count share articleCount speakerCount";

type Row = Readonly<Record<string, string | number | null>>;

interface Stats {
	readonly rows: readonly Row[];
	readonly totalCount: number;
	readonly otherCount: number;
	readonly unknownCount: number;
	readonly groupCount: number;
	readonly corpusVersion: string;
}

async function stats(args: string): Promise<Stats> {
	const { statementStats } = await answer(
		app,
		`{ statementStats${args} { rows { ${ROW} } totalCount otherCount unknownCount groupCount corpusVersion } }`,
	);
	return statementStats as Stats;
}

/** The columns of a row that are not null. */
function filled(row: Row | undefined): Row {
	return Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => value !== null));
}

describe("statementStats", () => {
	test("without dimensions is one row, the total", async () => {
		const { corpus } = await answer(app, "{ corpus { version } }");
		expect(await stats("")).toEqual({
			rows: [
				{
					...Object.fromEntries(ROW.split(" ").map((column) => [column, null])),
					count: 52,
					share: 1,
					articleCount: 6,
					speakerCount: 15,
				},
			],
			totalCount: 52,
			otherCount: 0,
			unknownCount: 0,
			groupCount: 1,
			corpusVersion: (corpus as { version: string }).version,
		});
	});

	test("of nothing is one row of 0", async () => {
		const { rows, totalCount } = await stats("(filter: { speaker: { in: [] } })");
		expect(rows.map(filled)).toEqual([{ count: 0, share: 0, articleCount: 0, speakerCount: 0 }]);
		expect(totalCount).toBe(0);
	});

	test("has flat rows, with a column for each dimension", async () => {
		const { rows } = await stats(
			'(groupBy: [TIME, SPEAKER, KIND], timeZone: "Asia/Riyadh", filter: { article: { eq: "putin-foreign-forces-2018" } })',
		);
		expect(filled(rows[0])).toEqual({
			time: "2018-09-30T21:00:00.000Z",
			speakerId: "U3BlYWtlcjpwdXRpbg==",
			speaker: "فلاديمير بوتين",
			kind: "INDIRECT",
			count: 2,
			share: 0.5,
			articleCount: 1,
			speakerCount: 1,
		});
		for (const row of rows)
			for (const value of Object.values(row))
				expect(["string", "number"]).toContain(typeof (value ?? ""));
	});

	test("gives ids that lead to what the labels name, in every dimension that has them", async () => {
		const dimensions = {
			SPEAKER: "Speaker",
			PUBLISHER: "Publisher",
			LOCATION: "Location",
			RELAY: "Speaker",
			ADDRESSEE: "Speaker",
		};
		for (const [dimension, type] of Object.entries(dimensions)) {
			const column = dimension.toLowerCase();
			for (const lang of ["ar", "en"]) {
				const { rows } = await stats(`(groupBy: [${dimension}], lang: "${lang}")`);
				const { nodes } = await answer(
					app,
					`query ($ids: [ID!]!, $lang: Locale) { nodes(ids: $ids) { ... on ${type} { name(lang: $lang) } } }`,
					{ ids: rows.map((row) => row[`${column}Id`]), lang },
				);
				expect(rows.length).toBeGreaterThan(1);
				expect(nodes).toEqual(rows.map((row) => ({ name: row[column] })));
			}
		}
	});

	test("labels an article by its headline, or by its slug where there is none", async () => {
		const { rows } = await stats("(groupBy: [ARTICLE])");
		const { nodes } = await answer(
			app,
			"query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Article { slug title } } }",
			{ ids: rows.map(({ articleId }) => articleId) },
		);
		const articles = nodes as { slug: string; title: string | null }[];
		expect(rows.map(({ article }) => article)).toEqual(
			articles.map(({ slug, title }) => title ?? slug),
		);
		expect(articles.some(({ title }) => title === null)).toBe(true);
	});

	test("narrows by the id of a row, an outlet's too", async () => {
		const { rows } = await stats("(groupBy: [PUBLISHER])");
		for (const { publisherId, count } of rows) {
			const narrowed = await stats(`(filter: { publisher: { eq: "${publisherId}" } })`);
			expect(narrowed.totalCount).toBe(count);
		}
	});

	test("takes null for what is left out", async () => {
		const nothing =
			"(filter: null, interval: null, timeZone: null, from: null, to: null, fillGaps: null, orderBy: null, first: null, minCount: null, lang: null, groupBy: [TIME])";
		expect(await stats(nothing)).toEqual(await stats("(groupBy: [TIME])"));
	});

	test("takes a range as dashboards send it", async () => {
		const from = Date.parse("2018-10-01T00:00:00Z");
		const to = Date.parse("2018-11-01T00:00:00Z");
		for (const range of [
			`(from: ${from}, to: "${to}")`,
			'(from: "2018-10-01", to: "2018-11-01T00:00:00Z")',
			'(filter: { saidAt: { from: "2018-10-01", to: "2018-11-01" } })',
		])
			expect((await stats(range)).totalCount).toBe(4);
	});
});

describe("a facet", () => {
	test("is the same as the dimension of statementStats, for the same filter", async () => {
		const dimensions = ["SPEAKER", "PUBLISHER", "LOCATION", "KIND", "ACT", "ARTICLE", "RELAY"];
		for (const field of [...dimensions, "ADDRESSEE", "TIME"]) {
			const { statementStats, statements } = await answer(
				app,
				`query ($filter: StatementFilter, $lang: Locale) {
					statementStats(filter: $filter, groupBy: [${field}], lang: $lang) { rows { ${ROW} } }
					statements(filter: $filter, first: 1) { facets(field: ${field}, first: 100, lang: $lang) { value label count } }
				}`,
				{ filter: { location: { eq: "syria" } }, lang: "en" },
			);
			const { rows } = statementStats as Stats;
			const { facets } = statements as { facets: Row[] };
			const label = (row: Row) =>
				field === "TIME" ? String(row.time).slice(0, 7) : row[field.toLowerCase()];
			expect(facets.length, field).toBeGreaterThan(0);
			expect(facets.map((facet) => [facet.label, facet.count])).toEqual(
				rows.map((row) => [label(row), row.count]),
			);
		}
	});

	test("has the value that the filter takes", async () => {
		for (const field of ["SPEAKER", "ADDRESSEE", "RELAY", "PUBLISHER", "ARTICLE", "KIND", "ACT"]) {
			const { statements } = await answer(
				app,
				`{ statements { facets(field: ${field}) { value count } } }`,
			);
			for (const { value, count } of (statements as { facets: Row[] }).facets) {
				const filter = { [field.toLowerCase()]: { eq: value } };
				const narrowed = await answer(
					app,
					"query ($filter: StatementFilter) { statements(filter: $filter) { totalCount } }",
					{ filter },
				);
				expect(narrowed).toEqual({ statements: { totalCount: count } });
			}
		}
	});

	test("costs as many SQL statements in nested lists for 2 rows as for 100", async () => {
		const costs: number[] = [];
		for (const first of [2, 100]) {
			database.count = 0;
			const { speakers } = await answer(
				app,
				"query ($first: Int) { speakers(first: $first) { nodes { slug statements(first: 1) { totalCount kinds: facets(field: KIND) { value label count } places: facets(field: LOCATION, first: 2) { value label count } } } } }",
				{ first },
			);
			const { nodes } = speakers as {
				nodes: { statements: { totalCount: number; kinds: Row[] } }[];
			};
			for (const { statements } of nodes)
				expect(statements.kinds.reduce((sum, { count }) => sum + Number(count), 0)).toBe(
					statements.totalCount,
				);
			costs.push(database.count);
		}
		// The page of speakers, their rows, totals, the numbers of their statements, columns, names of places.
		expect(costs).toEqual([6, 6]);
	});
});

test("statementStats costs a SQL statement for columns, one for names, and more for a filter", async () => {
	const cost = async (args: string) => {
		database.count = 0;
		await stats(args);
		return database.count;
	};
	for (const first of [2, 1000])
		expect(await cost(`(first: ${first}, groupBy: [SPEAKER, LOCATION, PUBLISHER])`)).toBe(2);
	expect(await cost("(groupBy: [TIME, KIND])")).toBe(1);
	// Two references, and which statements match.
	expect(await cost('(filter: { speaker: { eq: "putin" }, location: { eq: "syria" } })')).toBe(4);
});

describe("bad input", () => {
	test.each([
		["four dimensions", "(groupBy: [TIME, SPEAKER, KIND, ACT])"],
		["a dimension twice", "(groupBy: [TIME, TIME])"],
		["a first that is too large", "(first: 1001)"],
		["a negative first", "(first: -1)"],
		["a negative minCount", "(minCount: -1)"],
		["from after to", '(from: "2019-01-01", to: "2018-01-01")'],
		["a zone that does not exist", '(timeZone: "Mars/Olympus")'],
		["a zone with NUL in it", '(timeZone: "UTC\\u0000")'],
		["gaps of no time", "(fillGaps: true)"],
		[
			"too many filled rows",
			'(groupBy: [TIME], interval: DAY, fillGaps: true, from: "0001-01-01")',
		],
		["an unknown reference", '(filter: { speaker: { eq: "nobody" } })'],
	])("%s is refused", async (_name, args) => {
		const { code } = await refusal(app, `{ statementStats${args} { totalCount } }`);
		expect(code).toBe("BAD_USER_INPUT");
	});

	test("no groups have no gaps, however long the range", async () => {
		const range = 'interval: DAY, from: "0001-01-01", to: "9999-12-31", fillGaps: true';
		for (const none of ["first: 0", "filter: { speaker: { in: [] } }"]) {
			const query = `{ statementStats(groupBy: [TIME, SPEAKER], ${range}, ${none}) { rows { count } } }`;
			expect(await answer(app, query)).toEqual({ statementStats: { rows: [] } });
		}
	});

	test.each([-1, 101])("%i facets are refused", async (first) => {
		const { code } = await refusal(
			app,
			`{ statements { facets(field: KIND, first: ${first}) { count } } }`,
		);
		expect(code).toBe("BAD_USER_INPUT");
	});

	test("unknown values of enumerations are refused, in the text and in variables", async () => {
		for (const args of ["groupBy: [PLANET]", "interval: CENTURY", "orderBy: RANDOM"]) {
			const { errors } = await ask(app, `{ statementStats(${args}) { totalCount } }`);
			expect(errors?.[0]?.extensions?.code).toBe("GRAPHQL_VALIDATION_FAILED");
		}
		const { code } = await refusal(
			app,
			"query ($groupBy: [StatementDimension!]!) { statementStats(groupBy: $groupBy) { totalCount } }",
			{ groupBy: ["PLANET"] },
		);
		expect(code).toBe("BAD_USER_INPUT");
	});
});
