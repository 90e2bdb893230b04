import { distance } from "fastest-levenshtein";

/** The share of a word's letters that may differ for another to count as near. */
const LARGEST_SHARE = 0.5;

/**
 * The known names that are nearest to one that is not known, the nearest first,
 * by Levenshtein distance; names that differ in more than half are left out.
 *
 * @param most how many to give
 */
export function nearest(name: string, known: Iterable<string>, most = 3): string[] {
	const wanted = name.toLowerCase();
	return [...known]
		.map((candidate) => ({ candidate, cost: distance(wanted, candidate.toLowerCase()) }))
		.filter(
			({ candidate, cost }) => cost <= Math.max(name.length, candidate.length) * LARGEST_SHARE,
		)
		.toSorted((a, b) => a.cost - b.cost || (a.candidate < b.candidate ? -1 : 1))
		.slice(0, most)
		.map(({ candidate }) => candidate);
}

/** "; did you mean a, b?" for a message, or nothing where no name is near. */
export function didYouMean(name: string, known: Iterable<string>): string {
	const near = nearest(name, known);
	return near.length === 0 ? "" : `; did you mean ${near.join(", ")}?`;
}
