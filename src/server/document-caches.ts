import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

/**
 * How long the documents that are kept may be together, in UTF-16 code units. What is made of
 * a document can take some hundred bytes for each of them: as many as Yoga keeps by itself,
 * 1024 of any length for an hour, would be hundreds of megabytes for whoever wants that.
 * A thousand operations of a usual length have room.
 */
const MOST_TEXT = 250_000;
/** The same of documents that cannot be read, of which only the fault is kept. */
const MOST_UNREADABLE_TEXT = 100_000;
/** What a document counts besides its text. */
const ENTRY = 100;

function createCache<Value extends object>(most: number): LRUCache<string, Value> {
	return new LRUCache<string, Value>({
		maxSize: most,
		sizeCalculation: (_value, text) => ENTRY + text.length,
	});
}

/** What has been read and checked before, by its text, so that it need not be again. */
export function createDocumentCaches() {
	return {
		documentCache: createCache<DocumentNode>(MOST_TEXT),
		errorCache: createCache<Error>(MOST_UNREADABLE_TEXT),
	};
}
