import type { Edition } from "./edition.ts";
import type { MaybePromise } from "./maybe-promise.ts";

/** A small answer in an object, as a cache holds no bare number or null. */
interface Fact {
	readonly value: unknown;
}

/**
 * A small answer of the database that the edition keeps: at once when it was asked for before.
 *
 * @param asked what was asked, all of it: two different questions must not have the same
 */
export function fact<Value>(
	{ facts }: Edition,
	asked: string,
	read: () => PromiseLike<Value>,
): MaybePromise<Value> {
	const known = facts.get(asked);
	// What is kept under a question is what was once read for it.
	if (known !== undefined) return (known as Fact).value as Value;
	return Promise.resolve(read()).then((value) => {
		facts.set(asked, { value } satisfies Fact);
		return value;
	});
}
