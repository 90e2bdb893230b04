/**
 * Waits for something, but not for ever. What comes too late is let go by, an error too.
 *
 * @param milliseconds how long
 */
export function inTime<Value>(
	awaited: Promise<Value>,
	milliseconds: number,
): Promise<Value | "late"> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => resolve("late"), milliseconds);
		awaited.then(resolve, reject).finally(() => clearTimeout(timer));
	});
}
