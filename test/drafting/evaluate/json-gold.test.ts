import { describe, expect, it } from "vitest";
import { parseJsonGold } from "../../../src/drafting/evaluate/json-gold.ts";

const TITLE = "الوزير يعلن";
const TEXT = "🙂 قال أحمد علي إن العمل بدأ.\n\nوأضاف: سنمضي فيه.";

function statement(content: string, fields: object = {}) {
	const [before = ""] = TEXT.split(content);
	const start = [...before].length;
	return {
		kind: "INDIRECT",
		start,
		end: start + [...content].length,
		content,
		cue: "قال",
		mention: "أحمد علي",
		speakers: ["أحمد علي"],
		via: null,
		...fields,
	};
}

function parse(...statements: object[]) {
	return parseJsonGold(
		"gold.json",
		JSON.stringify([{ id: "one", title: TITLE, text: TEXT, statements }]),
	);
}

describe("a gold in JSON", () => {
	it("counts code points of the text, and is placed below its title", () => {
		const { pages } = parse(statement("العمل بدأ"));
		const [page] = pages;
		const [found] = page?.statements ?? [];
		expect(page?.text).toBe(`${TITLE}\n\n${TEXT}`);
		expect(page?.titles).toEqual([TITLE]);
		const [range] = found?.content ?? [];
		expect(page?.text.slice(range?.start, range?.end)).toBe("العمل بدأ");
		expect(page?.text.slice(found?.cue?.start, found?.cue?.end)).toBe("قال");
	});

	it("reads from the mention how it points at the speaker", () => {
		const { pages } = parse(
			statement("العمل بدأ"),
			statement("سنمضي فيه", { cue: "وأضاف", mention: "", via: "الجريدة" }),
			statement("سنمضي", { cue: "", mention: "الوزير" }),
		);
		expect(
			pages[0]?.statements.map(({ resolution, via, cue }) => [resolution, via, cue !== null]),
		).toEqual([
			["NAMED", [], true],
			["DROPPED_SUBJECT", ["الجريدة"], true],
			["EPITHET", [], false],
		]);
	});

	it("normalises the text and keeps the offsets", () => {
		const text = "آ".normalize("NFD").repeat(3).concat("\r\nقال إن العمل بدأ");
		const content = "العمل";
		const start = text.indexOf(content);
		const [page] = parseJsonGold(
			"gold.json",
			JSON.stringify([
				{
					id: "one",
					text,
					statements: [{ ...statement("العمل"), start, end: start + content.length }],
				},
			]),
		).pages;
		const [range] = page?.statements[0]?.content ?? [];
		expect(page?.text.slice(range?.start, range?.end)).toBe(content);
		expect(page?.titles).toEqual([]);
	});

	it("leaves out statements of titles, and counts them", () => {
		const gold = parse(statement("العمل بدأ"), statement("العمل", { in: "TITLE" }));
		expect(gold.inTitles).toBe(1);
		expect(gold.pages[0]?.statements).toHaveLength(1);
	});

	it.each([
		["{", /^gold\.json: expected a JSON list of articles, found no JSON \(/],
		["{}", /^gold\.json: expected a list of articles .*; the whole: /],
		["[]", /^gold\.json: expected a list of articles .*; the whole: /],
		['[{"id":"one","text":"a","statements":[{"kind":"LOUD"}]}]', /; 0\.statements\.0\.kind: /],
	])("refuses %s, and tells the place", (text, message) => {
		expect(() => parseJsonGold("gold.json", text)).toThrow(message);
	});

	it("refuses offsets at other words than the content", () => {
		expect(() => parse({ ...statement("العمل بدأ"), start: 3 })).toThrow(
			/^gold\.json: one: statement 0: expected its content at 3 to \d+, found other words there/,
		);
	});
});
