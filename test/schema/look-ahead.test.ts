import { getNamedType, isEnumType, isObjectType, isScalarType } from "graphql";
import { describe, expect, test } from "vitest";
import { sql } from "../../src/database/sql.ts";
import { schema } from "../../src/schema/index.ts";
import { answer, counting, testApp } from "../support/app.ts";
import { corpusDatabase } from "../support/database.ts";

const database = await corpusDatabase();
const statements: string[] = [];
const app = testApp({
	read: (statement) => {
		statements.push(statement.sql);
		return database.read(statement);
	},
});

type Row = Readonly<Record<string, unknown>>;

/** The pages of statements that an operation reads. */
async function pagesOf(query: string): Promise<string[]> {
	statements.length = 0;
	await answer(app, query);
	return statements.filter((statement) => / LIMIT \d+/.test(statement));
}

/** A selection of a field that has all leaves of its type. */
function selectionOf(type: unknown): string {
	const named = getNamedType(type as Parameters<typeof getNamedType>[0]);
	if (named === undefined || isScalarType(named) || isEnumType(named)) return "";
	if (!isObjectType(named) || named.name.endsWith("Connection")) return " { __typename }";
	const leaves = Object.values(named.getFields()).filter(({ type, args }) => {
		const leaf = getNamedType(type);
		return (isScalarType(leaf) || isEnumType(leaf)) && args.length === 0;
	});
	return ` { ${leaves.map(({ name }) => name).join(" ")} }`;
}

const statement = schema.getType("Statement");
if (!isObjectType(statement)) throw new Error("Statement is an object type");
const fields = Object.values(statement.getFields());

describe("a list of statements reads no more columns than are asked for", () => {
	test.each(fields)("$name has all that it is made of", async ({ name, type }) => {
		const selection = `${name}${selectionOf(type)}`;
		const [alone, together] = [
			await answer(app, `{ statements(first: 100) { nodes { ${selection} } } }`),
			// A statement that is looked up by its id is read whole.
			await answer(app, "{ statements(first: 100) { nodes { id } } }"),
		];
		const ids = (together.statements as { nodes: { id: string }[] }).nodes.map(({ id }) => id);
		const whole = await answer(
			app,
			`query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Statement { ${selection} } } }`,
			{ ids },
		);
		expect((alone.statements as { nodes: unknown[] }).nodes).toEqual(whole.nodes);
		const [page] = await pagesOf(`{ statements(first: 100) { nodes { ${selection} } } }`);
		expect(page).not.toContain("s.*");
	});

	test("of a date only what its fields are made of", async () => {
		const dateOf = async (fields: string) => {
			const query = `{ statements(first: 100) { nodes { saidAt { __typename ${fields} } } } }`;
			const { nodes } = (await answer(app, query)).statements as { nodes: { saidAt: Row }[] };
			return nodes.map(({ saidAt }) => saidAt);
		};
		const inside = schema.getType("FuzzyDate");
		if (!isObjectType(inside)) throw new Error("FuzzyDate is an object type");
		const selections = Object.values(inside.getFields()).map(
			({ name, type }) => [name, `${name}${selectionOf(type)}`] as const,
		);
		const whole = await dateOf(selections.map(([, selection]) => selection).join(" "));
		for (const [name, selection] of selections)
			expect(await dateOf(selection)).toEqual(
				whole.map((date) => ({ __typename: "FuzzyDate", [name]: date[name] })),
			);
		const [page = ""] = await pagesOf("{ statements { nodes { saidAt { edtf } } } }");
		expect(page.match(/s\."said\w+"/g)?.filter((column) => !page.includes(`(${column}`))).toEqual([
			's."saidEdtf"',
		]);
	});

	test("where a row stands is read only where somebody wants to know", async () => {
		const reads = async (fields: string) => (await pagesOf(`{ statements { ${fields} } }`)).join();
		for (const fields of ["edges { cursor }", "pageInfo { startCursor }", "pageInfo { endCursor }"])
			expect(await reads(fields)).toContain("place0");
		expect(await reads("nodes { slug } pageInfo { hasNextPage }")).not.toContain("place0");
	});

	test("a column of which no field speaks is not read, those of fragments and edges are", async () => {
		const [page] = await pagesOf(`
			query { statements { ...List edges { node { act ... on Statement { kind } } } } }
			fragment List on StatementConnection { nodes { ...Said __typename } }
			fragment Said on Statement { saidAt { edtf } }`);
		for (const column of ["act", "kind", "saidEdtf"]) expect(page).toContain(`s."${column}"`);
		for (const column of ["text", "spans", "attributions", "language"])
			expect(page).not.toContain(`s."${column}"`);
	});

	test("what lies behind a page is asked only where somebody wants to know", async () => {
		const data = await answer(app, "{ statements(first: 1) { pageInfo { endCursor } } }");
		const after = (data.statements as { pageInfo: { endCursor: string } }).pageInfo.endCursor;
		const list = (page: string, info: string) =>
			pagesOf(`{ statements(${page}) { pageInfo { ${info} } } }`);
		const asks = ([page = ""]: string[]) => page.includes("EXISTS");
		expect(asks(await list(`after: "${after}"`, "hasNextPage"))).toBe(false);
		expect(asks(await list(`after: "${after}"`, "hasPreviousPage"))).toBe(true);
		expect(asks(await list(`last: 2, before: "${after}"`, "hasPreviousPage"))).toBe(false);
		expect(asks(await list(`last: 2, before: "${after}"`, "hasNextPage"))).toBe(true);
	});
});

