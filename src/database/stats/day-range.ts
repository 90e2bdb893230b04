/** Days counted from 1970, whole numbers; null where no end is. */
export interface DayRange {
	/** The first. */
	readonly from: number | null;
	/** The first after the last. */
	readonly to: number | null;
}

/** The days that lie in all of some ranges. */
export function inAll(ranges: readonly DayRange[]): DayRange {
	const starts = ranges.flatMap(({ from }) => from ?? []);
	const ends = ranges.flatMap(({ to }) => to ?? []);
	return {
		from: starts.length === 0 ? null : Math.max(...starts),
		to: ends.length === 0 ? null : Math.min(...ends),
	};
}
