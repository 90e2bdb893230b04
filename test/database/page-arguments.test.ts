import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { BadRequest } from "../../src/database/bad-request.ts";
import type { Database } from "../../src/database/database.ts";
import {
	articleOrder,
	authorityOrder,
	type Order,
	statementOrder,
} from "../../src/database/order.ts";
import { readPages } from "../../src/database/page.ts";
import type { Page } from "../../src/database/page-rows.ts";
import { checkPage, DEFAULT_PAGE_SIZE, type PageArguments } from "../../src/database/slice.ts";
import { corpusDatabase } from "../support/database.ts";
import { rootList } from "./reading.ts";

let database: Database;
beforeAll(async () => {
	database = await corpusDatabase();
});

const SAID = statementOrder("SAID_AT", "DESC");

async function read(
	page: PageArguments,
	order: Order = SAID,
	table: "Statement" | "Article" | "Speaker" = "Statement",
): Promise<Page<object>> {
	const [only] = await readPages<object>(database, rootList(table, order), page, [""]);
	if (only === undefined) throw new Error("expected a page for the key");
	return only;
}

function encode(value: unknown): string {
	return Buffer.from(typeof value === "string" ? value : JSON.stringify(value), "utf8").toString(
		"base64url",
	);
}

describe("first and last", () => {
	test("give 20 rows from the beginning where neither is given", async () => {
		expect(DEFAULT_PAGE_SIZE).toBe(20);
		const page = await read({});
		expect(page.rows).toHaveLength(20);
		expect(page).toEqual(await read({ first: 20, last: null, after: null, before: undefined }));
		expect(page.hasNextPage).toBe(true);
		expect(page.hasPreviousPage).toBe(false);
	});

	test("may be 0: no rows, but whether there are any", async () => {
		expect(await read({ first: 0 })).toMatchObject({
			nodes: [],
			hasNextPage: true,
			hasPreviousPage: false,
		});
		expect(await read({ last: 0 })).toMatchObject({
			nodes: [],
			hasNextPage: false,
			hasPreviousPage: true,
		});
		const { rows } = await read({ first: 1 });
		expect(await read({ first: 0, after: rows[0]?.cursor })).toMatchObject({
			nodes: [],
			hasNextPage: true,
			hasPreviousPage: true,
		});
	});

	test.each<[PageArguments, string]>([
		[
			{ first: 101 },
			"expected first to be from 0 to 100, found 101; ask for more in further pages, with after",
		],
		[
			{ last: 101 },
			"expected last to be from 0 to 100, found 101; ask for more in further pages, with before",
		],
		[
			{ first: -1 },
			"expected first to be from 0 to 100, found -1; ask for more in further pages, with after",
		],
		[
			{ last: 1.5 },
			"expected last to be from 0 to 100, found 1.5; ask for more in further pages, with before",
		],
		[
			{ first: Number.NaN },
			"expected first to be from 0 to 100, found NaN; ask for more in further pages, with after",
		],
		[
			{ first: 2 ** 31 - 1 },
			"expected first to be from 0 to 100, found 2147483647; ask for more in further pages, with after",
		],
		[
			{ first: 1, last: 1 },
			"expected first or last, found both; first pages forward with after, last backward with before",
		],
		[
			{ first: 0, last: 0 },
			"expected first or last, found both; first pages forward with after, last backward with before",
		],
	])("are refused as %o", async (page, message) => {
		expect(() => checkPage(SAID, page)).toThrow(new BadRequest(message));
		await expect(read(page)).rejects.toThrow(new BadRequest(message));
	});

	test("may be 100", () => {
		checkPage(SAID, { first: 100 });
		checkPage(SAID, { last: 100 });
	});
});

const NAME = SAID.name;
const SLUG = "putin-assad-meeting-2018";

