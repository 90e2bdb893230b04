/** A stretch of tokens by their positions in what was given: half open. */
export interface Stretch {
	readonly start: number;
	readonly end: number;
}
