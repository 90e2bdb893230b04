import type { Content } from "./content.ts";
import type { Cue } from "./cues/cue.ts";
import type { Speaker } from "./resolve/resolver.ts";

/** A statement as it is found: its words by their positions, and who speaks. */
export interface Proposal {
	readonly cue: Cue;
	readonly content: Content;
	readonly speakers: readonly Speaker[];
	/** Who passed it on, the one nearest to the article first. */
	readonly via: readonly Speaker[];
}
