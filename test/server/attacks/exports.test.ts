import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../../src/server/app.ts";
import { CSV_COLUMNS, csv } from "../../../src/server/exports/csv.ts";
import type { ExportRecord } from "../../../src/server/exports/record.ts";
import { testApp } from "../../support/app.ts";
import { corpusDatabase } from "../../support/database.ts";
import { records } from "../exports/exporting.ts";
import { send } from "../http.ts";
import { expectGuarded } from "./attacking.ts";

let app: App;
let record: ExportRecord;
beforeAll(async () => {
	app = testApp(await corpusDatabase());
	const all = await records(app);
	// One with as many of its columns filled as possible.
	const filled = (one: ExportRecord) => JSON.stringify(one).replaceAll(/null|\[\]/g, "").length;
	const [first] = all.toSorted((one, other) => filled(other) - filled(one));
	if (first === undefined) throw new Error("the corpus has no statements");
	record = first;
});

/** What spreadsheets take for the beginning of a formula. */
const BEGINNINGS = ["=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20"];
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** A record every text of which is another one, and which has one of everything. */
function recordOf(text: string): ExportRecord {
	const [attribution] = record.attributions;
	const [span] = record.spans;
	const place = { slug: "x", kind: "CITY", name: "x", wikidataId: null };
	const full = {
		...record,
		cue: span,
		quotes: [span, span],
		attributions: [attribution, attribution],
		addressees: [{ speaker: null, description: "x" }],
		relays: [attribution?.speaker],
		locations: ["SPOKEN_AT", "ABOUT", "MENTIONED"].map((role) => ({ ...place, role })),
		saidAt: { ...record.saidAt, earliest: "x", latest: "x" },
		occasion: { slug: "x", name: "x" },
		article: { ...record.article, title: "x", publisher: { slug: "x", name: "x" } },
	};
	const keep = new Set(["role", "start", "end"]);
	return JSON.parse(JSON.stringify(full), (key, value) =>
		typeof value === "string" && !keep.has(key) ? text : value,
	) as ExportRecord;
}

function cellsOf(text: string): Record<string, string> {
	const file = csv.begin("version") + csv.write([recordOf(text)]) + csv.end;
	const rows = parse(file, { columns: true, record_delimiter: "\r\n" }) as Record<string, string>[];
	expect(rows).toHaveLength(1);
	return rows[0] ?? {};
}

describe("a spreadsheet", () => {
	it.each(BEGINNINGS)("finds a formula in no column, whatever begins with %j", (beginning) => {
		const text = `${beginning}HYPERLINK("http://evil.test","x")`;
		const cells = cellsOf(text);
		expect(Object.keys(cells)).toEqual(CSV_COLUMNS);
		for (const [column, cell] of Object.entries(cells))
			expect(cell, `${column} of ${text}`).not.toMatch(FORMULA);
		// The columns that are no text of the corpus are numbers or the names of roles.
		const guarded = Object.entries(cells).filter(([, cell]) => cell.startsWith(`'${beginning}`));
		expect(guarded.length).toBeGreaterThan(CSV_COLUMNS.length - 6);
	});

	it.each(['"', '",=1+1,"', '"\r\n=1+1,"', "\r\n=1+1", "\n=1+1\n", ",=1+1", ";=1+1", "\u2028=1+1"])(
		"finds no cell and no row that a text makes: %j",
		(end) => {
			const text = `x${end}`;
			const cells = cellsOf(text);
			expect(Object.keys(cells)).toEqual(CSV_COLUMNS);
			expect([cells.text, cells.articleTitle, cells.slug]).toEqual([text, text, text]);
		},
	);
});

describe("the parameters of an export", () => {
	const paths = ["csv", "ndjson", "jsonld"].map((ending) => `/export/statements.${ending}`);
	const hostile = [
		'\'; DROP TABLE "Statement"; --',
		"\\' OR 1=1 --",
		"%",
		"$1",
		"\0",
		"\ud800",
		"x".repeat(20_000),
		'=HYPERLINK("http://evil.test")',
		"\r\nset-cookie: a=1\r\n\r\n",
		"</script><script>alert(1)</script>",
	];
	const places: readonly (readonly [string, (text: string) => [string, string]])[] = [
		["a filter", (text) => ["filter", text]],
		["a slug", (text) => ["filter", JSON.stringify({ speaker: { eq: text } })]],
		["a moment", (text) => ["filter", JSON.stringify({ saidAt: { from: text } })]],
		["a key", (text) => ["filter", JSON.stringify({ [text]: 1 })]],
		["an order", (text) => ["orderBy", text]],
		["a field to order by", (text) => ["orderBy", JSON.stringify({ field: text })]],
		["bom", (text) => ["bom", text]],
		["a name", (text) => [text, "1"]],
	];

	it.each(places)("are refused with a code and shortly, whatever is in %s", async (_what, made) => {
		for (const path of paths)
			for (const text of hostile) {
				const answer = await send(app, `${path}?${new URLSearchParams([made(text)])}`);
				const { status, codes } = expectGuarded(answer);
				expect({ status, codes: [...new Set(codes)] }).toEqual({
					status: 400,
					codes: ["BAD_USER_INPUT"],
				});
				expect(JSON.stringify([...answer.headers])).not.toMatch(/evil|cookie|script/);
			}
	});

	it("are refused when they are many", async () => {
		const many = Array.from({ length: 3000 }, (_none, index) => `a${index}=1`).join("&");
		for (const query of [many, "&".repeat(10_000) + many, `filter={}&${many}`])
			for (const path of paths) {
				const { codes } = expectGuarded(await send(app, `${path}?${query}`));
				expect(codes).toEqual(["BAD_USER_INPUT"]);
			}
	});

	it("that search for any text give a file with no more in it", async () => {
		for (const search of ["%", "_", "' OR ''='", "\\", "$1", "=1+1", "\u202e"]) {
			const parameters = new URLSearchParams({ filter: JSON.stringify({ search }) });
			const response = await app.fetch(`http://aqwal.test/export/statements.csv?${parameters}`);
			const lines = (await response.text()).trimEnd().split("\r\n");
			expect(response.status).toBe(200);
			expect(lines, search).toHaveLength(1);
		}
	});
});

describe("an export", () => {
	it.each([
		["a part of it", { range: "bytes=0-3" }],
		["many parts of it", { range: `bytes=${"0-0,".repeat(2000)}0-0` }],
		["it as it was on a day", { "if-modified-since": new Date().toUTCString() }],
		["another form of it", { accept: "text/html" }],
	])("is whole, whoever asks for %s", async (_what, headers) => {
		const asked = "http://aqwal.test/export/statements.csv";
		const whole = await (await app.fetch(asked)).text();
		const response = await app.fetch(asked, { headers: headers as Record<string, string> });
		expect(response.status).toBe(200);
		expect(await response.text()).toBe(whole);
		expect(response.headers.get("x-content-type-options")).toBe("nosniff");
		expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="[\w.-]+"$/);
	});
});
