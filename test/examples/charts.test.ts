import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { exportFilterOf, MOST_STATEMENTS } from "../../examples/charts/chart-each.ts";
import { CHARTS } from "../../examples/charts/charts.ts";
import { makePage } from "../../examples/charts/page.ts";
import * as queries from "../../examples/charts/queries.ts";
import { saidInCsv } from "../../examples/charts/said.ts";
import {
	addressOfQuestion,
	addressOfStatements,
	ask,
	NoAnswer,
	serverAddress,
	statementsAsCsv,
} from "../../examples/charts/server.ts";
import {
	periodOf,
	queryOf,
	readSettings,
	type Settings,
	USUAL_SERVER,
} from "../../examples/charts/settings.ts";
import { wordsIn } from "../../examples/charts/words.ts";
import { CSV_COLUMNS } from "../../src/server/exports/csv.ts";
import { serverUrl } from "../support/server.ts";

const FOLDER = "examples/charts";
const server = new URL(await serverUrl()).origin;
const never = new AbortController().signal;
const settings: Settings = {
	server,
	from: "2018-01-01",
	to: "2026-12-31",
	speakers: ["putin"],
	language: "en",
};

describe("what the charts ask", () => {
	const schema = buildSchema(readFileSync("schema.graphql", "utf8"));
	const texts = Object.entries(queries as unknown as Readonly<Record<string, string>>);

	it("is found at all", () => {
		expect(texts.map(([name]) => name)).toEqual(
			expect.arrayContaining(["Total", "Months", "TopSpeakers", "Kinds", "Places"]),
		);
	});

	it.each(texts)("%s is what the schema has", (_name, text) => {
		expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
	});

	it.each(CHARTS)("$name is answered, with a row for each mark", async (chart) => {
		const words = wordsIn("en");
		const picture = await chart.get({ settings, total: 1, words, signal: never });
		expect(picture.rows.length).toBeGreaterThan(0);
		expect(picture.summary).not.toMatch(/[{}]/);
		for (const row of picture.rows) {
			expect(row.length).toBe(picture.columns.length);
			expect(row.filter((cell) => cell === "" || cell === "NaN")).toEqual([]);
		}
	});

	it.each(CHARTS)("$name names the address of its source", async (chart) => {
		const response = await fetch(chart.sourceOf(settings), { headers: { accept: "*/*" } });
		expect(response.status).toBe(200);
		expect(await response.text()).not.toMatch(/^\{"errors"/);
	});

	it("is not asked where there would be too many dots", async () => {
		const each = CHARTS.find(({ name }) => name === "each");
		const picture = await each?.get({
			// Nothing answers there.
			settings: { ...settings, server: "http://127.0.0.1:9" },
			total: MOST_STATEMENTS + 1,
			words: wordsIn("en"),
			signal: never,
		});
		expect(picture?.rows).toEqual([]);
		expect(picture?.remark).toMatch(/^5,001 statements are too many .* up to 5,000 are read/);
	});
});

describe("an answer", () => {
	const [variables, filter] = [{ text: "putin" }, { speaker: { eq: "putin" } }];

	/** As a page that was opened as a file is answered; its origin is null. */
	const fromFile = (address: string) =>
		fetch(address, { headers: { accept: "application/json, text/csv", origin: "null" } });

	it.each([
		["to a question", addressOfQuestion(server, queries.Suggestions, variables), 200],
		["that is a refusal", `${server}/graphql?query=%7Bnothing%7D`, 200],
		["as CSV", addressOfStatements(server, filter), 200],
		["that refuses CSV", addressOfStatements(server, { nothing: 1 }), 400],
	])("%s may be read by a page from anywhere", async (_what, address, status) => {
		const response = await fromFile(address);
		expect(response.status).toBe(status);
		expect(["*", "null"]).toContain(response.headers.get("access-control-allow-origin"));
		await response.text();
	});

	it("that refuses has the server's code and words", async () => {
		const refused = ask(server, queries.Total, { filter: { speaker: { eq: "putinn" } } }, never);
		await expect(refused).rejects.toMatchObject({
			reason: "refused",
			code: "BAD_USER_INPUT",
			message: expect.stringContaining("did you mean putin?"),
		});
		await expect(statementsAsCsv(server, { nothing: 1 }, never)).rejects.toMatchObject({
			reason: "refused",
			code: "BAD_USER_INPUT",
		});
	});

	it("of something else, or of nothing, is told from that of Aqwal", async () => {
		await expect(ask(`${server}/other`, queries.Total, {}, never)).rejects.toBeInstanceOf(NoAnswer);
		await expect(ask("http://127.0.0.1:9", queries.Total, {}, never)).rejects.toMatchObject({
			reason: "unreachable",
		});
	});
});

describe("the CSV export", () => {
	it("has the columns that the charts read", () => {
		const read = [...readFileSync(`${FOLDER}/said.ts`, "utf8").matchAll(/cell\("(\w+)"\)/g)];
		expect(read.length).toBeGreaterThan(5);
		expect(CSV_COLUMNS).toEqual(expect.arrayContaining(read.map(([, column]) => column)));
	});

	it("is read whole", async () => {
		const all = saidInCsv(await statementsAsCsv(server, exportFilterOf(settings), never));
		const { statementStats } = await ask(
			server,
			queries.Total,
			{ filter: { speaker: { in: ["putin"] } }, ...periodOf(settings) },
			never,
		);
		expect(all.length).toBe(statementStats.totalCount);
		expect(all.length).toBeGreaterThan(20);
		for (const { words, earliest, latest } of all) {
			expect(words).toBeGreaterThan(0);
			expect(earliest.getTime()).toBeLessThanOrEqual(latest.getTime());
		}
	});

	it("is read with what spreadsheets need taken off, and without the undated", () => {
		const csv = [
			"id,text,kind,speakerNames,saidEarliest,saidLatest",
			`1,"'=SUM(A1), ""two""\nlines",DIRECT,'@name,2018-04-01,2018-04-30`,
			"2,'tis so,MIXED,name,2018-04-01,2018-04-01",
			"3,undated,MIXED,name,,",
			"",
		].join("\r\n");
		expect(saidInCsv(csv)).toEqual([
			{
				id: "1",
				text: '=SUM(A1), "two"\nlines',
				words: 3,
				kind: "DIRECT",
				speakers: "@name",
				earliest: new Date("2018-04-01"),
				latest: new Date("2018-04-30"),
			},
			expect.objectContaining({ id: "2", text: "'tis so" }),
		]);
	});
});

describe("the settings", () => {
	it("are read out of the address that they are written to", () => {
		expect(readSettings(queryOf(settings), "ar")).toEqual(settings);
		const usual = readSettings("", "ar-EG");
		expect(usual).toEqual({
			server: USUAL_SERVER,
			from: "",
			to: "",
			speakers: [],
			language: "ar",
		});
		expect(readSettings("?lang=xx&speaker=a&speaker=a", "fr")).toMatchObject({
			language: "en",
			speakers: ["a"],
		});
		const many = Array.from({ length: 50 }, (_, place) => `speaker=${place}`).join("&");
		expect(readSettings(`?${many}`, "en").speakers.length).toBe(20);
	});

	it("mean the last day too", () => {
		expect(periodOf(settings)).toEqual({ from: "2018-01-01", to: "2027-01-01" });
		expect(periodOf({ ...settings, from: "", to: "" })).toEqual({});
		expect(periodOf({ ...settings, to: "yesterday" }).to).toBe("yesterday");
	});

	it.each([
		["localhost:4000", "http://localhost:4000"],
		[" http://localhost:4000/ ", "http://localhost:4000"],
		["https://host.test/aqwal/graphql?query=x#y", "https://host.test/aqwal"],
		["[::1]:4000", "http://[::1]:4000"],
	])("take %s for a server", (typed, address) => {
		expect(serverAddress(typed)).toBe(address);
	});

	it.each(["", "javascript:alert(1)", "file:///etc/passwd", "javascript://%0aalert(1)", "http://"])(
		"do not take %j for one",
		(typed) => {
			expect(() => serverAddress(typed)).toThrow(NoAnswer);
		},
	);
});

describe("the texts", () => {
	type Texts = Readonly<Record<string, string | Readonly<Record<string, string>>>>;
	const [arabic, english] = ["ar", "en"].map(
		(language) => JSON.parse(readFileSync(`${FOLDER}/texts/${language}.json`, "utf8")) as Texts,
	) as [Texts, Texts];
	const holesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).toSorted();

	it("are the same in both languages, with the same holes", () => {
		expect(Object.keys(arabic)).toEqual(Object.keys(english));
		for (const [name, one] of Object.entries(arabic)) {
			const other = english[name];
			if (typeof one === "string" && typeof other === "string")
				expect({ name, holes: holesIn(one) }).toEqual({ name, holes: holesIn(other) });
			else expect([name, typeof one]).toEqual([name, typeof other]);
		}
	});

	it("have a form for each way in which their language counts", () => {
		for (const [language, texts] of [
			["ar", arabic],
			["en", english],
		] as const)
			for (const forms of Object.values(texts).filter((text) => typeof text !== "string")) {
				const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
				expect(Object.keys(forms).toSorted()).toEqual(wanted.toSorted());
			}
	});

	it("are all used, and no other letters of Arabic stand in the sources", () => {
		const files = readdirSync(FOLDER).filter((file) => /\.tsx?$/.test(file));
		const sources = files.map((file) => readFileSync(`${FOLDER}/${file}`, "utf8")).join("\n");
		expect(
			Object.keys(english).filter((name) => !new RegExp(`\\b${name}\\b`).test(sources)),
		).toEqual([]);
		expect(sources).not.toMatch(/\p{Script=Arabic}/u);
	});
});

