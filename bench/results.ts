import type { ContenderName } from "./contenders/names.ts";
import type { ExportResult } from "./driver/export-rate.ts";
import type { Rounds } from "./driver/rounds.ts";
import type { SoakResult } from "./driver/soak.ts";

/** What one query showed. */
export interface QueryResult {
	readonly name: string;
	readonly title: string;
	readonly rounds: Rounds;
	/** SQL statements an operation. */
	readonly statements: Partial<Readonly<Record<ContenderName, number>>>;
}

/** What one contender showed, whatever it was asked. */
export interface ContenderResult {
	/** In bytes, after the load. */
	readonly residentBytes: number;
	/** From the start of the process to the first answer, in milliseconds. */
	readonly coldStart: number;
}

/** What one corpus showed. */
export interface SizeResult {
	readonly statements: number;
	readonly queries: readonly QueryResult[];
	readonly contenders: Partial<Readonly<Record<ContenderName, ContenderResult>>>;
	readonly export: ExportResult | null;
	/** Empty where it was not asked for. */
	readonly soak: SoakResult;
	/** How many statements a second were loaded; null where the database was there already. */
	readonly loadedPerSecond: number | null;
}

/** The same asked of the smallest and of the largest corpus: p50 of each round, in milliseconds. */
export interface Growth {
	readonly name: string;
	readonly small: readonly number[];
	readonly large: readonly number[];
}

/** Where and how it was measured. */
export interface Conditions {
	readonly date: string;
	readonly command: string;
	readonly commit: string;
	readonly processor: string;
	readonly cores: number;
	/** In bytes. */
	readonly memory: number;
	readonly node: string;
	readonly postgresql: string;
	/** The settings of the server that matter, as SHOW gives them. */
	readonly settings: Readonly<Record<string, string>>;
	readonly connections: number;
	readonly poolSize: number;
	readonly rounds: number;
	readonly seconds: number;
	readonly variant: Readonly<Record<string, string>>;
}

/** All that a run has found: what report.json holds. */
export interface Results {
	readonly conditions: Conditions;
	readonly sizes: readonly SizeResult[];
	/** Empty where one size was measured only. */
	readonly growth: readonly Growth[];
	/** From the start of `npm start` to the first answer of the embedded database, in milliseconds; null where it was not asked for. */
	readonly embeddedStart: number | null;
}
