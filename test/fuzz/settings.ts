import fc from "fast-check";

/** How many operations are asked where FUZZ_RUNS sets no other number. */
export const DEFAULT_RUNS = 1500;
/** Any number would do; the same one each time, so that a failure is no surprise of the day. */
const DEFAULT_SEED = 20181003;

function setting(name: string, otherwise: number): number {
	const text = process.env[name] ?? "";
	if (text === "") return otherwise;
	const value = Number(text);
	if (!Number.isSafeInteger(value)) throw new Error(`expected ${name} to be a whole number`);
	return value;
}

/** The setting FUZZ_RUNS: how many operations are asked; all else that is tried grows with it. */
export const RUNS = setting("FUZZ_RUNS", DEFAULT_RUNS);

/** The setting FUZZ_SEED: what is tried depends on nothing else. */
export const SEED = setting("FUZZ_SEED", DEFAULT_SEED);

/** How long a run may take on a busy machine, those included by which a failure is narrowed down. */
const MILLISECONDS_A_RUN = 300;
const MILLISECONDS_AT_LEAST = 60_000;
/** What a test may take longer than its property, which then says where it was. */
const MILLISECONDS_MORE = 30_000;

/** How a property is tried. */
export interface Trials {
	readonly numRuns: number;
	/** For fast-check. */
	readonly parameters: Pick<fc.Parameters<unknown>, "seed" | "numRuns" | "plugins">;
	/** How long the test may take, in milliseconds. */
	readonly timeout: number;
}

/**
 * How often a property is tried, and from where the randomness comes.
 *
 * @param runs where FUZZ_RUNS is not set; when it is, as many times more or fewer
 */
export function trials(runs: number): Trials {
	const numRuns = Math.ceil((runs * RUNS) / DEFAULT_RUNS);
	const limit = MILLISECONDS_AT_LEAST + MILLISECONDS_A_RUN * numRuns;
	const plugins = [fc.interruptAfterTimeLimit(limit, { failOnInterrupt: true })];
	return {
		numRuns,
		parameters: { seed: SEED, numRuns, plugins },
		timeout: limit + MILLISECONDS_MORE,
	};
}
