import { describe, expect, test } from "vitest";
import { rowText } from "../../../src/database/load/row-text.ts";
import { Prisma } from "../../../src/generated/prisma/client.ts";

function text(value: unknown, isJson = false): string {
	return rowText({ value }, [{ name: "value", isJson }]);
}

describe("rowText", () => {
	test.each([
		["words", "words\n"],
		["", "\n"],
		["a\\b\tc\nd\re", "a\\\\b\\tc\\nd\\re\n"],
		["\\N", "\\\\N\n"],
		["\\.", "\\\\.\n"],
		[-1.5, "-1.5\n"],
		[true, "true\n"],
		[12n, "12\n"],
		[new Date(Date.UTC(2018, 4, 17)), "2018-05-17T00:00:00.000Z\n"],
		[null, "\\N\n"],
		[undefined, "\\N\n"],
		[Prisma.DbNull, "\\N\n"],
		[["a", 'b"\\', null, 3], '{"a","b\\\\"\\\\\\\\",NULL,"3"}\n'],
	])("writes %s", (value, line) => {
		expect(text(value)).toBe(line);
	});

	test.each([
		[{ exact: 'a "b"\n' }, '{"exact":"a \\\\"b\\\\"\\\\n"}\n'],
		[[[]], "[[]]\n"],
		["text", '"text"\n'],
		[0, "0\n"],
		[Prisma.DbNull, "\\N\n"],
		[null, "\\N\n"],
		[Prisma.JsonNull, "null\n"],
	])("writes %j as JSON", (value, line) => {
		expect(text(value, true)).toBe(line);
	});

	test("separates columns, in their order, and gives NULL for those that a row does not have", () => {
		const columns = ["b", "a", "c"].map((name) => ({ name, isJson: false }));
		expect(rowText({ a: "", b: "2" }, columns)).toBe("2\t\t\\N\n");
		expect(rowText({ a: "1" }, columns)).toBe("\\N\t1\t\\N\n");
		expect(rowText({ b: "", a: "" }, columns)).toBe("\t\t\\N\n");
	});

	test("refuses an object where there is no JSON", () => {
		expect(() => text({ a: 1 })).toThrow(/^expected text, a number.*found \{"a":1\}$/);
	});
});
