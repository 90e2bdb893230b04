import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
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

test("the statements of a speaker cost as many SQL statements for 2 rows as for 100", async () => {
	const example = examples.find(({ name }) => name === "01-statements-by-speaker");
	const costs: number[] = [];
	for (const first of [2, 100]) {
		database.count = 0;
		await answer(app, example?.query ?? "", { first });
		costs.push(database.count);
	}
	expect(costs).toEqual([expectedOf("01-statements-by-speaker").sqlStatements, costs[0]]);
});
