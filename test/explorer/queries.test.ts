import { readdirSync, readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { operations } from "../../src/explorer/operations.ts";
import { ask, testApp } from "../support/app.ts";
import { corpusDatabase } from "../support/database.ts";

const schema = buildSchema(readFileSync("schema.graphql", "utf8"));
const questions = [...operations];
const sources = readdirSync("src/explorer").filter((file) => /\.tsx?$/.test(file));
/** A value for each variable that must have one. */
const VARIABLES = {
	slug: "putin",
	text: "putin",
	ids: [],
	filter: { speaker: { eq: "putin" } },
	lang: "en",
};

describe("what the explorer asks", () => {
	it("is all that its sources have", () => {
		const written = sources.flatMap((file) => [
			...readFileSync(`src/explorer/${file}`, "utf8").matchAll(/^\s*query (\w+)/gm),
		]);
		expect(written.length).toBeGreaterThan(7);
		expect(written.map(([, name]) => name).toSorted()).toEqual([...operations.keys()].toSorted());
	});

	it.each(questions)("%s is what the schema has", (_name, text) => {
		expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
	});

	it.each(questions)("%s is answered within the limits", async (_name, text) => {
		const app = testApp(await corpusDatabase(), undefined);
		const declared = [...text.matchAll(/\$(\w+):/g)].map(([, name = ""]) => name);
		const variables = Object.fromEntries(
			Object.entries(VARIABLES).filter(([name]) => declared.includes(name)),
		);
		const { errors, data } = await ask(app, text, variables);
		expect(errors).toBeUndefined();
		expect(data).toBeTruthy();
	});
});
