import { readdirSync, readFileSync } from "node:fs";
import {
	type ConstArgumentNode,
	type FieldNode,
	getNamedType,
	Kind,
	parse,
	print,
	TypeInfo,
	visit,
	visitWithTypeInfo,
} from "graphql";
import { describe, expect, test } from "vitest";
import { schema } from "../../src/schema/index.ts";
import { readExamples } from "../../src/server/examples.ts";
import { answer, counting, testApp } from "../support/app.ts";
import { corpusDatabase } from "../support/database.ts";

/** The answer to an example on the real corpus, and what it costs. */
interface Expected {
	/** How many SQL statements the operation takes. */
	readonly sqlStatements: number;
	readonly data: unknown;
}

const database = counting(await corpusDatabase());
const app = testApp(database);
const examples = readExamples();

function expectedOf(name: string): Expected {
	return JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), "utf8")) as Expected;
}

describe("each example has the answer and the cost that its file states", () => {
	test.each(examples)("$name", async ({ name, query }) => {
		database.count = 0;
		const data = await answer(app, query);
		const expected = expectedOf(name);
		expect(data).toEqual(expected.data);
		expect(database.count).toBe(expected.sqlStatements);
	});
});

test("every example has an answer file, and every answer file an example", () => {
	const answers = readdirSync(new URL(".", import.meta.url)).filter((file) =>
		file.endsWith(".json"),
	);
	expect(answers.toSorted()).toEqual(examples.map(({ name }) => `${name}.json`));
});

/** The operation with every list in it asked for as many rows. */
function withPages(query: string, rows: number): string {
	const types = new TypeInfo(schema);
	const first: ConstArgumentNode = {
		kind: Kind.ARGUMENT,
		name: { kind: Kind.NAME, value: "first" },
		value: { kind: Kind.INT, value: String(rows) },
	};
	const enter = (node: FieldNode): FieldNode | undefined => {
		const type = types.getType();
		if (type == null || !getNamedType(type).name.endsWith("Connection")) return undefined;
		const others = (node.arguments ?? []).filter(({ name }) => name.value !== "first");
		return { ...node, arguments: [...others, first] };
	};
	const operation = visit(parse(query), visitWithTypeInfo(types, { Field: { enter } }));
	// A variable that was only for the size of a page would be unused now.
	return print(
		visit(operation, {
			VariableDefinition: ({ variable }) => (variable.name.value === "first" ? null : undefined),
		}),
	);
}

describe("each example costs as many SQL statements for 2 rows as for 100", () => {
	test.each(examples)("$name", async ({ name, query }) => {
		const costs: number[] = [];
		for (const rows of [2, 100]) {
			database.count = 0;
			await answer(app, withPages(query, rows));
			costs.push(database.count);
		}
		const stated = expectedOf(name).sqlStatements;
		expect(costs).toEqual([stated, stated]);
	});
});
