import { draftPage } from "../draft-page.ts";
import type { GoldPage } from "./gold.ts";
import type { Known } from "./judge.ts";

/** In microseconds of CPU time: so long pages are drafted again and again. */
const LONG_ENOUGH = 500_000;

/**
 * How many articles one core drafts in a second of its time: what the process spends on other
 * threads counts, waiting for a busy machine does not. The pages should have been drafted before.
 */
export function articlesPerSecond(pages: readonly GoldPage[], known: Known): number {
	const began = process.cpuUsage();
	let [articles, spent] = [0, 0];
	while (spent < LONG_ENOUGH) {
		for (const { text } of pages) articles += draftPage(text, known).length;
		const { user, system } = process.cpuUsage(began);
		spent = user + system;
	}
	return articles / (spent / 1e6);
}
