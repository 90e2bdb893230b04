import { readFileSync } from "node:fs";
import { Client, fetchExchange } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { relayPagination } from "@urql/exchange-graphcache/extras";
import { buildSchema, introspectionFromSchema, isObjectType } from "graphql";
import { afterEach, describe, expect, it, test, vi } from "vitest";
import { serverUrl } from "../support/server.ts";
import * as plain from "./examples/gql-tada.ts";
import { saidBy, urqlClient } from "./examples/urql.ts";
import { idsOf, LISTS, PAGE_SIZE, pageOf, walk, wholeList } from "./lists.ts";

const url = await serverUrl();
const requests = vi.spyOn(globalThis, "fetch");
const warnings = vi.spyOn(console, "warn");
const errors = vi.spyOn(console, "error");
afterEach(() => {
	expect([...warnings.mock.calls, ...errors.mock.calls]).toEqual([]);
	for (const spy of [requests, warnings, errors]) spy.mockClear();
});

const schema = buildSchema(readFileSync("schema.graphql", "utf8"));
const withoutId = Object.values(schema.getTypeMap())
	.filter(isObjectType)
	.filter((type) => !("id" in type.getFields()))
	.map(({ name }) => [name, () => null] as const);

/** A client whose cache knows the schema, and warns of what does not fit it. */
function clientWithSchema(root = "Query"): Client {
	const statements = relayPagination();
	const cache = cacheExchange({
		schema: introspectionFromSchema(schema),
		keys: Object.fromEntries(withoutId),
		resolvers: { [root]: { statements }, Speaker: { statements } },
	});
	return new Client({ url, preferGetMethod: false, exchanges: [cache, fetchExchange] });
}

describe.each(LISTS)("urql pages $name", (list) => {
	it.each(["forward", "backward"] as const)("%s to its end", async (direction) => {
		const whole = await wholeList(url, list);
		requests.mockClear();
		const client = clientWithSchema();
		const { pages, list: merged } = await walk(direction, async (variables) => {
			const { data, error } = await client.query(list.query, variables);
			expect(error).toBeUndefined();
			return pageOf(data);
		});
		expect(idsOf(merged)).toEqual(whole);
		expect(pages).toBe(Math.ceil(whole.length / PAGE_SIZE));
		expect(requests).toHaveBeenCalledTimes(pages);
	});
});

test("the example reads all that one speaker says", async () => {
	const lines = await saidBy(urqlClient(url), "putin", PAGE_SIZE);
	expect(lines).toEqual(await plain.saidBy(url, { speaker: "putin", first: 100 }));
	expect(lines.length).toBeGreaterThan(2 * PAGE_SIZE);
});

test("the cache is aware of the schema: it warns of a type that there is not", () => {
	warnings.mockImplementationOnce(() => undefined);
	clientWithSchema("Root");
	expect(warnings).toHaveBeenCalledWith(expect.stringContaining("Root"));
	warnings.mockClear();
});