describe("the statements of one speaker", () => {
	test("are read in the order of an index, which ends in what makes the order whole", async () => {
		const filter = 'filter: { speaker: { eq: "putin" } }';
		const [page] = await pagesOf(`{ statements(${filter}) { nodes { slug } } }`);
		expect(page).toContain('FROM "Attribution" a JOIN "Statement" s');
		const indexes = await database.read<{ indexdef: string }>(
			sql`SELECT indexdef FROM pg_indexes WHERE tablename IN ('Statement', 'Attribution', 'Article')`,
		);
		const found = indexes.map(({ indexdef }) => indexdef.replaceAll('"', "")).join("\n");
		for (const keys of [
			"Statement USING btree (COALESCE(saidEarliest, '-infinity'::date), articleSlug, ((- position)))",
			"Statement USING btree (COALESCE(saidEarliest, 'infinity'::date), articleSlug, position)",
			"Statement USING btree (COALESCE(publishedEarliest, '-infinity'::date), articleSlug, ((- position)))",
			"Attribution USING btree (speakerSlug, COALESCE(saidEarliest, '-infinity'::date), articleSlug, ((- statementPosition)))",
			"Article USING btree (COALESCE(publishedEarliest, '-infinity'::date), slug)",
		])
			expect(found).toContain(keys);
	});

	test("are the same as those of a list of several speakers that has only this one", async () => {
		for (const [field, direction] of [
			["SAID_AT", "ASC"],
			["SAID_AT", "DESC"],
			["PUBLISHED_AT", "DESC"],
			["POSITION", "ASC"],
		])
			for (const more of ["", "kind: { in: [DIRECT] }", "relayed: true", 'search: "القوات"']) {
				const list = (speaker: string) =>
					`statements(first: 100, filter: { speaker: { ${speaker} } ${more} }, orderBy: { field: ${field}, direction: ${direction} }) { totalCount nodes { slug } facets(field: KIND) { value count } }`;
				const one = await answer(app, `{ ${list('eq: "putin"')} }`);
				expect(one).toEqual(await answer(app, `{ ${list('in: ["putin"]')} }`));
			}
	});
});

test("statistics read no more than is asked for, and what is asked for is the same", async () => {
	const stats = (fields: string) =>
		`{ statementStats(groupBy: [TIME, SPEAKER], interval: YEAR, first: 3) { ${fields} } }`;
	const all =
		"rows { time speakerId count articleCount speakerCount } totalCount otherCount unknownCount groupCount";
	const whole = (await answer(app, stats(all))).statementStats as Record<string, unknown>;
	for (const fields of ["totalCount", "otherCount", "unknownCount", "groupCount"])
		expect((await answer(app, stats(fields))).statementStats).toEqual({ [fields]: whole[fields] });
	for (const field of ["count", "articleCount", "speakerCount"]) {
		const query = `${stats("rows { ...Row }")} fragment Row on StatementStatsRow { ${field} }`;
		const { rows } = (await answer(app, query)).statementStats as { rows: Row[] };
		expect(rows.map((row) => row[field])).toEqual((whole.rows as Row[]).map((row) => row[field]));
	}
});

test("what is kept of a corpus is not read again", async () => {
	const { createEdition } = await import("../../src/database/edition.ts");
	const { createContext } = await import("../../src/schema/context.ts");
	const edition = createEdition("v1");
	const reader = counting(database);
	const once = async () => {
		const { loaders, references } = createContext(reader, edition);
		const row = await loaders.speaker.load("putin");
		const nobody = await loaders.speaker.load("nobody");
		const body = await loaders.articleBody.load("putin-erdogan-idlib-2020");
		return [row, nobody, body, await references.resolve("Speaker", ["Q7747"])];
	};
	const first = await once();
	expect(reader.count).toBe(4);
	expect(await once()).toEqual(first);
	expect(reader.count).toBe(4);
});
