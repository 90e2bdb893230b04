import { DERIVED_NAMES } from "./table-names.ts";

/**
 * What loading does one after the other: writes the rows, builds the indexes, checks the
 * foreign keys, lets the planner count, and puts the new tables in the place of the old.
 * A database that nobody reads meanwhile is only copied into.
 */
export type LoadPhase = "copying" | "indexing" | "linking" | "analyzing" | "swapping" | "done";

/** How far the loading is. */
export interface LoadProgress {
	readonly phase: LoadPhase;
	/** The table that was worked at, null when a phase begins. */
	readonly table: string | null;
	/** Of this phase; each index and each foreign key counts the rows of its table. */
	readonly rowsDone: number;
	/** Null when nobody has counted the rows before. */
	readonly rowsTotal: number | null;
	/** Since this phase began. */
	readonly rowsPerSecond: number;
	/** Until this phase ends; null when it cannot be told yet. */
	readonly secondsLeft: number | null;
}

/** In milliseconds. */
const SECOND = 1000;

/** Counts the rows of each phase. */
export interface Meter {
	begin(phase: LoadPhase, rowsTotal: number | null): void;
	/** So many rows of a table are done. */
	add(table: string, rows: number): void;
	/** All is done, and served. */
	end(): void;
	/** How many rows of each table were copied so far. */
	readonly copied: ReadonlyMap<string, number>;
}

/**
 * Makes a meter that tells each step.
 *
 * @param now in milliseconds
 */
export function createMeter(
	onProgress: (progress: LoadProgress) => void,
	now: () => number = () => performance.now(),
): Meter {
	const start = now();
	const copied = new Map<string, number>();
	let [phase, rowsTotal, rowsDone, began]: [LoadPhase, number | null, number, number] = [
		"copying",
		null,
		0,
		start,
	];
	const tell = (table: string | null) => {
		const seconds = (now() - began) / SECOND;
		const rowsPerSecond = seconds > 0 ? rowsDone / seconds : 0;
		const isKnown = rowsTotal !== null && rowsPerSecond > 0;
		const secondsLeft = isKnown ? ((rowsTotal ?? 0) - rowsDone) / rowsPerSecond : null;
		onProgress({ phase, table, rowsDone, rowsTotal, rowsPerSecond, secondsLeft });
	};
	return {
		copied,
		begin(next, total) {
			[phase, rowsTotal, rowsDone, began] = [next, total, 0, now()];
			tell(null);
		},
		end() {
			rowsDone = [...copied.values()].reduce((sum, rows) => sum + rows, 0);
			[phase, rowsTotal, began] = ["done", rowsDone, start];
			tell(null);
		},
		add(table, rows) {
			// How many follow from others nobody can say before, so they are not in the total.
			if (phase !== "copying" || !DERIVED_NAMES.has(table)) rowsDone += rows;
			if (phase === "copying") copied.set(table, (copied.get(table) ?? 0) + rows);
			tell(table);
		},
	};
}
