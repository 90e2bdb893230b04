import { describe, expect, it } from "vitest";
import { parseDate } from "../../../src/curation/format/date.ts";

describe("parseDate", () => {
	it.each([
		["2018-10-03", "2018-10-03", "2018-10-03", "DAY"],
		["2020-02-29", "2020-02-29", "2020-02-29", "DAY"],
		["2000-02-29", "2000-02-29", "2000-02-29", "DAY"],
		["0001-01-01", "0001-01-01", "0001-01-01", "DAY"],
		["0001", "0001-01-01", "0001-12-31", "YEAR"],
		["0099-05-05", "0099-05-05", "0099-05-05", "DAY"],
		["2018-10", "2018-10-01", "2018-10-31", "MONTH"],
		["2018-02", "2018-02-01", "2018-02-28", "MONTH"],
		["2020-02", "2020-02-01", "2020-02-29", "MONTH"],
		["2018-12", "2018-12-01", "2018-12-31", "MONTH"],
		["2018", "2018-01-01", "2018-12-31", "YEAR"],
		["2024-12-08/2025-01-19", "2024-12-08", "2025-01-19", "INTERVAL"],
		["2018-10/2018-12", "2018-10-01", "2018-12-31", "INTERVAL"],
		["2018/2019", "2018-01-01", "2019-12-31", "INTERVAL"],
		["2018-10-03/2018-12", "2018-10-03", "2018-12-31", "INTERVAL"],
		["2018/2019-03", "2018-01-01", "2019-03-31", "INTERVAL"],
	])("reads %s", (edtf, earliest, latest, precision) => {
		expect(parseDate(edtf)).toEqual({ edtf, earliest, latest, precision });
	});

	it("reads an unknown date", () => {
		expect(parseDate("XXXX")).toEqual({
			edtf: "XXXX",
			earliest: null,
			latest: null,
			precision: "UNKNOWN",
		});
	});

	it.each([
		"2018-02-29",
		"1900-02-29",
		"2018-02-30",
		"2018-04-31",
		"2018-10-32",
		"2018-10-00",
		"2018-00-03",
		"2018-13-03",
	])("refuses a day that does not exist: %s", (edtf) => {
		expect(parseDate(edtf)).toBeNull();
	});

	it.each(["0000", "0000-12", "0000-12-31", "0000/2018", "0000-12-31/0001-01-01"])(
		"refuses the year 0, which PostgreSQL does not have: %s",
		(edtf) => {
			expect(parseDate(edtf)).toBeNull();
		},
	);

	it.each(["2018-00", "2018-13", "2018-21", "2018-24"])(
		"refuses a month that is none: %s",
		(edtf) => {
			expect(parseDate(edtf)).toBeNull();
		},
	);

	it.each([
		"2019/2018",
		"2018-10-03/2018-10-02",
		"2018-02-29/2018-03-05",
		"2018-02-01/2018-02-30",
		"2018-21/2019-22",
		"2018/XXXX",
		"2018/..",
		"../2018",
		"2018/",
		"/2018",
		"2018/2019/2020",
	])("refuses an interval that is open, runs backwards or has no such end: %s", (edtf) => {
		expect(parseDate(edtf)).toBeNull();
	});

	it.each([
		"",
		" ",
		"soon",
		"2018-1-3",
		"2018-10-3",
		"18",
		"20181003",
		"2018-10-03T10:00:00Z",
		"2018-10-XX",
		"2018?",
		"~2018",
		"-2018",
		" 2018",
		"2018\n",
		"XXXX-10",
		"xxxx",
		"٢٠١٨",
	])("refuses every other form: %j", (edtf) => {
		expect(parseDate(edtf)).toBeNull();
	});
});
