import { serverAudits } from "graphql-http";
import { describe, expect, it, test } from "vitest";
import { appWithoutDatabase } from "./http.ts";

const app = appWithoutDatabase();

/** The audits of the GraphQL over HTTP specification, its recommendations and options too. */
const audits = serverAudits({ url: "http://aqwal.test/graphql", fetchFn: app.fetch });

describe("GraphQL over HTTP", () => {
	it.each(audits)("$id $name", async ({ fn }) => {
		const result = await fn();
		expect(result, JSON.stringify(result)).toMatchObject({ status: "ok" });
	});
});

test("the audits are all that the reference implementation has", () => {
	// Pinned: a new version that drops some should be seen.
	expect(new Set(audits.map(({ id }) => id)).size).toBe(61);
});

test("a server that keeps to nothing fails the audits of each level", async () => {
	const fetchFn = async () => new Response("{}", { status: 404 });
	const failed = new Set<string>();
	for (const { name, fn } of serverAudits({ url: "http://aqwal.test/graphql", fetchFn }))
		if ((await fn()).status !== "ok") failed.add(name.split(" ")[0] ?? "");
	expect([...failed].toSorted()).toEqual(["MAY", "MUST", "SHOULD"]);
});
