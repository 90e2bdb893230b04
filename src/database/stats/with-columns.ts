import { ColumnKeeper } from "../columns/keeper.ts";
import { AnotherCorpus } from "../columns/read.ts";
import type { Reader } from "../database.ts";
import type { ColumnSource } from "./selection.ts";

/** How often it is begun anew when another corpus comes in between. */
const MOST_ATTEMPTS = 3;

/**
 * Counts over the columns that are kept; when another corpus is served than they are of,
 * once more over those of that corpus.
 *
 * @param keeper that of the edition
 * @param count what is done with the columns, maybe more than once
 * @throws AnotherCorpus when the corpus changes again and again
 */
export async function withColumns<Result>(
	reader: Reader,
	keeper: ColumnKeeper,
	count: (source: ColumnSource) => Promise<Result>,
): Promise<Result> {
	let own = keeper;
	for (let attempt = 1; ; attempt += 1)
		try {
			return await count({ reader, keeper: own, layout: await own.layout(reader) });
		} catch (error) {
			if (!(error instanceof AnotherCorpus) || attempt === MOST_ATTEMPTS) throw error;
			// Whatever comes with it is kept nowhere: the next edition begins with a keeper of its own.
			own = new ColumnKeeper(null);
		}
}
