import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { load } from "../../../src/database/load.ts";
import { CSV_COLUMNS, csv } from "../../../src/server/exports/csv.ts";
import type { ExportRecord } from "../../../src/server/exports/record.ts";
import { expectValid, inArticle, inDocument } from "../../curation/harness.ts";
import { testApp } from "../../support/app.ts";
import { corpusDatabase, emptyDatabase } from "../../support/database.ts";
import { exported, records } from "./exporting.ts";

type Row = Record<string, string>;

/** Reads a file as strictly as RFC 4180 is written. */
function rowsOf(text: string): Row[] {
	return parse(text, { columns: true, record_delimiter: "\r\n", bom: true }) as Row[];
}

function written(all: readonly ExportRecord[]): string {
	return csv.begin("version") + csv.write(all) + csv.end;
}

let all: ExportRecord[];
let file: string;
beforeAll(async () => {
	const app = testApp(await corpusDatabase());
	all = await records(app);
	file = await exported(app, "csv");
});

function first(): ExportRecord {
	const [record] = all;
	if (record === undefined) throw new Error("the corpus has no statements");
	return record;
}

describe("the file", () => {
	it("begins with the names of the columns, which do not change", () => {
		expect(file.split("\r\n", 1)).toEqual([
			"id,slug,kind,act,text,quotes,cue,language,speakers,speakerNames,roles,addressees,relays,saidAt,saidEarliest,saidLatest,saidPrecision,saidBasis,spokenAt,about,mentioned,occasion,article,articleTitle,publisher,publishedAt,start,end,source,reviewStatus,reviewMethod,reviewConfidence",
		]);
	});

	it("has a row for each statement, which ends with CR and LF", () => {
		expect(rowsOf(file)).toHaveLength(all.length);
		expect(file.endsWith("\r\n")).toBe(true);
		expect(file.replaceAll("\r\n", "")).not.toContain("\r");
	});

	it("has only its header when nothing matches", async () => {
		const app = testApp(await corpusDatabase());
		const empty = await exported(app, "csv", { filter: { speaker: { in: [] } } });
		expect(empty).toBe(`${CSV_COLUMNS.join(",")}\r\n`);
	});

	it.each([
		[true, "\ufeffid,"],
		[false, "id,"],
	])("begins, with bom=%s, so", async (bom, beginning) => {
		const app = testApp(await corpusDatabase());
		const text = await exported(app, "csv", { bom });
		expect(text.slice(0, beginning.length)).toBe(beginning);
		expect(text.lastIndexOf("\ufeff")).toBeLessThan(1);
	});
});

