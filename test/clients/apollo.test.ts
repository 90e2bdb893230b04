import { readFileSync } from "node:fs";
import { gql } from "@apollo/client";
import { buildSchema, isAbstractType } from "graphql";
import { afterEach, describe, expect, it, test, vi } from "vitest";
import { serverUrl } from "../support/server.ts";
import { apolloClient, possibleTypes, saidBy } from "./examples/apollo.ts";
import * as plain from "./examples/gql-tada.ts";
import { idsOf, LISTS, PAGE_SIZE, pageOf, walk, wholeList } from "./lists.ts";

const url = await serverUrl();
const requests = vi.spyOn(globalThis, "fetch");
afterEach(() => requests.mockClear());

describe.each(LISTS)("Apollo Client pages $name", (list) => {
	it.each(["forward", "backward"] as const)("%s to its end", async (direction) => {
		const whole = await wholeList(url, list);
		requests.mockClear();
		const client = apolloClient(url);
		const { query } = list;
		const { pages, list: merged } = await walk(direction, async (variables) => {
			const { data } = await client.query({ query, variables, fetchPolicy: "network-only" });
			return pageOf(data);
		});
		expect(idsOf(merged)).toEqual(whole);
		expect(pages).toBe(Math.ceil(whole.length / PAGE_SIZE));
		expect(requests).toHaveBeenCalledTimes(pages);
		// All of it is in the cache now, under the list's one name.
		const cached = client.readQuery({ query, variables: { first: PAGE_SIZE } });
		expect(idsOf(pageOf(cached))).toEqual(whole);
	});
});

test("the example reads all that one speaker says", async () => {
	const lines = await saidBy(apolloClient(url), "putin", PAGE_SIZE);
	expect(lines).toEqual(await plain.saidBy(url, { speaker: "putin", first: 100 }));
	expect(lines.length).toBeGreaterThan(2 * PAGE_SIZE);
});

test("the possible types of the example are those of the schema", () => {
	const schema = buildSchema(readFileSync("schema.graphql", "utf8"));
	const abstract = Object.values(schema.getTypeMap())
		.filter(isAbstractType)
		.filter(({ name }) => !name.startsWith("__"));
	const names = abstract.map((type) => [
		type.name,
		schema
			.getPossibleTypes(type)
			.map(({ name }) => name)
			.toSorted(),
	]);
	expect(possibleTypes).toEqual(Object.fromEntries(names));
});

test("a fragment on an interface is answered from the cache", async () => {
	const client = apolloClient(url);
	const query = gql`
		query Things($ids: [ID!]!) {
			nodes(ids: $ids) {
				...Thing
			}
		}
		fragment Thing on Node {
			id
		}
	`;
	const [id = ""] = await wholeList(url, LISTS[0]);
	const { data } = await client.query({ query, variables: { ids: [id] } });
	expect(data).toEqual({ nodes: [{ __typename: "Statement", id }] });
	requests.mockClear();
	expect((await client.query({ query, variables: { ids: [id] } })).data).toEqual(data);
	expect(requests).not.toHaveBeenCalled();
});
