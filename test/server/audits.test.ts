import { serverAudits } from "graphql-http";
import { describe, expect, it } from "vitest";
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
