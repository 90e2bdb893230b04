import { beforeAll, describe, expect, test } from "vitest";
import type { CheckedCorpus } from "../../src/curation/corpus.ts";
import type { Database } from "../../src/database/database.ts";
import {
	articleOrder,
	authorityOrder,
	type Order,
	statementOrder,
} from "../../src/database/order.ts";
import { identifier, list, sql } from "../../src/database/sql.ts";
import { type OrderedList, orderedLists } from "./order-oracle.ts";
import { everything, rootList } from "./reading.ts";
import { variedDatabase } from "./varied-database.ts";

let database: Database;
let corpus: CheckedCorpus;
let lists: OrderedList[];
beforeAll(async () => {
	({ database, corpus } = await variedDatabase());
	lists = orderedLists(corpus);
});

async function slugs(table: OrderedList["table"], order: Order): Promise<string[]> {
	return (await everything(database, rootList(table, order))).slugs;
}

describe("every order", () => {
	test("is that of plain code", async () => {
		for (const { table, order, slugs: expected, name } of lists)
			expect(await slugs(table, order), name).toEqual(expected);
	});

	test("has a name of its own for each way, which cursors remember", () => {
		const names = lists.map(({ order, table }) => `${table} ${order.name}`);
		expect(new Set(names).size).toBe(names.length);
	});

	test("is never null and tells any two rows apart", async () => {
		for (const { table, order, name } of lists) {
			const keys = list(order.keys.map(({ expression }) => expression));
			const [counts] = await database.read(
				sql`SELECT count(*)::int AS rows, count(DISTINCT (${keys}))::int AS keys, count(*) FILTER (WHERE (${keys}) IS NOT NULL)::int AS known FROM ${identifier(table)} s`,
			);
			const rows = lists.find((one) => one.table === table)?.slugs.length;
			expect(counts, name).toEqual({ rows, keys: rows, known: rows });
		}
	});
});

describe("what is unknown comes last either way", () => {
	const isUndated = (slug: string) =>
		corpus.articles
			.flatMap(({ statements }) => statements)
			.find((statement) => statement.slug === slug)?.said.earliest === null;

	test("a statement's day", async () => {
		for (const direction of ["ASC", "DESC"] as const) {
			const undated = (await slugs("Statement", statementOrder("SAID_AT", direction))).map(
				isUndated,
			);
			expect(undated.indexOf(true)).toBeGreaterThan(0);
			expect(undated.slice(undated.indexOf(true))).not.toContain(false);
		}
	});

	test("an article's day and title", async () => {
		for (const direction of ["ASC", "DESC"] as const) {
			expect((await slugs("Article", articleOrder("PUBLISHED_AT", direction))).at(-1)).toBe(
				"biden-hts-designation-2025",
			);
			expect((await slugs("Article", articleOrder("TITLE", direction))).at(-1)).toBe(
				"putin-assad-meeting-2018",
			);
		}
	});
});

describe("a direction", () => {
	test("turns the order of names and of reading round", async () => {
		const names = (direction: "ASC" | "DESC") =>
			slugs("Speaker", authorityOrder("NAME", direction));
		expect(await names("DESC")).toEqual((await names("ASC")).toReversed());
		const reading = (direction: "ASC" | "DESC") =>
			slugs("Statement", statementOrder("POSITION", direction));
		expect(await reading("DESC")).toEqual((await reading("ASC")).toReversed());
	});

	test("leaves the reading order of an article's day as it is", async () => {
		const inArticle = async (direction: "ASC" | "DESC") => {
			const all = await slugs("Statement", statementOrder("PUBLISHED_AT", direction));
			return all.filter((slug) => slug.startsWith("putin-assad-meeting-2018."));
		};
		expect(await inArticle("DESC")).toEqual(await inArticle("ASC"));
		expect(await inArticle("ASC")).toHaveLength(7);
	});
});
