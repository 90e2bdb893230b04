import { readFileSync } from "node:fs";
import type { TadaDocumentNode } from "gql.tada";
import { buildSchema, Kind, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import * as article from "../../src/explorer/article-queries.ts";
import * as corpus from "../../src/explorer/corpus-queries.ts";
import { textOf } from "../../src/explorer/graphql.ts";
import * as lists from "../../src/explorer/queries.ts";
import * as speaker from "../../src/explorer/speaker-queries.ts";
import { ask, testApp } from "../support/app.ts";
import { corpusDatabase } from "../support/database.ts";

const schema = buildSchema(readFileSync("schema.graphql", "utf8"));
const questions = Object.entries({ ...lists, ...corpus, ...speaker, ...article }).map(
	([name, document]) => [name, textOf(document as TadaDocumentNode<unknown, never>)] as const,
);
/** A value for each variable that must have one. */
const VARIABLES = {
	slug: "putin",
	text: "putin",
	ids: [],
	filter: { speaker: { eq: "putin" } },
	lang: "en",
};

describe("what the explorer asks", () => {
	it("is found at all", () => {
		expect(questions.length).toBeGreaterThan(9);
	});

	it.each(questions)("%s is what the schema has", (_name, text) => {
		const document = parse(text);
		const isFragment = document.definitions.every(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
		const faults = validate(schema, document).map(({ message }) => message);
		expect(
			isFragment ? faults.filter((fault) => !/never used|not defined/.test(fault)) : faults,
		).toEqual([]);
	});

	it.each(questions.filter(([, text]) => /^\s*query/.test(text)))(
		"%s is answered within the limits",
		async (_name, text) => {
			const app = testApp(await corpusDatabase(), undefined);
			const declared = [...text.matchAll(/\$(\w+):/g)].map(([, name = ""]) => name);
			const variables = Object.fromEntries(
				Object.entries(VARIABLES).filter(([name]) => declared.includes(name)),
			);
			const { errors, data } = await ask(app, text, variables);
			expect(errors).toBeUndefined();
			expect(data).toBeTruthy();
		},
	);
});
