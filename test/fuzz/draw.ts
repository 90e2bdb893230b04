import fc from "fast-check";

/** Where random choices come from; a failing run is made smaller by smaller numbers. */
export interface Draw {
	/** A whole number from 0 to one below the limit. */
	below(limit: number): number;
	/** Whether something happens that does in so many of a hundred cases. */
	chance(percent: number): boolean;
	/** One of several values, the first of which is the simplest. */
	among<Value>(values: readonly Value[]): Value;
	/** Several different values, at the most so many, in any order. */
	some<Value>(values: readonly Value[], most: number): Value[];
	/** A value of an arbitrary; the same function must be given each time. */
	of<Value>(arbitrary: () => fc.Arbitrary<Value>): Value;
}

// Every choice is as likely as the others: those at the borders are not tried more often here.
const unbiased = (max: number) => fc.noBias(fc.nat({ max }));

/** Choices out of fast-check's generator of values inside of a run. */
export function drawing(generate: fc.GeneratorValue): Draw {
	const below = (limit: number) => (limit <= 1 ? 0 : generate(unbiased, limit - 1));
	const among = <Value>(values: readonly Value[]): Value => {
		if (values.length === 0) throw new Error("nothing to choose from");
		// The index is one of the array's own.
		return values[below(values.length)] as Value;
	};
	return {
		below,
		among,
		chance: (percent) => below(100) >= 100 - percent,
		some: (values, most) => {
			const left = [...values];
			const count = below(Math.min(most, left.length) + 1);
			const chosen: typeof left = [];
			while (chosen.length < count) chosen.push(...left.splice(below(left.length), 1));
			return chosen;
		},
		of: (arbitrary) => generate(arbitrary),
	};
}

/** A property of what can be drawn. */
export function drawn(
	check: (draw: Draw) => Promise<void>,
): fc.IAsyncProperty<[fc.GeneratorValue]> {
	return fc.asyncProperty(fc.gen(), (generate) => check(drawing(generate)));
}
