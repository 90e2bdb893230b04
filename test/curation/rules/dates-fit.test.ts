import { describe, expect, it } from "vitest";
import {
	ARTICLE,
	at,
	change,
	expectFaults,
	expectValid,
	inArticle,
	OCCASIONS_FILE,
	onlyArticle,
	seed,
} from "../harness.ts";

const PUBLISHED = "  date: 2020-05-04\n  basis: EXPLICIT\n  evidence:\n    document: 4 مايو 2020\n";
const SAID =
	"      date: 2020-05-03\n      basis: EVENT_INFERRED\n      note: The observatory counts on Sundays.\n";
const OCCASION = "    date: 2020-05-04\n    basis: WEEKDAY_RELATIVE\n";

const published = (date: string) => inArticle(PUBLISHED, date);
const said = (date: string) => inArticle(SAID, date);
const inferred = (date: string) =>
	said(`      date: ${date}\n      basis: EVENT_INFERRED\n      note: None.\n`);
const occasion = (date: string) => change(seed(), OCCASIONS_FILE, OCCASION, date);

describe("dates-fit", () => {
	it("takes an unknown date of basis NONE, and compares nothing with it", () => {
		const { published: date } = onlyArticle(
			expectValid(published("  date: XXXX\n  basis: NONE\n")),
		);
		expect(date).toMatchObject({ earliest: null, latest: null, precision: "UNKNOWN" });
		expectValid(said("      date: XXXX\n      basis: NONE\n"));
	});

	it("refuses dates that do not exist, wherever they are given", () => {
		const article = published("  date: 2020-02-30\n  basis: EVENT_INFERRED\n  note: None.\n");
		expectFaults(article, [
			`${at(article, ARTICLE, "2020-02-30")} dates-fit an EDTF date that exists … found "2020-02-30"`,
		]);
		const statement = said("      date: soon\n      basis: EVENT_INFERRED\n      note: None.\n");
		expectFaults(statement, [`${at(statement, ARTICLE, "soon")} dates-fit found "soon"`]);
		const event = occasion("    date: 2020-13\n    basis: WEEKDAY_RELATIVE\n");
		expectFaults(event, [`${at(event, OCCASIONS_FILE, "2020-13")} dates-fit found "2020-13"`]);
	});

	it("asks for NONE on an unknown date", () => {
		const files = said("      date: XXXX\n      basis: EVENT_INFERRED\n      note: None.\n");
		expectFaults(files, [
			`${at(files, ARTICLE, "XXXX\n      basis: EVENT_INFERRED", "EVENT_INFERRED")} dates-fit basis NONE for an unknown date and only for one, found EVENT_INFERRED for XXXX`,
		]);
	});

	it("refuses NONE on a known date", () => {
		const files = occasion("    date: 2020-05-04\n    basis: NONE\n");
		expectFaults(files, [
			`${at(files, OCCASIONS_FILE, "NONE")} dates-fit found NONE for 2020-05-04`,
		]);
	});

	it.each(["EXPLICIT", "WEEKDAY_RELATIVE"])("asks for the words that show %s", (basis) => {
		const files = said(`      date: 2020-05-03\n      basis: ${basis}\n      note: None.\n`);
		expectFaults(files, [
			`${at(files, ARTICLE, `2020-05-03\n      basis: ${basis}`, basis)} dates-fit evidence for a date of basis ${basis} … found none`,
		]);
		expectValid(
			said(`      date: 2020-05-03\n      basis: ${basis}\n      evidence: اليوم الاثنين\n`),
		);
	});

	it("asks for evidence or a note where a date is inferred from an event", () => {
		const files = said("      date: 2020-05-03\n      basis: EVENT_INFERRED\n");
		expectFaults(files, [
			`${at(files, ARTICLE, "EVENT_INFERRED")} dates-fit evidence or a note … found neither`,
		]);
		expectValid(
			said("      date: 2020-05-03\n      basis: EVENT_INFERRED\n      evidence: اليوم الاثنين\n"),
		);
	});

	it("asks no evidence of an occasion, which has no text", () => {
		expectValid(occasion("    date: 2020-05-04\n    basis: EXPLICIT\n"));
		expectValid(occasion("    date: 2020-05-04\n    basis: EVENT_INFERRED\n"));
	});

	it("refuses PUBLICATION as the basis of the publication, and takes it elsewhere", () => {
		const files = published("  date: 2020-05-04\n  basis: PUBLICATION\n");
		expectFaults(files, [
			`${at(files, ARTICLE, "PUBLICATION")} dates-fit what the day of publication itself rests on, found PUBLICATION`,
		]);
		expectValid(said("      date: 2020-05-04\n      basis: PUBLICATION\n"));
		expectValid(occasion("    date: 2020-05-04\n    basis: PUBLICATION\n"));
	});

	it("refuses what was said after it was published", () => {
		const files = inferred("2020-05-05");
		expectFaults(files, [
			`${at(files, ARTICLE, "date: 2020-05-05")} dates-fit said no later than the article was published (2020-05-04), found 2020-05-05`,
		]);
		const month = inferred("2020-06");
		expectFaults(month, [`${at(month, ARTICLE, "date: 2020-06")} dates-fit found 2020-06`]);
		const interval = inferred("2020-05-05/2020-06");
		expectFaults(interval, [
			`${at(interval, ARTICLE, "date: 2020-05-05/2020-06")} dates-fit found 2020-05-05/2020-06`,
		]);
	});

	it.each(["2020-05-04", "2020-05", '"2020"', "2020-05-04/2020-06"])(
		"takes what may have been said by the day of publication: %s",
		(date) => {
			expectValid(inferred(date));
		},
	);

	it("compares with the last day on which it may have been published", () => {
		const month = "  date: 2020-04\n  basis: EVENT_INFERRED\n  note: None.\n";
		const late = inArticle(PUBLISHED, month, inferred("2020-04-30"));
		const occasionToo = change(late, OCCASIONS_FILE, OCCASION, OCCASION.replace("05-04", "04-01"));
		expectValid(occasionToo);
		const after = change(occasionToo, ARTICLE, "date: 2020-04-30", "date: 2020-05-01");
		expectFaults(after, [
			`${at(after, ARTICLE, "date: 2020-05-01")} dates-fit (2020-04), found 2020-05-01`,
		]);
	});

	it("tells it of the occasion where the date is the occasion's", () => {
		const files = occasion("    date: 2020-05-05\n    basis: WEEKDAY_RELATIVE\n");
		const key = (cue: string) =>
			at(files, ARTICLE, cue, "marsa-press-conference").concat(" dates-fit found 2020-05-05");
		expectFaults(files, [
			key("HEADLINE\n    occasion: marsa-press-conference"),
			key("resolution: NAMED\n    occasion: marsa-press-conference"),
			key("office: minister-of-sea\n    occasion: marsa-press-conference"),
		]);
	});
});
