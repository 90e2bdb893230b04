import { describe, expect, test } from "vitest";
import { and, identifier, keyword, list, or, sql } from "../../src/database/sql.ts";

describe("sql", () => {
	test("makes every value a parameter, in pieces too", () => {
		const injection = 'x\'; DROP TABLE "Corpus"; --';
		const piece = and([sql`a = ${injection}`, or([sql`b = ${1}`, sql`c = ANY(${["y"]})`])]);
		const whole = sql`SELECT ${identifier("a")} FROM t WHERE ${piece}`;
		expect(whole.text).toBe('SELECT "a" FROM t WHERE (a = $1 AND (b = $2 OR c = ANY($3)))');
		expect(whole.values).toEqual([injection, 1, ["y"]]);
	});
});

describe("and, or", () => {
	test("are true and false of nothing", () => {
		expect(and([]).text).toBe("true");
		expect(or([]).text).toBe("false");
	});

	test("stand in brackets, so that they can stand inside one another", () => {
		const [a, b] = [sql`a`, sql`b`];
		expect(and([a, b]).text).toBe("(a AND b)");
		expect(or([a, b]).text).toBe("(a OR b)");
		expect(and([or([a, b]), b]).text).toBe("((a OR b) AND b)");
		expect(or([a]).text).toBe("(a)");
	});

	test("leave the list that they are given as it was", () => {
		const conditions = [sql`a`, sql`b`];
		and(conditions);
		expect(conditions).toHaveLength(2);
	});
});

describe("list, identifier, keyword", () => {
	test("put commas, quotes and words", () => {
		expect(list([sql`a`, sql`b + ${1}`]).text).toBe("a, b + $1");
		expect(identifier("sortName").text).toBe('"sortName"');
		expect(keyword("DESC").text).toBe("DESC");
		expect(() => list([])).toThrow();
	});
});