describe("a row", () => {
	it("has the facts of the statement, several of a kind joined", async () => {
		const slug = "putin-al-sharaa-meeting-2026.kremlin-bilateral-ties-agenda-tuesday";
		const record = all.find((one) => one.slug === slug);
		expect(rowsOf(file).find((row) => row.slug === slug)).toEqual({
			id: record?.id,
			slug,
			kind: "MIXED",
			act: "ASSERT",
			text: record?.text,
			quotes: "حالة وآفاق العلاقات الثنائية في مختلف المجالات، بالإضافة إلى الوضع في الشرق الأوسط",
			cue: "قوله",
			language: "ar",
			speakers: "kremlin",
			speakerNames: "الكرملين",
			roles: "METONYM",
			addressees: "",
			relays: "russian-media",
			saidAt: "2026-01-27",
			saidEarliest: "2026-01-27",
			saidLatest: "2026-01-27",
			saidPrecision: "DAY",
			saidBasis: "WEEKDAY_RELATIVE",
			spokenAt: "",
			about: "middle-east",
			mentioned: "",
			occasion: "",
			article: "putin-al-sharaa-meeting-2026",
			articleTitle: "بوتين والشرع يبحثان في موسكو مستقبل الوجود العسكري الروسي بسوريا",
			publisher: "almaghrib-today",
			publishedAt: "2026-01-28",
			start: "942",
			end: "1048",
			source: "BODY",
			reviewStatus: "CURATED",
			reviewMethod: "HAND",
			reviewConfidence: "",
		});
	});

	it("joins speakers, names and roles in one order, and quotes by a bar", () => {
		const joint = all.find(({ attributions }) => attributions.length > 1);
		const row = rowsOf(file).find(({ slug }) => slug === joint?.slug);
		expect(row?.speakers?.split("; ")).toEqual(
			joint?.attributions.map(({ speaker }) => speaker.slug),
		);
		expect(row?.speakerNames?.split("; ")).toEqual(
			joint?.attributions.map(({ speaker }) => speaker.name),
		);
		expect(row?.roles?.split("; ")).toEqual(joint?.attributions.map(({ role }) => role));
		const quoting = all.find(({ quotes }) => quotes.length > 1);
		expect(rowsOf(file).find(({ slug }) => slug === quoting?.slug)?.quotes).toBe(
			quoting?.quotes.map(({ exact }) => exact).join(" | "),
		);
	});

	it("begins where the first part of the content does and ends where the last one does", () => {
		const parted = all.find(({ spans }) => spans.length > 1);
		const row = rowsOf(file).find(({ slug }) => slug === parted?.slug);
		expect([row?.start, row?.end]).toEqual([
			String(parted?.spans[0]?.start),
			String(parted?.spans.at(-1)?.end),
		]);
	});

	it("describes an addressee without an entry", () => {
		const record = { ...first(), addressees: [{ speaker: null, description: "الصيادون" }] };
		expect(rowsOf(written([record]))[0]?.addressees).toBe("الصيادون");
	});
});

const harmless = [
	'He said "no", and left',
	'"',
	'""',
	"a,b;c\td",
	"one\ntwo",
	"one\r\ntwo",
	"one\rtwo",
	" spaces ",
	"\u202bأقوال\u202c, \u200fabc\u200e",
	"👩\u200d🚀🐠",
	"الصيد \"توقف\nتماما\"، قرب 'الجزيرة'",
	"'=1+1",
	"a=1+1",
	"\u2028\u0085",
];
const formulas = [
	"=1+1",
	'=HYPERLINK("http://example.com","x")',
	"=cmd|' /C calc'!A0",
	"+1",
	"-1",
	"- نعم",
	"@SUM(A1)",
	"\t=1",
	"\r=1",
	"＝1+1",
	"＋1",
	"－1",
	"＠1",
	'="a"\n"b"',
];

describe("a text", () => {
	it.each(harmless)("comes back as it was: %j", (text) => {
		const record = { ...first(), text };
		const rows = rowsOf(written([record, first()]));
		expect(rows.map((row) => row.text)).toEqual([text, first().text]);
	});

	it.each(formulas)("that a spreadsheet would compute comes after an apostrophe: %j", (text) => {
		const { article } = first();
		const record = { ...first(), text, article: { ...article, title: text } };
		const rows = rowsOf(written([record, first()]));
		expect(rows.map((row) => row.text)).toEqual([`'${text}`, first().text]);
		expect(rows[0]?.articleTitle).toBe(`'${text}`);
	});
});

describe("a corpus with such texts in it", () => {
	it("comes out of the database and through HTTP as it went in", async () => {
		const [plain, hostile] = ["المرجان بيتنا جميعا", '=المرجان 👩\u200d🚀, 🐠 "بيتنا" جميعا'];
		const files = inDocument(`"${plain}`, `«${hostile}`, inDocument('ولن نتركه"', "ولن نتركه»"));
		const quoted = `content: ${hostile} ولن نتركه`;
		const corpus = expectValid(inArticle(`content: ${plain} ولن نتركه`, quoted, files));
		const database = await emptyDatabase();
		await load(database, corpus);
		const app = testApp(database);
		const asked = { filter: { kind: { eq: "DIRECT" } } };
		const [row] = rowsOf(await exported(app, "csv", asked));
		const [record] = await records(app, asked);
		expect(record?.text).toBe(`${hostile} ولن نتركه`);
		expect([row?.text, row?.quotes]).toEqual([`'${record?.text}`, `'${record?.text}`]);
	});
});
