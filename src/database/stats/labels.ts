import { BUCKETS, type Interval } from "./buckets.ts";
import { type Dimension, NOUN_OF, TEXTS_OF, type Value } from "./dimensions.ts";
import type { RankedDimension, RankedGroup } from "./ranking.ts";
import type { ColumnSource } from "./selection.ts";

/** Gives the value of a code. */
export type ValueOf = (dimension: Dimension, code: number) => Value;

/** The first day of a bucket as text, YYYY-MM-DD. */
export function dayOfBucket(interval: Interval, bucket: number): string {
	return new Date(BUCKETS[interval].firstDayOf(bucket)).toISOString().slice(0, 10);
}

/**
 * Reads the slugs and names of groups shown, those of all dimensions by one SQL statement,
 * and none where all are kept.
 *
 * @throws AnotherCorpus when another corpus is served than the source is of
 */
export async function readLabels(
	{ reader, keeper }: ColumnSource,
	dimensions: readonly RankedDimension[],
	groups: readonly RankedGroup[],
): Promise<ValueOf> {
	const numbers = new Map<NonNullable<(typeof NOUN_OF)[Dimension]>, Set<number>>();
	for (const [index, { dimension }] of dimensions.entries()) {
		const noun = NOUN_OF[dimension];
		if (noun === undefined) continue;
		const known = numbers.get(noun) ?? new Set<number>();
		numbers.set(noun, known);
		for (const { codes } of groups) known.add(codes[index] ?? 0);
	}
	const wanted = [...numbers].map(([noun, which]) => ({ noun, which: [...which] }));
	const found = await keeper.values(reader, wanted);
	return (dimension, code) => {
		const noun = NOUN_OF[dimension];
		if (noun !== undefined) return found(noun, code);
		return { value: TEXTS_OF[dimension]?.[code] ?? "", names: null };
	};
}
