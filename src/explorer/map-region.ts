import { geoDistance } from "d3-geo";

/** Degrees east and north. */
export type Point = readonly [longitude: number, latitude: number];

/** A place with how much is said of it. */
export interface Weighed {
	readonly at: Point;
	readonly count: number;
}

/** Which part of all that is said the region of a map has at the least. */
export const MOST = 0.85;

function total(places: readonly Weighed[]): number {
	return places.reduce((sum, { count }) => sum + count, 0);
}

/** The value that half of the weight is not above. */
function weightedMedian(values: readonly (readonly [value: number, weight: number])[]): number {
	const sorted = values.toSorted(([one], [other]) => one - other);
	const half = sorted.reduce((sum, [, weight]) => sum + weight, 0) / 2;
	let sum = 0;
	for (const [value, weight] of sorted) {
		sum += weight;
		if (sum >= half) return value;
	}
	return 0;
}

/**
 * The places around which most is said: those nearest to the middle of all that is said, until MOST
 * of it is there. A far place of which little is said would else make the map of a region one of the world.
 *
 * @returns in the order of their distance; all of them where none is left out
 */
export function regionOf<Place extends Weighed>(places: readonly Place[]): Place[] {
	const middle: [number, number] = [
		weightedMedian(places.map(({ at: [longitude], count }) => [longitude, count])),
		weightedMedian(places.map(({ at: [, latitude], count }) => [latitude, count])),
	];
	const wanted = MOST * total(places);
	const nearest = places
		.map((place) => ({ place, distance: geoDistance(middle, [...place.at]) }))
		.toSorted((one, other) => one.distance - other.distance);
	let sum = 0;
	const kept = nearest.filter(({ place }) => {
		const isMissing = sum < wanted;
		sum += place.count;
		return isMissing;
	});
	return kept.map(({ place }) => place);
}

/** A circle of a map with its name. */
export interface Named {
	readonly slug: string;
	readonly name: string;
	readonly x: number;
	/** The line on which the name stands. */
	readonly y: number;
}

/** About how wide a letter of a name is, and how high, in CSS pixels. */
const [LETTER, LINE] = [6.5, 14];

/** Those whose names can stand on the map without standing on each other; the first come first. */
export function labelled(drawn: readonly Named[]): Set<string> {
	const kept: { left: number; right: number; y: number; slug: string }[] = [];
	for (const { slug, name, x, y } of drawn) {
		const half = (name.length * LETTER) / 2;
		const box = { left: x - half, right: x + half, y, slug };
		const isFree = kept.every(
			(other) => Math.abs(other.y - y) > LINE || other.right < box.left || other.left > box.right,
		);
		if (isFree) kept.push(box);
	}
	return new Set(kept.map(({ slug }) => slug));
}
