import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { EXPORT_PATHS } from "../../../src/server/exports/use-exports.ts";
import { answer, testApp } from "../../support/app.ts";
import { corpusDatabase } from "../../support/database.ts";

const section = readFileSync("docs/export.md", "utf8");

describe("docs/export.md", () => {
	it("has a command that gives as many rows as the list has", async () => {
		const [, command = ""] = /```sh\n(curl .*?)```/s.exec(section) ?? [];
		const [url = ""] = /http:\S+/.exec(command) ?? [];
		const parameters = [...command.matchAll(/--data-urlencode '(\w+)=(.*?)'/g)].map(
			([, name = "", value = ""]) => [name, value] as [string, string],
		);
		expect(parameters.map(([name]) => name)).toEqual(["filter", "orderBy"]);
		const app = testApp(await corpusDatabase());
		const response = await app.fetch(`${url}?${new URLSearchParams(parameters)}`);
		expect(response.status).toBe(200);
		const rows = parse(await response.text(), { columns: true });
		const { statements } = await answer(
			app,
			"query ($filter: StatementFilter) { statements(filter: $filter) { totalCount } }",
			{ filter: JSON.parse(new Map(parameters).get("filter") ?? "") },
		);
		expect(rows.length).toBeGreaterThan(1);
		expect(statements).toEqual({ totalCount: rows.length });
	});

	it("names the paths that there are", () => {
		const named = [...section.matchAll(/`(\/export\/[^`]+)`/g)].map(([, path]) => path);
		expect(named).toEqual(EXPORT_PATHS);
	});
});
