import type { BenchRequest } from "../queries/query.ts";

/** A short stretch of load on one contender. */
export interface SliceOrder {
	readonly origin: string;
	/** How many connections ask, each again as soon as it is answered. */
	readonly connections: number;
	/** How long, in milliseconds. */
	readonly milliseconds: number;
	readonly requests: readonly BenchRequest[];
	/** The bytes of the answer to each request; null where nobody has asked it yet. */
	readonly bytes: readonly (number | null)[];
	/** Which request is asked first. */
	readonly offset: number;
}

/** What a slice of load found. */
export interface SliceResult {
	readonly requests: number;
	readonly requestsPerSecond: number;
	/** In milliseconds. */
	readonly p50: number;
	readonly p99: number;
	/** The bytes of the answers' bodies. */
	readonly bytes: readonly (number | null)[];
	/** Bytes an answer, the mean. */
	readonly meanBytes: number;
}

/** What the client's process sends back. */
export type ClientMessage = { readonly result: SliceResult } | { readonly fault: string };
