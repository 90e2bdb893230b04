// The process that asks. It is none of a contender's, so that asking takes no time of answering.
import { Client } from "undici";
import { percentile } from "../report/statistics.ts";
import { checkAnswer } from "./check-answer.ts";
import type { SliceOrder, SliceResult } from "./slice.ts";

const HEADERS = { "content-type": "application/json", accept: "application/json" };

interface Answer {
	readonly status: number;
	readonly chunks: readonly Buffer[];
	readonly bytes: number;
}

function ask(client: Client, order: SliceOrder, index: number): Promise<Answer> {
	const request = order.requests[index];
	if (request === undefined) throw new Error("expected requests to send, found none");
	const chunks: Buffer[] = [];
	let status = 0;
	let bytes = 0;
	return new Promise((resolve, reject) => {
		client.dispatch(
			{ method: request.method, path: request.path, body: request.body, headers: HEADERS },
			{
				onRequestStart: () => undefined,
				onResponseStart: (_controller, code) => {
					status = code;
				},
				onResponseData: (_controller, chunk) => {
					chunks.push(chunk);
					bytes += chunk.length;
				},
				onResponseEnd: () => resolve({ status, chunks, bytes }),
				onResponseError: (_controller, error) => reject(error),
			},
		);
	});
}

/** Loads one contender for as long as the order says. */
async function runSlice(order: SliceOrder): Promise<SliceResult> {
	const bytes = [...order.bytes];
	const latencies: number[] = [];
	let next = order.offset;
	let sum = 0;
	const started = performance.now();
	const ends = started + order.milliseconds;
	const connection = async () => {
		const client = new Client(order.origin, { pipelining: 1 });
		while (performance.now() < ends) {
			const index = next++ % order.requests.length;
			const begun = performance.now();
			const answer = await ask(client, order, index);
			latencies.push(performance.now() - begun);
			checkAnswer(answer.status, answer.bytes, bytes[index] ?? null, () =>
				Buffer.concat(answer.chunks).toString("utf8"),
			);
			bytes[index] = answer.bytes;
			sum += answer.bytes;
		}
		await client.close();
	};
	await Promise.all(Array.from({ length: order.connections }, connection));
	const seconds = (performance.now() - started) / 1000;
	return {
		requests: latencies.length,
		requestsPerSecond: latencies.length / seconds,
		p50: percentile(latencies, 0.5),
		p99: percentile(latencies, 0.99),
		bytes,
		meanBytes: sum / latencies.length,
	};
}

// The process that forked this one sends nothing else.
process.on("message", (order) => {
	runSlice(order as SliceOrder).then(
		(result) => process.send?.({ result }),
		(error: unknown) =>
			process.send?.({ fault: error instanceof Error ? error.message : String(error) }),
	);
});
