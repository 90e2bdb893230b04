import fc from "fast-check";
import { expect, test } from "vitest";
import { sql } from "../../../src/database/sql.ts";
import { BUCKETS } from "../../../src/database/stats/buckets.ts";
import { DAY } from "../../../src/database/time-zone.ts";
import { corpusDatabase } from "../../support/database.ts";
import { INTERVALS } from "./arbitraries.ts";

const database = await corpusDatabase();

const FIRST = Date.parse("0001-01-01");
const LAST = Date.parse("9999-12-31");

function textOf(day: number): string {
	return new Date(day).toISOString().slice(0, 10);
}

test.each(INTERVALS)("%s is what date_trunc makes of any day", async (interval) => {
	const { numberOf, firstDayOf } = BUCKETS[interval];
	const random = fc.sample(fc.integer({ min: FIRST / DAY, max: LAST / DAY }), 300);
	const days = [FIRST, LAST, 0, ...random.map((number) => number * DAY)].map(textOf);
	const rows = await database.read<{ day: string; first: string }>(
		sql`SELECT day, date_trunc(${interval}, day::timestamp)::date::text AS first FROM unnest(${days}::text[]) AS day`,
	);
	expect(rows).toEqual(
		days.map((day) => ({ day, first: textOf(firstDayOf(numberOf(Date.parse(day)))) })),
	);
});

test.each(INTERVALS)("%s buckets are numbered without gaps", (interval) => {
	const { numberOf, firstDayOf } = BUCKETS[interval];
	const days = fc.integer({ min: FIRST / DAY, max: LAST / DAY });
	fc.assert(
		fc.property(days, (number) => {
			const bucket = numberOf(number * DAY);
			expect(numberOf(firstDayOf(bucket))).toBe(bucket);
			expect(numberOf(firstDayOf(bucket + 1) - DAY)).toBe(bucket);
			expect(firstDayOf(bucket)).toBeLessThanOrEqual(number * DAY);
			expect(firstDayOf(bucket + 1)).toBeGreaterThan(number * DAY);
		}),
	);
});
