/** A stretch of one text, in UTF-16 code units. */
export interface Stretch {
	readonly start: number;
	readonly end: number;
}

/** A piece of a text that belongs to the same things all along. */
export interface Piece<Owner> extends Stretch {
	/** Whose stretches cover it, the shortest of them first. */
	readonly owners: readonly Owner[];
}

/** A stretch and whose it is. */
export interface Owned<Owner> extends Stretch {
	readonly owner: Owner;
}

/**
 * Cuts a text where any stretch begins or ends. The pieces are the whole text, in its order.
 *
 * @param length of the text; what stretches beyond it is left out
 */
export function piecesOf<Owner>(length: number, owned: readonly Owned<Owner>[]): Piece<Owner>[] {
	const inside = owned.filter(({ start, end }) => start >= 0 && start < end && end <= length);
	const borders = new Set([0, length, ...inside.flatMap(({ start, end }) => [start, end])]);
	const sorted = [...borders].toSorted((one, other) => one - other);
	const byLength = inside.toSorted((one, other) => one.end - one.start - (other.end - other.start));
	return sorted.slice(1).map((end, index) => {
		const start = sorted[index] ?? 0;
		const owners = byLength.filter((one) => one.start <= start && end <= one.end);
		return { start, end, owners: owners.map(({ owner }) => owner) };
	});
}
