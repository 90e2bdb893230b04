import { describe, expect, it } from "vitest";
import { showPreparation } from "../../src/cli/progress.ts";

/** A stream that keeps what is written to it; only these parts of a stream are used. */
function recorder(isTTY: boolean): { stream: NodeJS.WriteStream; written: string[] } {
	const written: string[] = [];
	const write = (text: string) => written.push(text) > 0;
	return { stream: { isTTY, write } as unknown as NodeJS.WriteStream, written };
}

/** Tells of 1000 rows, one by one. */
function load(isTTY: boolean): string[] {
	const { stream, written } = recorder(isTTY);
	const events = showPreparation(stream);
	events.onNote("building");
	for (let rowsDone = 1; rowsDone <= 1000; rowsDone += 1)
		events.onProgress({ table: "article", rowsDone, rowsTotal: 1000 });
	return written;
}

describe("showPreparation", () => {
	it("writes a few plain lines where there is no terminal", () => {
		const lines = load(false);
		expect(lines.slice(0, -1)).toEqual([
			"building\n",
			"seeding 0 % (1 of 1000 rows, article)\n",
			"seeding 25 % (250 of 1000 rows, article)\n",
			"seeding 50 % (500 of 1000 rows, article)\n",
			"seeding 75 % (750 of 1000 rows, article)\n",
		]);
		expect(lines.at(-1)).toMatch(/^seeded 1000 rows in \d+\.\d s\n$/);
	});

	it("changes one line in a terminal, once for each percent", () => {
		const [note, ...changes] = load(true);
		expect(note).toBe("building\n");
		expect(changes).toHaveLength(101);
		for (const change of changes) expect(change.startsWith("\r\u001b[K")).toBe(true);
		expect(changes[42]).toBe("\r\u001b[Kseeding 42 % (420 of 1000 rows, article)");
		expect(changes.filter((change) => change.endsWith("\n"))).toEqual([changes.at(-1)]);
	});

	it("ends with a line of its own when all rows come at once", () => {
		const { stream, written } = recorder(false);
		showPreparation(stream).onProgress({ table: "article", rowsDone: 3, rowsTotal: 3 });
		expect(written).toHaveLength(1);
		expect(written[0]).toMatch(/^seeded 3 rows in \d+\.\d s\n$/);
	});
});
