import { describe, expect, it } from "vitest";
import { wasHeld } from "../../../src/curation/rules/office-held.ts";
import {
	ARTICLE,
	at,
	change,
	expectFaults,
	expectValid,
	inArticle,
	SPEAKERS_FILE,
	seed,
} from "../harness.ts";

const OFFICE = "office: minister-of-sea";
const MINISTER = "from: 2018-06-01\n      to: 2022-01-01\n";
const term = (dates: string) => change(seed(), SPEAKERS_FILE, MINISTER, dates);

describe("office-held", () => {
	it("takes an office that was held on the day", () => {
		expectValid(seed());
		expectValid(term("from: 2020-05-04\n"));
		expectValid(term("to: 2020-05-05\n"));
	});

	it("takes one term of several", () => {
		const again = inArticle(OFFICE, "office: governor-of-marsa");
		expectValid(change(again, SPEAKERS_FILE, `minister-of-sea\n`, "governor-of-marsa\n"));
	});

	it.each(["from: 2020-05-05\n", "to: 2020-05-04\n"])(
		"refuses one that was not held: %s",
		(dates) => {
			const files = term(dates);
			expectFaults(files, [
				`${at(files, ARTICLE, OFFICE, "minister-of-sea")} office-held an office that salim-najjar held on 2020-05-04, found minister-of-sea, held ${dates.startsWith("from") ? "2020-05-05 to today" : "? to 2020-05-04"}`,
			]);
		},
	);

	it("refuses one that speaker held at another time, and lists all its terms", () => {
		const files = inArticle(OFFICE, "office: governor-of-marsa");
		expectFaults(files, [
			`${at(files, ARTICLE, "governor-of-marsa")} office-held held on 2020-05-04, found governor-of-marsa, held 2010-01-01 to 2018-06-01`,
		]);
	});

	it("refuses an office on an unknown day", () => {
		const after = "\n    occasion: marsa-press-conference\n";
		const said = "\n    said:\n      date: XXXX\n      basis: NONE\n";
		const files = inArticle(`${OFFICE}${after}`, `${OFFICE}${said}`);
		expectFaults(files, [
			`${at(files, ARTICLE, OFFICE, "minister-of-sea")} office-held held on XXXX, found minister-of-sea`,
		]);
	});

	it("refuses an office that the speaker never had, and names the nearest", () => {
		const files = inArticle(OFFICE, "office: minister-of-see");
		expectFaults(files, [
			`${at(files, ARTICLE, "minister-of-see")} office-held the key of an office of salim-najjar, found "minister-of-see"; did you mean minister-of-sea`,
		]);
	});

	it("refuses an office of a speaker who has none", () => {
		const files = inArticle(
			"mention: المرصد البحري\n        resolution: NAMED",
			"mention: المرصد البحري\n        resolution: EPITHET\n        office: director",
		);
		expectFaults(files, [
			`${at(files, ARTICLE, "director")} office-held an office of sea-observatory, found "director"`,
		]);
	});

	it("leaves an unknown speaker and a date that cannot be read to their own rules", () => {
		const speaker = "speaker: salim-najjar\n        mention: الوزير";
		const unknown = inArticle(speaker, speaker.replace("salim-najjar", "nobody"));
		expectFaults(unknown, [`${at(unknown, ARTICLE, "nobody")} known-slug "nobody"`]);
		const occasion = inArticle(
			`${OFFICE}\n    occasion: marsa-press-conference`,
			`${OFFICE}\n    occasion: nowhere`,
		);
		expectFaults(occasion, [`${at(occasion, ARTICLE, "nowhere")} known-slug "nowhere"`]);
	});
});

describe("wasHeld", () => {
	const office = { from: "2020-01-10", to: "2020-02-10" };
	const day = (date: string) => ({ earliest: date, latest: date });

	it("counts the first day and not the last one", () => {
		expect(wasHeld(office, day("2020-01-09"))).toBe(false);
		expect(wasHeld(office, day("2020-01-10"))).toBe(true);
		expect(wasHeld(office, day("2020-02-09"))).toBe(true);
		expect(wasHeld(office, day("2020-02-10"))).toBe(false);
	});

	it("asks for all the days that a date can be", () => {
		expect(wasHeld(office, { earliest: "2020-01-15", latest: "2020-01-31" })).toBe(true);
		expect(wasHeld(office, { earliest: "2020-01-01", latest: "2020-01-31" })).toBe(false);
		expect(wasHeld(office, { earliest: "2020-02-01", latest: "2020-02-29" })).toBe(false);
	});

	it("has no end where none is given, and no day where none is known", () => {
		expect(wasHeld({}, day("1900-01-01"))).toBe(true);
		expect(wasHeld({}, { earliest: null, latest: null })).toBe(false);
	});
});
