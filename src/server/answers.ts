import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Edition } from "../database/edition.ts";

/** An answer as it is sent. */
export interface Answer {
	readonly bytes: Buffer;
	readonly contentType: string;
	/**
	 * A strong validator (RFC 9110, section 8.8): the version of the corpus, and a digest of the
	 * content type and the text. Without the type, who has the same text as another one would be
	 * told that it is known, and a cache would take one for the other.
	 */
	readonly entityTag: string;
}

/** The largest answer that is kept, in bytes. */
const LARGEST_ANSWER = 1_000_000;
/** What an answer takes besides its bytes and its question. */
const ENTRY = 300;

type Answers = LRUCache<string, Answer>;

/** By edition: the answers of a corpus go when its edition goes. */
const kept = new WeakMap<Edition, Answers>();

/**
 * The answers that an edition keeps, by all that was asked.
 *
 * @param most what they may take together, in bytes, from 1
 */
export function answersOf(edition: Edition, most: number): Answers {
	const known = kept.get(edition);
	if (known !== undefined) return known;
	const answers: Answers = new LRUCache({
		maxSize: most,
		maxEntrySize: LARGEST_ANSWER,
		sizeCalculation: ({ bytes }, asked) => ENTRY + bytes.byteLength + 2 * asked.length,
	});
	kept.set(edition, answers);
	return answers;
}

/** Makes an answer of what is to be sent. */
export function toAnswer(
	{ text, contentType }: { readonly text: string; readonly contentType: string },
	edition: Edition | null,
): Answer {
	const bytes = Buffer.from(text, "utf8");
	const digest = hash("sha1", `${contentType}\n${text}`, "base64url");
	return { bytes, contentType, entityTag: `"${edition?.version ?? ""}-${digest}"` };
}
