import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	LONGEST_SEARCH,
	LONGEST_WORD,
	MOST_WORDS,
	parseSearch,
} from "../../src/text/search-query.ts";

/** Terms as people would write them down: + or -, and the words. */
function shown(typed: string): string[] | string {
	const parsed = parseSearch(typed);
	if ("fault" in parsed) return parsed.fault;
	return parsed.terms.map(({ words, excluded }) => `${excluded ? "-" : "+"}${words.join(" ")}`);
}

describe("parseSearch", () => {
	test.each([
		["القوات الأجنبية", ["+القوات", "+الاجنبيه"]],
		['"القوات الأجنبية" سوريا', ["+القوات الاجنبيه", "+سوريا"]],
		["«القوات الأجنبية»", ["+القوات الاجنبيه"]],
		["“وحدة أراضي”", ["+وحده اراضي"]],
		["القوات -الأجنبية", ["+القوات", "-الاجنبيه"]],
		['-"القوات الأجنبية"', ["-القوات الاجنبيه"]],
		["−بوتين", ["-بوتين"]],
		["س-400", ["+س 400"]],
		["5 - 3", ["+5", "+3"]],
		['سوريا""روسيا', ["+سوريا", "+روسيا"]],
		["", []],
		["!!! ، ؟ -", []],
		["\u0000\ud800", []],
	])("%j is %j", (typed, expected) => {
		expect(shown(typed)).toEqual(expected);
	});

	test.each([
		['"القوات', "UNCLOSED_PHRASE"],
		['سوريا "', "UNCLOSED_PHRASE"],
		["س".repeat(LONGEST_SEARCH + 1), "TOO_LONG"],
		["س".repeat(LONGEST_WORD + 1), "TOO_LONG_A_WORD"],
		["㌖".repeat(20), "TOO_LONG_A_WORD"],
		["س ".repeat(MOST_WORDS + 1), "TOO_MANY_WORDS"],
		[`"${"س ".repeat(MOST_WORDS + 1)}"`, "TOO_MANY_WORDS"],
	])("refuses %j as %s", (typed, fault) => {
		expect(shown(typed)).toBe(fault);
	});

	test("reads any text without failing, in words that search can compare", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (typed) => {
				const parsed = parseSearch(typed);
				for (const { words } of "terms" in parsed ? parsed.terms : [])
					expect(words.join(" ")).toMatch(/^[\p{L}\p{N}]+( [\p{L}\p{N}]+)*$/u);
			}),
		);
	});
});
