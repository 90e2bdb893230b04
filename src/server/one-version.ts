import { setImmediate } from "node:timers/promises";
import type { Edition } from "../database/edition.ts";

/** Where it is known which corpus is served. */
export interface VersionSource {
	/** The edition that is served now; null while nobody can tell, or another one is about to come. */
	readonly edition: () => Edition | null;
	/** Asks the database which corpus it serves; null where that cannot be had. */
	readonly version: () => Promise<string | null>;
}

/** How often an answer is made anew because the corpus has become another one meanwhile. */
const MOST_ATTEMPTS = 5;

/**
 * Makes an answer all of which comes from one corpus. The loader announces another corpus
 * half a second before it is there (load/swap.ts), and all who read hear it (watch.ts).
 * So as long as the edition stays the same, and what has come meanwhile is heard before
 * the answer is believed, nothing in it can be of another corpus, and nobody has to ask.
 * Only while a corpus is awaited, or nobody tells, the version is read before and after,
 * for an answer that reads anything.
 *
 * @param make makes the answer; may be called several times
 * @param hasRead whether the database was asked for the last one that was made
 * @returns null where the corpus changes again and again
 */
export async function ofOneVersion<Made>(
	{ edition, version }: VersionSource,
	make: () => Promise<Made>,
	hasRead: () => boolean,
): Promise<{ readonly made: Made; readonly edition: Edition | null } | null> {
	if (edition() === null) {
		// What needs no database must not wait for one that does not answer.
		const made = await make();
		if (!hasRead()) return { made, edition: null };
	}
	for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
		const before = edition();
		const asked = before === null ? await version() : null;
		const made = await make();
		// The loop of events first hands over all that has arrived, the announcement too.
		await setImmediate();
		const isOne = before === null ? asked === (await version()) : edition() === before;
		if (isOne) return { made, edition: before };
	}
	return null;
}
