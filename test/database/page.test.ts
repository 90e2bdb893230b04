import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { CheckedCorpus } from "../../src/curation/corpus.ts";
import { countingReader, type Database } from "../../src/database/database.ts";
import { statementCondition } from "../../src/database/filter/statement.ts";
import { statementOrder } from "../../src/database/order.ts";
import { type ListQuery, readPages, readTotals } from "../../src/database/page.ts";
import type { Page } from "../../src/database/page-rows.ts";
import { createReferences } from "../../src/database/references.ts";
import type { PageArguments } from "../../src/database/slice.ts";
import { sql } from "../../src/database/sql.ts";
import { statementFilters } from "./filter/arbitraries.ts";
import { matchingStatements } from "./filter/oracle.ts";
import { type OrderedList, orderedLists } from "./order-oracle.ts";
import { rootList } from "./reading.ts";
import { variedDatabase } from "./varied-database.ts";

interface Row {
	readonly slug: string;
}

let database: Database;
let corpus: CheckedCorpus;
let lists: OrderedList[];
beforeAll(async () => {
	({ database, corpus } = await variedDatabase());
	lists = orderedLists(corpus);
});

async function readPage(query: ListQuery, page: PageArguments): Promise<Page<Row>> {
	const [only] = await readPages<Row>(database, query, page, [""]);
	if (only === undefined) throw new Error("expected a page for the key");
	return only;
}

/** What a page should be: its slugs, and whether something lies on either side. */
interface Expected {
	readonly slugs: readonly string[];
	readonly hasNextPage: boolean;
	readonly hasPreviousPage: boolean;
}

function shapeOf({ rows, hasNextPage, hasPreviousPage }: Page<Row>): Expected {
	return { slugs: rows.map(({ row }) => row.slug), hasNextPage, hasPreviousPage };
}

/** Pages through a whole list, and checks each page against the slugs that it should be. */
async function walk(
	query: ListQuery,
	slugs: readonly string[],
	size: number,
	backward: boolean,
): Promise<void> {
	let cursor: string | null = null;
	let done = 0;
	do {
		const page: Page<Row> = await readPage(
			query,
			backward ? { last: size, before: cursor } : { first: size, after: cursor },
		);
		const left = Math.max(slugs.length - done - size, 0);
		expect(shapeOf(page)).toEqual({
			slugs: backward ? slugs.slice(left, slugs.length - done) : slugs.slice(done, done + size),
			hasNextPage: backward ? done > 0 : left > 0,
			hasPreviousPage: backward ? left > 0 : done > 0,
		});
		done += page.rows.length;
		cursor = page.rows.at(backward ? 0 : -1)?.cursor ?? null;
	} while (done < slugs.length);
	expect(await readTotals(database, query, [""])).toEqual([slugs.length]);
}

interface Placed {
	readonly slug: string;
	/** The place in the whole list. */
	readonly index: number;
}

/** The page of the rows after one place of the whole list and before another. */
function expectedBetween(
	rows: readonly Placed[],
	after: number | null,
	before: number | null,
	size: number,
	backward: boolean,
): Expected {
	const from = after ?? -1;
	const to = before ?? Number.POSITIVE_INFINITY;
	const slugs = rows.filter(({ index }) => index > from && index < to).map(({ slug }) => slug);
	const more = slugs.length > size;
	return backward
		? {
				slugs: slugs.slice(Math.max(slugs.length - size, 0)),
				hasNextPage: rows.some(({ index }) => index >= to),
				hasPreviousPage: more,
			}
		: {
				slugs: slugs.slice(0, size),
				hasNextPage: more,
				hasPreviousPage: rows.some(({ index }) => index <= from),
			};
}

