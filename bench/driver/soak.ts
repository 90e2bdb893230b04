import type { LoadClient } from "./load-client.ts";
import type { Plan } from "./plan.ts";
import { residentBytes } from "./process-usage.ts";

/** How often memory is looked at, in milliseconds. */
const STEP = 10_000;

/** What memory a process has under load, in bytes, every ten seconds. */
export type SoakResult = readonly number[];

/**
 * Loads one process with several queries in turn for long, and looks at its memory meanwhile.
 *
 * @param plans of one contender
 */
export async function soak(
	client: LoadClient,
	plans: readonly Plan[],
	{ seconds, connections }: { seconds: number; connections: number },
): Promise<SoakResult> {
	const [first] = plans;
	if (first === undefined) return [];
	const { origin, pid } = first.contender;
	const longest = Math.max(...plans.map(({ requests }) => requests.length));
	const requests = Array.from({ length: longest }, (_none, index) =>
		plans.flatMap((plan) => plan.requests[index % plan.requests.length] ?? []),
	).flat();
	const samples: number[] = [];
	let bytes: readonly (number | null)[] = requests.map(() => null);
	let offset = 0;
	const ends = performance.now() + seconds * 1000;
	while (performance.now() < ends) {
		const milliseconds = Math.min(STEP, ends - performance.now());
		const order = { origin, connections, milliseconds, requests, bytes, offset };
		const result = await client.run(order);
		bytes = result.bytes;
		offset = (offset + result.requests) % requests.length;
		samples.push(await residentBytes(pid));
	}
	return samples;
}
