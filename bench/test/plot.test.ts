import assert from "node:assert/strict";
import { test } from "node:test";
import type { RoundResult } from "../driver/rounds.ts";
import { toPlot } from "../report/plot.ts";
import type { Results } from "../results.ts";

function rounds(requestsPerSecond: number): RoundResult[] {
	const none = { processMilliseconds: null, databaseMilliseconds: null };
	return [{ requestsPerSecond, p50: 1, p99: 1, meanBytes: 1, ...none }];
}

const results: Pick<Results, "sizes"> = {
	sizes: [
		{
			statements: 10_000,
			queries: [
				{
					name: "Q1",
					title: "",
					statements: {},
					rounds: { ours: rounds(1000), floor: rounds(10) },
				},
				{ name: "stats TIME", title: "", statements: {}, rounds: { ours: rounds(1) } },
			],
			contenders: {},
			export: null,
			soak: [],
			loadedPerSecond: null,
		},
	],
};

test("each contender of a query has a bar as high as the logarithm of its rate", async () => {
	const plot = await toPlot(results);
	const bars = [...plot.matchAll(/aria-roledescription="bar" d="M[^"]*?h([\d.]+)v([\d.]+)/g)];
	const [one, other, ...more] = bars.map(([, width, height]) => [Number(width), Number(height)]);
	assert.deepEqual(more, []);
	assert.ok(one !== undefined && other !== undefined);
	assert.ok((one[0] ?? 0) > 5 && one[0] === other[0]);
	assert.ok(Math.abs((one[1] ?? 0) / (other[1] ?? 0) - 3) < 0.01);
});
