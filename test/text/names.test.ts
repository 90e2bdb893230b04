import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldWithMap } from "../../src/text/fold.ts";
import { findNames } from "../../src/text/names.ts";
import { cut, EMOJI } from "./arbitraries.ts";

/** The words of a text that are found for some forms of one name. */
function found(text: string, ...names: string[]): string[] {
	return cut(text, findNames(foldWithMap(text), names));
}

const PARTICLES = ["", "و", "ف", "ب", "ك", "ل", "وب", "فل", "وك"];

/** A name as somebody may type it: with harakat and tatweel between its letters. */
const typed = (name: string) =>
	fc
		.array(fc.constantFrom("", "", "\u0640", "\u064e", "\u0651\u064f"), {
			minLength: name.length,
			maxLength: name.length,
		})
		.map((marks) => [...name].map((letter, index) => letter + (marks[index] ?? "")).join(""));

const filler = fc
	.array(fc.constantFrom("قال", "في", "٢٤", "«نعم»", "أدلب", ...EMOJI))
	.map((words) => words.map((word) => `${word} `).join(""));

describe("findNames", () => {
	it("finds a name wherever it stands, in reading order", () => {
		expect(findNames(foldWithMap("حلب؟ نعم، حلب"), ["حلب"])).toEqual([
			{ start: 0, end: 3 },
			{ start: 10, end: 13 },
		]);
	});

	it("finds another spelling of the name", () => {
		expect(found("زار إدلب وادلب وإدلـب", "ادلب")).toEqual(["إدلب", "وادلب", "وإدلـب"]);
	});

	it("finds the name with harakat, the last letter's included", () => {
		expect(found("غادر دِمَشْقَ أمس", "دمشق")).toEqual(["دِمَشْقَ"]);
	});

	it("does not find the name inside another word", () => {
		expect(found("الحلبي وحلبجة ومحلب", "حلب")).toEqual([]);
	});

	it("does not find the name beside a digit", () => {
		expect(found("تاس24", "تاس")).toEqual([]);
	});

	it("finds the name with the particles that are written together with it", () => {
		const text = "روسيا وروسيا فروسيا بروسيا كروسيا لروسيا وبروسيا فلروسيا";
		expect(found(text, "روسيا")).toEqual(text.split(" "));
	});

	it("takes no other letters and no wrong order for particles", () => {
		expect(found("سروسيا بوروسيا ووروسيا", "روسيا")).toEqual([]);
	});

	it("finds “for” before the article, which is written as one with it", () => {
		const text = "العراق للعراق وللعراق بالعراق";
		expect(found(text, "العراق")).toEqual(text.split(" "));
	});

	it("finds “for” before an article and a lam, where only two lams are written", () => {
		const text = "اللاذقية للاذقية وللاذقية باللاذقية";
		expect(found(text, "اللاذقية")).toEqual(text.split(" "));
		expect(found("لاذقية", "اللاذقية")).toEqual([]);
	});

	it("does not take two lams for an article that the name does not have", () => {
		expect(found("للب", "حلب")).toEqual([]);
	});

	it("lets white space in a name match any white space", () => {
		expect(found("بحر\u00a0 قزوين وبحر\nقزوين", "بحر قزوين")).toEqual([
			"بحر\u00a0 قزوين",
			"وبحر\nقزوين",
		]);
	});

	it("finds the longest form where one begins with another", () => {
		expect(found("قال فلاديمير بوتين", "فلاديمير", "فلاديمير بوتين")).toEqual(["فلاديمير بوتين"]);
	});

	it("finds each of the forms of a name", () => {
		expect(found("ترمب أو ترامب أو Trump", "ترامب", "ترمب", "trump")).toEqual([
			"ترمب",
			"ترامب",
			"Trump",
		]);
	});

	it("finds a name that has signs of regular expressions in it", () => {
		expect(found("موقع (24) الإخباري", "موقع (24)")).toEqual(["موقع (24)"]);
		expect(found("للقناة (24)", "القناة (24)")).toEqual(["للقناة (24)"]);
		expect(found("شركة A+B", "A+B")).toEqual(["A+B"]);
		expect(found("شركة AAB", "A+B")).toEqual([]);
	});

	it("finds nothing for names that fold to nothing", () => {
		expect(findNames(foldWithMap("قال و ، نعم"), [])).toEqual([]);
		expect(findNames(foldWithMap("قال و ، نعم"), ["", "\u0640", " "])).toEqual([]);
	});

	it("finds a name with any particles in any typing, after anything", () => {
		const typing = typed("روسيا");
		fc.assert(
			fc.property(
				filler,
				fc.constantFrom(...PARTICLES),
				typing,
				filler,
				(lead, particle, name, rest) => {
					const text = `${lead}${particle}${name} ${rest}`;
					expect(found(text, "روسيا")).toEqual([particle + name]);
				},
			),
		);
	});
});
