import { describe, expect, it } from "vitest";
import { appWithoutDatabase, send } from "./http.ts";

const app = appWithoutDatabase();
const KNOWN =
	"/graphql, /health, /ready, /metrics, /export/statements.csv, /export/statements.ndjson, /export/statements.jsonld";

describe("the front page", () => {
	it.each(["/", "/?from=somewhere"])("leads from %s to GraphiQL", async (path) => {
		const response = await app.fetch(`http://aqwal.test${path}`, { redirect: "manual" });
		expect(response.status).toBe(302);
		expect(response.headers.get("location")).toBe("/graphql");
	});
});

describe("the health of the process", () => {
	it("is told without the database", async () => {
		const response = await app.fetch("http://aqwal.test/health");
		expect(response.status).toBe(200);
	});
});

describe("a path that leads nowhere", () => {
	it.each([
		["/x", "/x"],
		["/graphql/", "/graphql/"],
		["/GraphQL", "/GraphQL"],
		["/healthy", "/healthy"],
		["/favicon.ico", "/favicon.ico"],
		["/%00%0d%0aset-cookie:a=1", "/%00%0d%0aset-cookie:a=1"],
		["/%E0%A4%A", "/%E0%A4%A"],
		["/%2e%2e/%2e%2e/etc/passwd", "/etc/passwd"],
		["//other.example/graphql", "//other.example/graphql"],
		['/"}],"data":{"x":1', "/%22%7D],%22data%22:%7B%22x%22:1"],
		["/<script>alert(1)</script>", "/%3Cscript%3Ealert(1)%3C/script%3E"],
		["/\u0628\u0648\u062a\u064a\u0646", "/%D8%A8%D9%88%D8%AA%D9%8A%D9%86"],
		["/x?query={__typename}", "/x"],
	])("is answered in JSON: %s", async (path, found) => {
		const { status, errors, headers } = await send(app, path, { headers: { accept: "text/html" } });
		expect(status).toBe(404);
		expect(errors).toEqual([
			{
				message: `expected one of ${KNOWN}, found ${found}`,
				extensions: { code: "NOT_FOUND" },
			},
		]);
		expect(headers.has("set-cookie")).toBe(false);
	});

	it("is not repeated whole when it is long", async () => {
		const { status, errors } = await send(app, `/${"a".repeat(5000)}`);
		expect(status).toBe(404);
		expect(errors[0]?.message).toBe(`expected one of ${KNOWN}, found /${"a".repeat(79)}`);
	});

	it.each(["POST", "PUT", "HEAD"])("is the same for %s", async (method) => {
		expect((await send(app, "/x", { method })).codes).toEqual(["NOT_FOUND"]);
	});
});
