import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { BadRequest, isStorable, storableText } from "../../src/database/bad-request.ts";
import type { Database } from "../../src/database/database.ts";
import { sql } from "../../src/database/sql.ts";
import { corpusDatabase } from "../support/database.ts";

let database: Database;
beforeAll(async () => {
	database = await corpusDatabase();
});

const HALF =
	"expected well-formed Unicode, found half of a surrogate pair; send the whole character";
const NUL = "expected text without the NUL character (U+0000), which no stored text has; remove it";

describe("storableText", () => {
	test.each(["", "قال", "\u{1f600}", "a\u{10ffff}b", "\ufffd", "\u0001", "\u{1f600}\u{1f600}"])(
		"gives back %j",
		(text) => {
			expect(storableText(text)).toBe(text);
			expect(isStorable(text)).toBe(true);
		},
	);

	test.each([
		["\0", NUL],
		["a\0b", NUL],
		["\ud800", HALF],
		["\udc00", HALF],
		["\udc00\ud800", HALF],
		["\ud800\ud800\udc00", HALF],
		["\ud83d\ude00\ude00", HALF],
		["\ud83dx", HALF],
	])("refuses %j", (text, message) => {
		expect(() => storableText(text)).toThrow(new BadRequest(message));
		expect(isStorable(text)).toBe(false);
	});

	test("takes exactly the text that is well-formed and without NUL", () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.oneof(
						fc.string({ unit: "binary" }),
						fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
						fc.constantFrom("\ud800", "\udfff", "\0"),
					),
				),
				(parts) => {
					const text = parts.join("");
					expect(isStorable(text)).toBe(
						Buffer.from(text, "utf8").toString("utf8") === text && !text.includes("\0"),
					);
				},
			),
			{ numRuns: 300 },
		);
	});

	test("takes only what the database can hold, and all of it", async () => {
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
				if (!isStorable(text)) return;
				expect(await database.read(sql`SELECT ${text}::text AS text`)).toEqual([{ text }]);
			}),
			{ numRuns: 50 },
		);
	});
});

describe("BadRequest", () => {
	test("is an error with a name of its own", () => {
		expect(new BadRequest("why")).toBeInstanceOf(Error);
		expect(String(new BadRequest("why"))).toBe("BadRequest: why");
	});
});