describe("paging", () => {
	test("gives each row once in its order, forward and backward, in every order", async () => {
		for (const { table, order, slugs } of lists)
			for (const size of [1, 7, 100])
				for (const backward of [false, true])
					await walk(rootList(table, order), slugs, size, backward);
	});

	test("does so for any filter and page size", async () => {
		const statementLists = lists.filter(({ table }) => table === "Statement");
		await fc.assert(
			fc.asyncProperty(
				statementFilters(corpus),
				fc.constantFrom(...statementLists),
				fc.integer({ min: 1, max: 30 }),
				fc.boolean(),
				async (filter, { order, slugs }, size, backward) => {
					const matching = new Set(matchingStatements(corpus, filter).map(({ slug }) => slug));
					const condition = await statementCondition(createReferences(database), filter);
					const expected = slugs.filter((slug) => matching.has(slug));
					await walk(rootList("Statement", order, condition), expected, size, backward);
				},
			),
			{ numRuns: 60 },
		);
	});

	test("takes any two cursors, of rows that are in the list or not", async () => {
		const cursors = new Map<OrderedList, string[]>();
		for (const one of lists) {
			const { rows } = await readPage(rootList(one.table, one.order), { first: 100 });
			cursors.set(
				one,
				rows.map(({ cursor }) => cursor),
			);
		}
		const place = fc.option(fc.nat({ max: 99 }));
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...lists),
				place,
				place,
				fc.nat({ max: 20 }),
				fc.boolean(),
				fc.boolean(),
				async (one, start, end, size, backward, everyOther) => {
					const { table, order, slugs } = one;
					const at = (index: number | null) => (index === null ? null : index % slugs.length);
					const cursorAt = (index: number | null) =>
						index === null ? null : cursors.get(one)?.[index];
					const [after, before] = [at(start), at(end)];
					const kept = slugs
						.map((slug, index) => ({ slug, index }))
						.filter(({ index }) => !everyOther || index % 2 === 0);
					const condition = sql`s.slug = ANY(${kept.map(({ slug }) => slug)})`;
					const page = await readPage(rootList(table, order, condition), {
						[backward ? "last" : "first"]: size,
						after: cursorAt(after),
						before: cursorAt(before),
					});
					expect(shapeOf(page)).toEqual(expectedBetween(kept, after, before, size, backward));
				},
			),
			{ numRuns: 150 },
		);
	});
});

describe("readPages and readTotals for several keys", () => {
	const scope = "speaker";

	test("give in one SQL statement what they give one by one", async () => {
		const keys = ["nobody", ...corpus.speakers.map(({ slug }) => slug).toReversed()];
		const query: ListQuery = {
			...rootList("Statement", statementOrder("SAID_AT", "DESC"), sql`s.kind = 'INDIRECT'`),
			scope,
		};
		const all = await readPage({ ...query, condition: sql`true`, scope: null }, { first: 100 });
		const middle = all.rows[Math.floor(all.rows.length / 2)]?.cursor;
		for (const page of [
			{ first: 3 },
			{ last: 2 },
			{ first: 0 },
			{ first: 2, after: middle },
			{ last: 2, before: middle },
		]) {
			const reader = countingReader(database);
			const together = await readPages<Row>(reader, query, page, keys);
			expect(reader.statementCount).toBe(1);
			const oneByOne = await Promise.all(
				keys.map(async (key) => (await readPages<Row>(database, query, page, [key]))[0]),
			);
			expect(together.map(placesOf)).toEqual(oneByOne.map((page) => page && placesOf(page)));
			expect(together).toHaveLength(keys.length);
		}
	});

	test("give each key its own rows, and none to a key without any", async () => {
		const keys = ["nobody", ...corpus.speakers.map(({ slug }) => slug)];
		const query: ListQuery = {
			...rootList(
				"Statement",
				statementOrder("POSITION", "ASC"),
				sql`s."reviewStatus" = 'CURATED'`,
			),
			scope,
		};
		const expected = keys.map((key) =>
			matchingStatements(corpus, null)
				.filter(({ attributions }) => attributions.some(({ speakerSlug }) => speakerSlug === key))
				.map(({ slug }) => slug),
		);
		const pages = await readPages<Row>(database, query, { first: 100 }, keys);
		expect(pages.map((page) => shapeOf(page).slugs)).toEqual(expected);
		const reader = countingReader(database);
		expect(await readTotals(reader, query, keys)).toEqual(expected.map(({ length }) => length));
		expect(reader.statementCount).toBe(1);
		expect(expected.filter(({ length }) => length > 0).length).toBeGreaterThan(3);
	});

	test("give the columns that are asked for, and all when none are", async () => {
		const list = rootList("Article", articleOrderOf("TITLE ASC"));
		const { rows } = await readPage(list, { first: 1 });
		const [plain] = await database.read(
			sql`SELECT * FROM "Article" WHERE slug = ${rows[0]?.row.slug}`,
		);
		expect(rows[0]?.row).toMatchObject(plain ?? {});
		const few = await readPage({ ...list, columns: ["slug"] }, { first: 1 });
		expect(few.rows[0]?.row).toMatchObject({ slug: rows[0]?.row.slug });
		expect(few.rows[0]?.row).not.toHaveProperty("title");
	});
});

/** A page as its slugs, its cursors and what lies on either side. */
function placesOf(page: Page<Row>) {
	return { ...shapeOf(page), cursors: page.rows.map(({ cursor }) => cursor) };
}

function articleOrderOf(name: string) {
	const found = lists.find(({ table, order }) => table === "Article" && order.name === name);
	if (found === undefined) throw new Error(`no order ${name}`);
	return found.order;
}
