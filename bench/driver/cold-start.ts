import type { ContenderName } from "../contenders/names.ts";
import { type Conditions, startContender } from "../contenders/start.ts";
import { median } from "../report/statistics.ts";
import { askAt } from "./ask.ts";
import { planQuery } from "./plan.ts";
import type { DrawnQuery } from "./statements-an-operation.ts";

/**
 * Measures how long it takes from the start of the process to the first answer.
 *
 * @returns milliseconds, the median
 */
export async function measureColdStart(
	name: ContenderName,
	conditions: Conditions,
	{ query, variables }: DrawnQuery,
	times: number,
): Promise<number> {
	const taken: number[] = [];
	for (let time = 0; time < times; time += 1) {
		const started = performance.now();
		const contender = await startContender(name, conditions);
		try {
			const [plan] = await planQuery([contender], query, variables.slice(0, 1));
			const request = plan?.requests[0];
			if (request === undefined) return Number.NaN;
			await askAt(contender.origin)(request);
			taken.push(performance.now() - started);
		} finally {
			await contender.stop();
		}
	}
	return median(taken);
}
