import { beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../src/server/app.ts";
import { answer, counting, refusal, testApp } from "../support/app.ts";
import { corpusDatabase } from "../support/database.ts";

let app: App;
let database: ReturnType<typeof counting>;
beforeAll(async () => {
	database = counting(await corpusDatabase());
	app = testApp(database);
});

interface Found {
	readonly totalCount: number;
	readonly edges: readonly {
		readonly node: { readonly slug: string };
		readonly highlights: readonly {
			readonly source: "TITLE" | "BODY";
			readonly start: number;
			readonly end: number;
			readonly exact: string;
		}[];
	}[];
}

const LIST = "totalCount edges { node { slug } highlights { source start end exact } }";

async function statements(search: string, orderBy?: object): Promise<Found> {
	const query = `query ($search: String, $orderBy: StatementOrder) { statements(first: 100, filter: { search: $search }, orderBy: $orderBy) { ${LIST} } }`;
	return (await answer(app, query, { search, orderBy })).statements as Found;
}

async function articles(search: string): Promise<Found> {
	const query = `query ($search: String) { articles(filter: { search: $search }) { ${LIST} } }`;
	return (await answer(app, query, { search })).articles as Found;
}

const slugs = ({ edges }: Found) => edges.map(({ node }) => node.slug);
const marked = ({ edges }: Found) =>
	new Set(edges.flatMap(({ highlights }) => highlights.map(({ exact }) => exact)));

describe("a search of statements", () => {
	test.each([
		"القُوّات الأجنبيّة",
		"القوات الأجنبية",
		"القـــوات الأجنبية",
		"الأجنبية القوات",
		"والقوات للأجنبية",
	])("gives for %s the rows that it gives for القوات الاجنبيه", async (search) => {
		const expected = await statements("القوات الاجنبيه");
		expect(expected.totalCount).toBe(6);
		const found = await statements(search);
		expect(slugs(found)).toEqual(slugs(expected));
	});

	test("marks the words as they stand in the text", async () => {
		const { edges } = await statements("القوات الاجنبيه");
		for (const { node, highlights } of edges) {
			expect(highlights.map(({ exact }) => exact)).toEqual(
				expect.arrayContaining(["القوات", "الأجنبية"]),
			);
			const { statement } = (await answer(
				app,
				"query ($slug: String!) { statement(by: { slug: $slug }) { article { title body } spans { source start end } } }",
				{ slug: node.slug },
			)) as {
				statement: {
					article: { title: string; body: string };
					spans: { source: string; start: number; end: number }[];
				};
			};
			for (const { source, start, end, exact } of highlights) {
				const { title, body } = statement.article;
				expect((source === "TITLE" ? title : body).slice(start, end)).toBe(exact);
				expect(
					statement.spans.some(
						(span) => span.source === source && span.start <= start && end <= span.end,
					),
				).toBe(true);
			}
		}
	});

	test("takes a phrase as words one after the other", async () => {
		const phrase = await statements('"القوات الأجنبية"');
		const words = await statements("القوات الأجنبية");
		const turned = await statements('"الأجنبية القوات"');
		expect(words.totalCount).toBeGreaterThanOrEqual(phrase.totalCount);
		expect(phrase.totalCount).toBeGreaterThan(0);
		expect(turned.totalCount).toBe(0);
	});

	test("leaves out what has an excluded word, and marks only what was wanted", async () => {
		const all = await statements("القوات");
		const without = await statements("القوات -الأجنبية");
		const both = await statements("القوات الأجنبية");
		expect(slugs(without).toSorted()).toEqual(
			slugs(all)
				.filter((slug) => !slugs(both).includes(slug))
				.toSorted(),
		);
		const rest = await statements("-القوات");
		expect(rest.totalCount + all.totalCount).toBe(52);
		expect(marked(rest)).toEqual(new Set());
	});

	test("finds a word with whatever is attached to it, typed with or without", async () => {
		const expected = slugs(await statements("قوات"));
		for (const search of ["القوات", "والقوات", "للقوات", "بالقوات", "وقوات"])
			expect(slugs(await statements(search)).toSorted()).toEqual(expected.toSorted());
		expect(marked(await articles("سوريا"))).toContain("لسوريا");
	});

	test("finds misspelt words, but only those that the corpus does not have", async () => {
		expect(slugs(await statements("القوت الاجنبة")).toSorted()).toEqual(
			slugs(await statements("القوات الأجنبية")).toSorted(),
		);
		expect(marked(await statements("بوتن"))).toEqual(new Set(["بوتين"]));
		expect((await statements("قسطنطينية")).totalCount).toBe(0);
	});

	test("takes digits of either kind", async () => {
		expect(marked(await articles("٢٠١٨"))).toEqual(new Set(["2018"]));
	});

	test.each(["", "   ", "!!! ، ؟", "🙂"])("matches nothing for %j", async (search) => {
		expect(await statements(search)).toEqual({ totalCount: 0, edges: [] });
		expect(await articles(search)).toEqual({ totalCount: 0, edges: [] });
	});

	test("is ordered by relevance unless another order is asked for", async () => {
		const best = await statements("القوات الأجنبية");
		const explicit = await statements("القوات الأجنبية", { field: "RELEVANCE" });
		const worst = await statements("القوات الأجنبية", { field: "RELEVANCE", direction: "ASC" });
		const newest = await statements("القوات الأجنبية", { field: "SAID_AT" });
		expect(slugs(explicit)).toEqual(slugs(best));
		expect(new Set(slugs(worst))).toEqual(new Set(slugs(best)));
		expect(slugs(worst)).not.toEqual(slugs(best));
		expect(slugs(newest)[0]).toMatch(/^putin-foreign-forces-2018\./);
		expect(slugs(newest).at(-1)).toMatch(/^putin-assad-meeting-2018\./);
	});

	test("is a filter as any other: in or, in not, and in the lists of rows", async () => {
		const total = async (filter: string) =>
			((await answer(app, `{ statements(filter: ${filter}) { totalCount } }`)).statements as Found)
				.totalCount;
		const forces = (await statements("القوات")).totalCount;
		const idlib = (await statements("إدلب")).totalCount;
		const both = (await statements("القوات إدلب")).totalCount;
		expect(idlib).toBeGreaterThan(0);
		expect(await total('{ or: [{ search: "القوات" }, { search: "إدلب" }] }')).toBe(
			forces + idlib - both,
		);
		expect(await total('{ not: { search: "القوات" } }')).toBe(52 - forces);
		const { speaker } = (await answer(
			app,
			'{ speaker(by: { slug: "putin" }) { statements(filter: { search: "القوات الأجنبية" }) { totalCount edges { highlights { exact } } } } }',
		)) as { speaker: { statements: Found } };
		expect(speaker.statements.totalCount).toBeGreaterThan(0);
		expect(speaker.statements.edges[0]?.highlights.length).toBeGreaterThan(0);
	});

	test("pages by relevance forwards and backwards through the same rows", async () => {
		const all = slugs(await statements("سوريا"));
		for (const [size, cursor, page] of [
			["first", "after", "endCursor"],
			["last", "before", "startCursor"],
		] as const) {
			const found: string[] = [];
			let at: string | null = null;
			for (let more = true; more; ) {
				const query = `query ($at: String) { statements(${size}: 7, ${cursor}: $at, filter: { search: "سوريا" }) { nodes { slug } pageInfo { hasNextPage hasPreviousPage ${page} } } }`;
				const { statements: list } = (await answer(app, query, { at })) as {
					statements: {
						nodes: { slug: string }[];
						pageInfo: Record<string, string | boolean | null>;
					};
				};
				const rows = list.nodes.map(({ slug }) => slug);
				if (size === "first") found.push(...rows);
				else found.unshift(...rows);
				at = list.pageInfo[page] as string;
				more = Boolean(list.pageInfo[size === "first" ? "hasNextPage" : "hasPreviousPage"]);
			}
			expect(found).toEqual(all);
		}
	});

	test("is exported in its order", async () => {
		const filter = JSON.stringify({ search: "القوات الاجنبيه" });
		const response = await app.fetch(
			`http://aqwal.test/export/statements.ndjson?${new URLSearchParams({ filter })}`,
		);
		const lines = (await response.text()).trim().split("\n");
		expect(lines.map((line) => (JSON.parse(line) as { slug: string }).slug)).toEqual(
			slugs(await statements("القوات الاجنبيه")),
		);
	});

	test("costs as many SQL statements for one row as for many", async () => {
		const costs: number[] = [];
		for (const first of [2, 100]) {
			database.count = 0;
			await answer(
				app,
				'query ($first: Int) { statements(first: $first, filter: { search: "سوريا" }) { edges { node { slug } highlights { start } } } }',
				{ first },
			);
			costs.push(database.count);
		}
		// The words of the search, the page, the marks.
		expect(costs).toEqual([3, 3]);
	});
});

describe("a search that cannot be answered", () => {
	test.each([
		['"القوات', /^search: expected a second quotation mark/],
		["س".repeat(10_000), /^search: expected a search of at most 1000 characters/],
		["س ".repeat(100), /^search: expected at most 24 words/],
		["سوريا\u0000", /NUL/],
		["سوريا\ud800", /surrogate/],
	])("%#", async (search, message) => {
		for (const list of ["statements", "articles"]) {
			const query = `query ($search: String) { ${list}(filter: { search: $search }) { totalCount } }`;
			expect(await refusal(app, query, { search })).toEqual({
				code: "BAD_USER_INPUT",
				message: expect.stringMatching(message),
			});
		}
	});

	test("as one of too many in a filter", async () => {
		const filter = { or: Array.from({ length: 11 }, () => ({ search: "سوريا" })) };
		const query = "query ($filter: StatementFilter) { statements(filter: $filter) { totalCount } }";
		expect(await refusal(app, query, { filter })).toEqual({
			code: "BAD_USER_INPUT",
			message: expect.stringMatching(/^expected at most 10 searches in one filter/),
		});
	});

	test("as a word that no text can hold, which is not left out", async () => {
		const query =
			"query ($search: String) { statements(filter: { search: $search }) { totalCount } }";
		expect(await refusal(app, query, { search: `بوتين ${"中".repeat(900)}` })).toEqual({
			code: "BAD_USER_INPUT",
			message: expect.stringMatching(/^search: expected words of at most 100 letters/),
		});
	});

	test("before anything of it is sent to the database", async () => {
		const filter = { or: Array.from({ length: 150 }, (_, index) => ({ search: `كلمة${index}` })) };
		const query = "query ($filter: StatementFilter) { statements(filter: $filter) { totalCount } }";
		database.count = 0;
		await refusal(app, query, { filter });
		expect(database.count).toBe(0);
	});

	test.each(["statements", "articles"])("%s by relevance to nothing", async (list) => {
		expect(await refusal(app, `{ ${list}(orderBy: { field: RELEVANCE }) { totalCount } }`)).toEqual(
			{
				code: "BAD_USER_INPUT",
				message: expect.stringContaining("expected filter.search"),
			},
		);
	});
});
