import { describe, expect, it } from "vitest";
import { showPreparation } from "../../src/cli/progress.ts";
import { createMeter } from "../../src/database/load/progress.ts";
import type { LoadProgress } from "../../src/database/load.ts";

/** A stream that keeps what is written to it; only these parts of a stream are used. */
function recorder(isTTY: boolean): { stream: NodeJS.WriteStream; written: string[] } {
	const written: string[] = [];
	const write = (text: string) => written.push(text) > 0;
	return { stream: { isTTY, write } as unknown as NodeJS.WriteStream, written };
}

/** What is written of 1000 rows and one index of them, where each row takes so many milliseconds. */
function load(isTTY: boolean, milliseconds: number, rowsTotal: number | null = 1000): string[] {
	const { stream, written } = recorder(isTTY);
	let time = 0;
	const now = () => time;
	const events = showPreparation(stream, now);
	const meter = createMeter((progress) => events.onProgress(progress), now);
	events.onNote("building");
	meter.begin("copying", rowsTotal);
	for (let row = 0; row < 1000; row += 1) {
		time += milliseconds;
		meter.add("Article", 1);
	}
	meter.begin("indexing", 2000);
	time += 500 * milliseconds;
	meter.add("Article", 1000);
	meter.begin("swapping", null);
	time += 10 * milliseconds;
	meter.end();
	return written;
}

describe("showPreparation", () => {
	it("writes a few plain lines where there is no terminal", () => {
		expect(load(false, 100)).toEqual([
			"building\n",
			"seeding: writing rows 1 %, 10 of 1,000 rows, 10 rows/s, 1 min 39 s left\n",
			"seeding: writing rows 25 %, 250 of 1,000 rows, 10 rows/s, 1 min 15 s left\n",
			"seeding: writing rows 50 %, 500 of 1,000 rows, 10 rows/s, 50 s left\n",
			"seeding: writing rows 75 %, 750 of 1,000 rows, 10 rows/s, 25 s left\n",
			"seeding: writing rows 100 %, 1,000 of 1,000 rows, 10 rows/s, 0 s left\n",
			"seeding: building indexes 50 %, 50 s left\n",
			"seeded 1,000 rows in 151.0 s, 7 rows/s\n",
		]);
	});

	it("writes a line a minute where nobody knows how many rows there are", () => {
		const lines = load(false, 200, null);
		expect(lines.slice(1, 5)).toEqual([
			"seeding: writing rows 5 rows, 5 rows/s\n",
			"seeding: writing rows 305 rows, 5 rows/s\n",
			"seeding: writing rows 605 rows, 5 rows/s\n",
			"seeding: writing rows 905 rows, 5 rows/s\n",
		]);
	});

	it("changes one line in a terminal, ten times a second at most", () => {
		const [note, ...changes] = load(true, 10);
		expect(note).toBe("building\n");
		expect(changes.length).toBeGreaterThan(50);
		expect(changes.length).toBeLessThan(100);
		for (const change of changes) expect(change.startsWith("\r\u001b[K")).toBe(true);
		expect(changes[20]).toBe(
			"\r\u001b[Kseeding: writing rows 30 %, 300 of 1,000 rows, 100 rows/s, 7 s left",
		);
		expect(changes.filter((change) => change.endsWith("\n"))).toEqual([changes.at(-1)]);
	});

	it.each([true, false])(
		"writes only the last line of less than a second (terminal: %s)",
		(isTTY) => {
			const lines = load(isTTY, 0.5);
			expect(lines).toHaveLength(2);
			expect(lines.at(-1)).toMatch(/seeded 1,000 rows in 0\.8 s, 1,325 rows\/s\n$/);
		},
	);
});

describe("createMeter", () => {
	it("tells the rate and the time left of each phase, and in the end of all", () => {
		const told: LoadProgress[] = [];
		let time = 0;
		const meter = createMeter(
			(progress) => told.push(progress),
			() => time,
		);
		meter.begin("copying", 400);
		time = 2000;
		meter.add("Article", 100);
		meter.begin("linking", 100);
		time = 5000;
		meter.end();
		const nothing = { table: null, rowsDone: 0, rowsPerSecond: 0, secondsLeft: null };
		expect(told).toEqual([
			{ ...nothing, phase: "copying", rowsTotal: 400 },
			{
				phase: "copying",
				table: "Article",
				rowsDone: 100,
				rowsTotal: 400,
				rowsPerSecond: 50,
				secondsLeft: 6,
			},
			{ ...nothing, phase: "linking", rowsTotal: 100 },
			{
				phase: "done",
				table: null,
				rowsDone: 100,
				rowsTotal: 100,
				rowsPerSecond: 20,
				secondsLeft: 0,
			},
		]);
	});
});
