/** A value, or the promise of one. What is at hand is given as it is, so that a list of it needs no turn of the event loop. */
export type MaybePromise<Value> = Value | Promise<Value>;

/** Whether it is still to come. */
export function isPromise<Value>(value: MaybePromise<Value>): value is Promise<Value> {
	return value instanceof Promise;
}

/** Goes on with a value at once, or when it is there. */
export function andThen<Value, Next>(
	value: MaybePromise<Value>,
	next: (value: Value) => MaybePromise<Next>,
): MaybePromise<Next> {
	return isPromise(value) ? value.then(next) : next(value);
}

/** All of some values: at once when each of them is at hand. */
export function all<Value>(values: readonly MaybePromise<Value>[]): MaybePromise<Value[]> {
	// When none is a promise, all are values.
	return values.some(isPromise) ? Promise.all(values) : (values as Value[]);
}
