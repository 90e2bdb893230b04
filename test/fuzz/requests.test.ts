import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { corpusDatabase } from "../support/database.ts";
import { startServer } from "../support/server.ts";
import { type Draw, drawn } from "./draw.ts";
import { exchange, type RawRequest, rawRequest } from "./raw-requests.ts";
import { trials } from "./settings.ts";

/** How many clients write at once. */
const AT_ONCE = 10;

const runs = trials(80);
const { url } = await startServer(await corpusDatabase());
const port = Number(new URL(url).port);
const health = new URL("/health", url);
const statuses = new Map<number, number>();

/** What the server says of a fault of its own. */
let logged: unknown[][] = [];
const spy = vi.spyOn(console, "error").mockImplementation((...told) => {
	logged.push(told);
});
beforeAll(() => {
	logged = [];
});
afterAll(() => spy.mockRestore());

function look(request: RawRequest, received: string): void {
	const { bytes } = request;
	// Several where several requests were written.
	for (const [, status] of received.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)) {
		statuses.set(Number(status), (statuses.get(Number(status)) ?? 0) + 1);
		expect(Number(status)).toBeLessThan(500);
	}
	if (received !== "") expect(received).toMatch(/^HTTP\/1\.1 \d{3} /);
	expect(received).not.toContain("INTERNAL_SERVER_ERROR");
	if (!bytes.toString("latin1").toLowerCase().includes("text/html"))
		expect(received).not.toMatch(/^content-type: *text\/html|<html/im);
}

async function tryBatch(draw: Draw): Promise<void> {
	const requests = Array.from({ length: AT_ONCE }, () => rawRequest(draw));
	const answers = await Promise.all(requests.map((request) => exchange(port, request)));
	for (const [index, request] of requests.entries()) {
		const received = answers[index] ?? "";
		try {
			look(request, received);
		} catch (error) {
			const told = `${JSON.stringify(request.bytes.toString("latin1").slice(0, 3000))}, cut at ${request.cutAt}`;
			throw new Error(`${error instanceof Error ? error.message : error}\n${told}`, {
				cause: error,
			});
		}
	}
	expect((await fetch(health)).status).toBe(200);
	expect(logged).toEqual([]);
}

describe("any bytes that are written to the server", () => {
	it("leave it alive, and are never its fault", { timeout: runs.timeout }, async () => {
		await fc.assert(drawn(tryBatch), runs.parameters);
	});

	it("are answered in every way there is", () => {
		expect([...statuses.keys()]).toEqual(
			expect.arrayContaining([200, 204, 302, 400, 404, 405, 415]),
		);
		const answered = [...statuses.values()].reduce((sum, count) => sum + count, 0);
		expect(answered).toBeGreaterThan((runs.numRuns * AT_ONCE) / 2);
	});
});