describe("a cursor", () => {
	test("is the same for the same row, whatever the page", async () => {
		const [first, second] = [await read({ first: 5 }), await read({ first: 1 })];
		expect(second.rows[0]).toEqual(first.rows[0]);
	});

	test("keeps the exact values of a row: text, day, number", async () => {
		const { rows } = await read({ first: 1 });
		const decoded = JSON.parse(Buffer.from(rows[0]?.cursor ?? "", "base64url").toString());
		expect(decoded).toEqual([
			NAME,
			expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
			expect.any(String),
			expect.stringMatching(/^\d+$/),
		]);
	});

	test.each<[string, string]>([
		["nothing", ""],
		["no base64", "%%%"],
		["no JSON", encode("{")],
		["a number", encode(7)],
		["null", encode("null")],
		["an object", encode({ name: NAME })],
		["an empty list", encode([])],
		["too few values", encode([NAME, "2018-05-17", SLUG])],
		["too many values", encode([NAME, "2018-05-17", SLUG, "1", "1"])],
		["the same order the other way", encode(["SAID_AT ASC", "2018-05-17", SLUG, "1"])],
		["another order", encode(["PUBLISHED_AT DESC", "2018-05-17", SLUG, "1"])],
		["a name that is no text", encode([[NAME], "2018-05-17", SLUG, "1"])],
		["a day that does not exist", encode([NAME, "2018-02-30", SLUG, "1"])],
		["a month that does not exist", encode([NAME, "2018-13-01", SLUG, "1"])],
		["the year 0", encode([NAME, "0000-01-01", SLUG, "1"])],
		["a year before it", encode([NAME, "-000001-01-01", SLUG, "1"])],
		["a year of six digits", encode([NAME, "+275760-09-13", SLUG, "1"])],
		["a moment", encode([NAME, "2018-05-17T00:00:00Z", SLUG, "1"])],
		["a month", encode([NAME, "2018-05", SLUG, "1"])],
		["words for a day", encode([NAME, "tomorrow", SLUG, "1"])],
		["a space after a day", encode([NAME, "2018-05-17 ", SLUG, "1"])],
		["a day that is null", encode([NAME, null, SLUG, "1"])],
		["a number that is no text", encode([NAME, "2018-05-17", SLUG, 1])],
		["a huge number", encode([NAME, "2018-05-17", SLUG, "99999999999"])],
		["a fraction", encode([NAME, "2018-05-17", SLUG, "1.5"])],
		["an exponent", encode([NAME, "2018-05-17", SLUG, "1e3"])],
		["no number", encode([NAME, "2018-05-17", SLUG, ""])],
		["the NUL character", encode([NAME, "2018-05-17", "a\0b", "1"])],
		["half of a surrogate pair", encode([NAME, "2018-05-17", "\ud800", "1"])],
		["nested lists", encode([NAME, ["2018-05-17"], SLUG, "1"])],
	])("is refused when it is %s", async (_name, cursor) => {
		for (const argument of ["after", "before"]) {
			const message = `expected ${argument} to be a cursor that this list gave in the order SAID_AT DESC, found ${JSON.stringify(cursor.slice(0, 80))}; take one from edges.cursor or pageInfo`;
			expect(() => checkPage(SAID, { [argument]: cursor })).toThrow(new BadRequest(message));
			await expect(read({ [argument]: cursor })).rejects.toThrow(BadRequest);
		}
	});

	test.each<[string, unknown[]]>([
		["before all days", [NAME, "-infinity", SLUG, "1"]],
		["after all days", [NAME, "infinity", SLUG, "1"]],
		["on the first day", [NAME, "0001-01-01", SLUG, "-1"]],
		["on the last day", [NAME, "9999-12-31", SLUG, "999999999"]],
		["with a slug that is not there", [NAME, "2018-05-17", "\u{10ffff}", "1"]],
	])("may point %s", async (_name, values) => {
		await expect(read({ after: encode(values) })).resolves.toBeDefined();
		await expect(read({ before: encode(values) })).resolves.toBeDefined();
	});

	test("of a list in one order is refused in every other", async () => {
		const orders = [
			...(["SAID_AT", "PUBLISHED_AT", "POSITION"] as const).flatMap((field) => [
				statementOrder(field, "ASC"),
				statementOrder(field, "DESC"),
			]),
			articleOrder("TITLE", "ASC"),
			authorityOrder("NAME", "DESC"),
			authorityOrder("STATEMENT_COUNT", "DESC"),
		];
		const cursors = await Promise.all(
			orders.map(
				async (order, index) =>
					(
						await read(
							{ first: 1 },
							order,
							index < 6 ? "Statement" : index === 6 ? "Article" : "Speaker",
						)
					).rows[0]?.cursor,
			),
		);
		for (const [index, order] of orders.entries())
			for (const [other, cursor] of cursors.entries())
				if (index === other) checkPage(order, { after: cursor });
				else
					expect(() => checkPage(order, { after: cursor }), `${order.name} ${cursor}`).toThrow(
						BadRequest,
					);
	});

	test("never makes a database error, whatever is in it", async () => {
		const value = fc.oneof(
			fc.string({ unit: "binary" }),
			fc.integer().map(String),
			fc.date({ noInvalidDate: true }).map((date) => date.toISOString().split("T")[0]),
			fc
				.tuple(fc.nat(10_000), fc.nat(14), fc.nat(33))
				.map((parts) => parts.map((part) => String(part).padStart(2, "0")).join("-")),
			fc.constantFrom("infinity", "-infinity", "epoch", "now", "NaN", "\0", "", null, 1),
		);
		const orders = [SAID, statementOrder("POSITION", "ASC")];
		let answered = 0;
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...orders),
				fc.infiniteStream(value),
				async (order, values) => {
					const cursor = encode([order.name, ...values.take(order.keys.length)]);
					await read({ first: 1, after: cursor }, order).then(
						() => (answered += 1),
						(error: unknown) => expect(error).toBeInstanceOf(BadRequest),
					);
				},
			),
			{ numRuns: 300 },
		);
		expect(answered).toBeGreaterThan(0);
	});
});
