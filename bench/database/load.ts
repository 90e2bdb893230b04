import type { Database } from "../../src/database/database.ts";
import { type LoadProgress, loadRows } from "../../src/database/load.ts";
import { corpusChunks } from "../generator/chunks.ts";
import type { CorpusSize } from "../generator/world.ts";

/** Passes on what comes, and tells how long that took to come, in milliseconds. */
function timed<Item>(source: AsyncIterable<Item>) {
	let milliseconds = 0;
	const items = async function* () {
		let asked = performance.now();
		for await (const item of source) {
			milliseconds += performance.now() - asked;
			yield item;
			asked = performance.now();
		}
	};
	return { items: items(), milliseconds: () => milliseconds };
}

/**
 * Fills a migrated database with a generated corpus, as Aqwal fills it.
 *
 * @returns how many seconds that took, without those of generating the corpus
 */
export async function loadCorpus(
	database: Database,
	size: CorpusSize,
	corpus: { readonly version: string; readonly buildKey: string },
	onProgress: (progress: LoadProgress) => void,
): Promise<number> {
	const chunks = timed(corpusChunks(size));
	const started = performance.now();
	await loadRows(database, chunks.items, { ...corpus, seededAt: new Date() }, onProgress);
	return (performance.now() - started - chunks.milliseconds()) / 1000;
}
