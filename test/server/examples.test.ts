import { parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { schema } from "../../src/schema/index.ts";
import { readExamples } from "../../src/server/examples.ts";

const examples = readExamples();

describe("the examples", () => {
	it("come in the order of their names, each once", () => {
		const names = examples.map(({ name }) => name);
		expect(names.length).toBeGreaterThan(0);
		expect(names).toEqual([...new Set(names)].toSorted());
		expect(names.filter((name) => !/^[a-z0-9-]+$/.test(name))).toEqual([]);
	});

	it.each(examples)("$name says what it asks, and the schema can answer it", ({ query }) => {
		expect(query).toMatch(/^# [A-Z].*[.?]\n/);
		expect(validate(schema, parse(query))).toEqual([]);
	});
});
