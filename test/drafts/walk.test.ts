import {
	type GraphQLField,
	type GraphQLNamedType,
	getNamedType,
	isLeafType,
	isObjectType,
	isRequiredArgument,
} from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../src/config.ts";
import { schema } from "../../src/schema/index.ts";
import type { App } from "../../src/server/app.ts";
import { databaseOf } from "../database/varied-database.ts";
import { answer, testApp } from "../support/app.ts";
import { corpusWithDrafts, DRAFT_IN_MIXED, DRAFT_PARENT, DRAFTED } from "./fixture.ts";

// Whoever does not ask for drafts, and follows every field as far as it leads, meets none.

const ANY = Number.MAX_SAFE_INTEGER;
let app: App;
beforeAll(async () => {
	const { database } = await databaseOf("drafts", await corpusWithDrafts());
	app = testApp(database, { ...DEFAULT_LIMITS, cost: ANY, depth: 100, tokens: 10_000_000 });
});

/** How many rows inside of rows are followed. */
const DEEPEST = 3;

/** What only leads on to rows, and is none itself. */
function isPassage({ name }: GraphQLNamedType): boolean {
	return /Connection$|Edge$/.test(name);
}

function selectionOf(type: GraphQLNamedType, depth: number, isPage: boolean): string {
	if (!isObjectType(type)) return "{ __typename }";
	const fields = Object.values(type.getFields()).flatMap((field) => selected(field, depth, isPage));
	return fields.length === 0 ? "{ __typename }" : `{ ${fields.join(" ")} }`;
}

/** A field with all that it leads to; nothing for one that has to be told what to give. */
function selected(field: GraphQLField<unknown, unknown>, depth: number, isPage: boolean): string[] {
	const type = getNamedType(field.type);
	if (field.args.some(isRequiredArgument)) return [];
	if (isLeafType(type)) return [field.name];
	// The rows of a page come as nodes; its edges are the same once more.
	if (isPage && field.name === "edges") return [];
	const below = isPassage(type) ? depth : depth - 1;
	if (below < 0) return [];
	const first = field.args.some(({ name }) => name === "first") && depth === DEEPEST;
	const args = first && isPassage(type) ? "(first: 100)" : "";
	return [`${field.name}${args} ${selectionOf(type, below, isPassage(type))}`];
}

const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
	const query = selected(field, DEEPEST, false);
	return query.length === 0 ? [] : [{ name: field.name, query: `{ ${query[0]} }` }];
});

describe("whoever does not ask for drafts", () => {
	test.each(roots)("meets none from $name on", async ({ query }) => {
		const met = JSON.stringify(await answer(app, query));
		expect(met.length).toBeGreaterThan(100);
		for (const sign of ['"DRAFT"', `"${DRAFTED}`, `"${DRAFT_IN_MIXED}"`, `"${DRAFT_PARENT}"`])
			expect(met).not.toContain(sign);
	});

	test("starts from every list of the schema", () => {
		expect(roots.map(({ name }) => name).toSorted()).toEqual([
			"articles",
			"corpus",
			"locations",
			"speakers",
			"statementStats",
			"statements",
		]);
	});

	test("would meet them if these queries could not see them", async () => {
		const { query = "" } = roots.find(({ name }) => name === "statements") ?? {};
		const asked = query.replace("first: 100", "first: 100, filter: { reviewStatus: DRAFT }");
		const met = JSON.stringify(await answer(app, asked));
		for (const sign of ['"DRAFT"', `"${DRAFTED}`, DRAFT_IN_MIXED, DRAFT_PARENT])
			expect(met).toContain(sign);
	});
});
