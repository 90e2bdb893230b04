import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BadRequest } from "../../src/database/bad-request.ts";
import { DAY, openTimeZone, UTC } from "../../src/database/time-zone.ts";

const ZONES = Intl.supportedValuesOf("timeZone");

function day(text: string): number {
	return Date.parse(`${text}T00:00:00Z`);
}

function startOf(zone: string, text: string): string {
	return new Date(openTimeZone(zone).startOf(day(text))).toISOString();
}

/** The day that the clocks of a zone show, by Intl alone. */
function shownDay(zone: string, moment: number): number {
	const parts = new Intl.DateTimeFormat("en-US", {
		timeZone: zone,
		year: "numeric",
		month: "2-digit",
		day: "2-digit",
	}).formatToParts(moment);
	const part = (name: string) => parts.find(({ type }) => type === name)?.value ?? "";
	return day(`${part("year")}-${part("month")}-${part("day")}`);
}

describe("a day begins", () => {
	test.each([
		["at midnight in UTC", "UTC", "2018-10-01", "2018-10-01T00:00:00.000Z"],
		["before UTC in the east", "Asia/Riyadh", "2018-10-01", "2018-09-30T21:00:00.000Z"],
		["after UTC in the west", "America/New_York", "2018-10-01", "2018-10-01T04:00:00.000Z"],
		["with the offset of winter", "America/New_York", "2018-12-01", "2018-12-01T05:00:00.000Z"],
		["by quarters of an hour", "Asia/Kathmandu", "2018-10-01", "2018-09-30T18:15:00.000Z"],
		// At 00:00 the clocks went to 01:00.
		[
			"when its midnight is left out",
			"America/Sao_Paulo",
			"2018-11-04",
			"2018-11-04T03:00:00.000Z",
		],
		["when its midnight is left out", "Asia/Damascus", "2018-03-30", "2018-03-29T22:00:00.000Z"],
		// At 01:00 the clocks went back to 00:00.
		["at the first of two midnights", "America/Havana", "2018-11-04", "2018-11-04T04:00:00.000Z"],
		// At 00:00 the clocks went back to 23:00 of the day before.
		["at its one midnight", "Asia/Damascus", "2018-10-26", "2018-10-25T22:00:00.000Z"],
		[
			"with the next where it was left out",
			"Pacific/Apia",
			"2011-12-30",
			"2011-12-30T10:00:00.000Z",
		],
		[
			"with the next where it was left out",
			"Pacific/Apia",
			"2011-12-31",
			"2011-12-30T10:00:00.000Z",
		],
		["by the sun before there were zones", "Asia/Riyadh", "0001-01-01", "0000-12-31T20:53:08.000Z"],
	])("%s: %s %s", (_how, zone, text, moment) => {
		expect(startOf(zone, text)).toBe(moment);
	});
});

describe("the days of any zone", () => {
	const zones = fc.constantFrom(...ZONES);
	const days = fc.integer({ min: day("1850-01-01") / DAY, max: day("2100-01-01") / DAY });

	test("begin at the first moment that the clocks show them, or a later one", () => {
		fc.assert(
			fc.property(zones, days, (name, number) => {
				const zone = openTimeZone(name);
				const start = zone.startOf(number * DAY);
				expect(shownDay(name, start)).toBeGreaterThanOrEqual(number * DAY);
				expect(shownDay(name, start - 1)).toBeLessThan(number * DAY);
				expect(zone.dayAt(start)).toBe(shownDay(name, start));
				expect(zone.dayAt(start - 1)).toBe(shownDay(name, start - 1));
			}),
			{ numRuns: 500 },
		);
	});

	test("from a moment on are those that begin at it or later", () => {
		fc.assert(
			fc.property(zones, days, fc.integer({ min: -1, max: 1 }), (name, number, shift) => {
				const zone = openTimeZone(name);
				const moment = zone.startOf(number * DAY) + shift;
				const first = zone.firstDayFrom(moment);
				expect(zone.startOf(first)).toBeGreaterThanOrEqual(moment);
				expect(zone.startOf(first - DAY)).toBeLessThanOrEqual(moment);
				expect(first > number * DAY || shift < 1).toBe(true);
			}),
		);
	});

	test("are in UTC as UTC has them", () => {
		const zone = openTimeZone("UTC");
		fc.assert(
			fc.property(fc.integer({ min: -1e14, max: 1e14 }), (moment) => {
				expect(zone.dayAt(moment)).toBe(UTC.dayAt(moment));
				expect(zone.firstDayFrom(moment)).toBe(UTC.firstDayFrom(moment) + 0);
				expect(zone.startOf(UTC.dayAt(moment))).toBe(UTC.startOf(UTC.dayAt(moment)));
			}),
		);
	});
});

describe("a name", () => {
	test("can be of any zone that Intl knows, an older name too", () => {
		for (const name of [...ZONES, "US/Eastern", "Etc/GMT+3"])
			expect(() => openTimeZone(name).startOf(day("2018-10-01"))).not.toThrow();
	});

	test.each([
		["Asia/Riyad", "; did you mean Asia/Riyadh"],
		["utcc", "; did you mean UTC"],
		["", 'found ""'],
		["Mars/Olympus_Mons", 'found "Mars/Olympus_Mons"'],
		["x".repeat(10_000), `found "${"x".repeat(80)}"`],
		["Asia/Riyadh'; --", "did you mean Asia/Riyadh"],
	])("that is none is refused: %.20s", (name, message) => {
		expect(() => openTimeZone(name)).toThrow(BadRequest);
		expect(() => openTimeZone(name)).toThrow(message);
	});
});
