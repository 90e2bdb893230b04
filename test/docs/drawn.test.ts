import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readConfiguration } from "../../src/config.ts";
import { errorCodes } from "../../src/schema/errors.ts";
import { serverUrl } from "../support/server.ts";
import { pageBlocks, textOf } from "./pages.ts";

/** The text of the only block of a page that the form is of. */
function blockWith(page: string, form: RegExp): string {
	const found = pageBlocks(page).filter(({ text }) => form.test(text));
	expect(found).toHaveLength(1);
	return found[0]?.text ?? "";
}

describe("README.md", () => {
	test("draws the rooms that there are", () => {
		const [first = ""] = blockWith("README.md", /─▶/).split("\n");
		const rooms = [...first.matchAll(/[a-z]+(?=[/ :]|$)/g)].map(([name]) => name);
		const row = first.split(/─▶|:/).map((part) => part.trim());
		expect(row[0]).toBe("seed/");
		for (const room of ["curation", "database", "schema", "server", "text"]) {
			expect(rooms).toContain(room);
			expect(existsSync(`src/${room}`)).toBe(true);
		}
	});

	test("is short enough to read in a minute or two", () => {
		expect(textOf("README.md").split("\n").length).toBeLessThan(230);
	});

	test("has the picture at its top, and its two commands", () => {
		const text = textOf("README.md");
		expect(text.indexOf("docs/images/explorer.png")).toBeLessThan(3000);
		expect(text).toContain("\nnpm ci && npm start\n");
		expect(text).toContain("\nnpm ci && npm test\n");
	});
});

describe("seed/README.md", () => {
	test("draws the folders that there are", () => {
		const text = blockWith("seed/README.md", /^documents\//);
		const drawn = [...text.matchAll(/^(\w+)\//gm)].map(([, folder]) => folder);
		const folders = readdirSync("seed", { withFileTypes: true }).filter((entry) =>
			entry.isDirectory(),
		);
		expect(drawn.toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
	});

	test("shows a fault of a file and a rule that there are", () => {
		const text = blockWith("seed/README.md", /expected an entry/);
		const [, file = "", rule = ""] = /^(\S+?):\d+:\d+ (\S+) /.exec(text) ?? [];
		expect(existsSync(file)).toBe(true);
		expect(existsSync(`src/curation/rules/${rule}.ts`)).toBe(true);
	});
});

describe("docs/production.md", () => {
	test("has a file of settings that can be read", () => {
		const [line = ""] = blockWith("docs/production.md", /^DATABASE_URL=/).split("\n");
		const [name = "", value = ""] = [line.slice(0, 12), line.slice(13)];
		expect(JSON.stringify(readConfiguration({ [name]: value }).database)).toContain(value);
	});
});

describe("docs/ask.md", () => {
	/** The rows of its table of codes: code and status. */
	const rows = [...textOf("docs/ask.md").matchAll(/^\| `([A-Z_]+)` +\| ([\d, ]+)\|/gm)].map(
		([, code = "", status = ""]) => ({ code, statuses: status.trim().split(", ").map(Number) }),
	);

	test("tells every code that an error can have", () => {
		expect(rows.map(({ code }) => code).toSorted()).toEqual(Object.values(errorCodes).toSorted());
	});

	test.each([
		[
			"BAD_USER_INPUT",
			JSON.stringify({
				query: '{ statements(filter: { speaker: { eq: "poutin" } }) { totalCount } }',
			}),
		],
		["GRAPHQL_PARSE_FAILED", JSON.stringify({ query: "{" })],
		["GRAPHQL_VALIDATION_FAILED", JSON.stringify({ query: "{ nothing }" })],
		[
			"OPERATION_RESOLUTION_FAILURE",
			JSON.stringify({ query: "query A { corpus { version } } query B { corpus { version } }" }),
		],
		[
			"OVER_LIMIT",
			JSON.stringify({
				query:
					"{ statements(first: 100) { nodes { article { statements(first: 100) { nodes { id } } } } } }",
			}),
		],
		["BAD_REQUEST", "no JSON"],
		[
			"REQUEST_ENTITY_TOO_LARGE",
			JSON.stringify({ query: `{ corpus { version } } #${"x".repeat(100_000)}` }),
		],
	])("tells the status of %s", async (code, body) => {
		const { origin } = new URL(await serverUrl());
		const response = await fetch(`${origin}/graphql`, {
			method: "POST",
			headers: {
				"content-type": "application/json",
				accept: "application/graphql-response+json",
			},
			body,
		});
		const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
		expect(errors.map(({ extensions }) => extensions.code)).toEqual([code]);
		expect(rows.find((row) => row.code === code)?.statuses).toContain(response.status);
	});
});
