import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { everyPage } from "../../src/database/every-page.ts";
import { statementOrder } from "../../src/database/order.ts";
import { sql } from "../../src/database/sql.ts";
import { counting } from "../support/app.ts";
import { type OrderedList, orderedLists } from "./order-oracle.ts";
import { rootList } from "./reading.ts";
import { variedDatabase } from "./varied-database.ts";

let database: Database;
let lists: OrderedList[];
beforeAll(async () => {
	const varied = await variedDatabase();
	database = varied.database;
	lists = orderedLists(varied.corpus);
});

async function batchesOf({ table, order }: OrderedList, size: number): Promise<string[][]> {
	const batches: string[][] = [];
	for await (const rows of everyPage<{ slug: string }>(database, rootList(table, order), size))
		batches.push(rows.map(({ slug }) => slug));
	return batches;
}

describe("a whole list", () => {
	test.each([1, 7, 500])("comes in its order, nothing twice, %i rows at a time", async (size) => {
		expect(lists.length).toBeGreaterThan(10);
		for (const list of lists) {
			const batches = await batchesOf(list, size);
			expect(batches.flat(), list.name).toEqual(list.slugs);
			expect(batches.slice(0, -1).every(({ length }) => length === size)).toBe(true);
			expect(batches.at(-1)?.length).toBeGreaterThan(0);
		}
	});

	test("that is empty comes as one empty batch", async () => {
		const nothing = rootList("Statement", statementOrder("SAID_AT", "DESC"), sql`false`);
		const batches = [];
		for await (const rows of everyPage(database, nothing)) batches.push(rows);
		expect(batches).toEqual([[]]);
	});

	test("is read by one SQL statement a batch, each only when it is asked for", async () => {
		const reader = counting(database);
		const pages = everyPage(
			reader,
			rootList("Statement", statementOrder("PUBLISHED_AT", "DESC")),
			10,
		);
		expect(reader.count).toBe(0);
		for (const asked of [1, 2, 3]) {
			const { value } = await pages.next();
			expect(value).toHaveLength(10);
			expect(reader.count).toBe(asked);
		}
		await pages.return();
		expect(await pages.next()).toEqual({ value: undefined, done: true });
		expect(reader.count).toBe(3);
	});
});