describe("the page", () => {
	let page: string;
	beforeAll(async () => {
		page = await makePage();
	});

	it("is one file that loads nothing", () => {
		expect(page.match(/<script\b/g)).toHaveLength(1);
		const [html = ""] = page.replace(/<script>[\s\S]*<\/script>/, "").split("<!--");
		expect(html).not.toMatch(/\b(src|srcset|action)=|@import|url\(/);
		expect([...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address)).toEqual(["data:,"]);
		expect(page.length).toBeLessThan(400_000);
	});

	it("says to browsers that only its script may run, and no code made of text", () => {
		const [, script = ""] = /<script>([\s\S]*)<\/script>/.exec(page) ?? [];
		const digest = createHash("sha256").update(script, "utf8").digest("base64");
		expect(script.length).toBeGreaterThan(100_000);
		expect(/script-src ([^;]*);/.exec(page)?.[1]).toBe(`'sha256-${digest}'`);
	});

	it("keeps the notices of what is in it", () => {
		const [, notices = ""] = page.split("<!--\n");
		for (const name of ["@observablehq/plot", "d3-scale", "d3-dsv", "preact"])
			expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+$`, "m"));
		expect(notices.match(/Copyright/g)?.length).toBeGreaterThan(10);
		expect(notices.match(/-->/g)).toHaveLength(1);
	});
});
