import type { Settings } from "./settings.ts";
import type { Words } from "./words.ts";

/** What a chart is made of. */
export interface Asking {
	readonly settings: Settings;
	/** How many statements there are for these settings. */
	readonly total: number;
	readonly words: Words;
	/** Ends the waiting. */
	readonly signal: AbortSignal;
}

/** A colour and what it stands for. */
export interface LegendEntry {
	readonly label: string;
	/** As CSS has it. */
	readonly color: string;
}

/** A chart, and the same in words and as a table for those who do not see it. */
export interface Picture {
	/** A sentence that says what is to be seen. */
	readonly summary: string;
	/** What has been left out, if anything. */
	readonly remark?: string;
	readonly legend?: readonly LegendEntry[];
	/** The names of the columns of the table. */
	readonly columns: readonly string[];
	/** The rows of the table: as many as there are marks; none: there is nothing to draw. */
	readonly rows: readonly (readonly string[])[];
	/** Draws it, so many CSS pixels wide. */
	draw(width: number): SVGSVGElement | HTMLElement;
}
