import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { ConnectionCounts } from "../../database/database.ts";
import type { Turns } from "../turns.ts";

/** What is asked for, as few words as there are kinds of answers: a label must have few values. */
export type Route = "graphql" | "export" | "page" | "health" | "ready" | "metrics" | "other";

/** How an answer to an operation came about. */
export type AnswerSource = "cache" | "made";

/** What the measures are read from when they are asked for. */
export interface MeasureSources {
	readonly turns: Pick<Turns, "underWay" | "waiting">;
	/** The version of the corpus that is served; null while nobody can tell. */
	readonly version: () => string | null;
	/** Left out for a database without connections. */
	readonly connections?: (() => ConnectionCounts) | undefined;
}

/** What is counted while the server works. */
export interface Measures {
	/** @param seconds from the last byte of the head of the request to the last of the answer */
	onAnswer(route: Route, status: number, seconds: number): void;
	/** An error as a client is shown it, by its code. */
	onError(code: string): void;
	onOperation(source: AnswerSource, statements: number): void;
	/** All of it in the text format of Prometheus, and its content type. */
	text(): Promise<string>;
	readonly contentType: string;
}

/** In seconds: from an answer that is kept to one that is ended. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

function gaugesOf(registers: Registry[], { turns, version, connections }: MeasureSources): void {
	new Gauge({
		name: "aqwal_operations",
		help: "Operations that are worked on (under_way) and that wait for their turn (waiting).",
		labelNames: ["state"],
		registers,
		collect() {
			this.set({ state: "under_way" }, turns.underWay);
			this.set({ state: "waiting" }, turns.waiting);
		},
	});
	new Gauge({
		name: "aqwal_corpus_info",
		help: "1 for the version of the corpus that is served; none while nobody can tell.",
		labelNames: ["version"],
		registers,
		collect() {
			this.reset();
			const served = version();
			if (served !== null) this.set({ version: served }, 1);
		},
	});
	if (connections === undefined) return;
	new Gauge({
		name: "aqwal_database_connections",
		help: "Connections to the database: all that are open, those that are idle, and how many statements wait for one.",
		labelNames: ["state"],
		registers,
		collect() {
			const { open, idle, waiting } = connections();
			this.set({ state: "open" }, open);
			this.set({ state: "idle" }, idle);
			this.set({ state: "waiting" }, waiting);
		},
	});
}

/**
 * Begins to count, in a registry of its own: with the names of Prometheus (seconds, _total),
 * and beside it what prom-client knows of the process: memory, event loop, garbage.
 */
export function createMeasures(sources: MeasureSources): Measures {
	const register = new Registry();
	const registers = [register];
	collectDefaultMetrics({ register });
	gaugesOf(registers, sources);
	const requests = new Counter({
		name: "aqwal_requests_total",
		help: "Answers over HTTP, by what was asked for and by status.",
		labelNames: ["route", "status"],
		registers,
	});
	const seconds = new Histogram({
		name: "aqwal_request_seconds",
		help: "How long answers took, from the head of the request to the last byte of the answer.",
		labelNames: ["route"],
		buckets: BUCKETS,
		registers,
	});
	const errors = new Counter({
		name: "aqwal_errors_total",
		help: "Errors that clients were shown, by code.",
		labelNames: ["code"],
		registers,
	});
	const operations = new Counter({
		name: "aqwal_answers_total",
		help: "Answers to operations: kept from an earlier one (cache) or made anew (made).",
		labelNames: ["from"],
		registers,
	});
	const statements = new Counter({
		name: "aqwal_sql_statements_total",
		help: "SQL statements that operations have asked the database.",
		registers,
	});
	return {
		onAnswer(route, status, taken) {
			requests.inc({ route, status: String(status) });
			seconds.observe({ route }, taken);
		},
		onError: (code) => errors.inc({ code }),
		onOperation(from, count) {
			operations.inc({ from });
			if (count > 0) statements.inc(count);
		},
		text: () => register.metrics(),
		contentType: register.contentType,
	};
}
