import { createHash, randomUUID } from "node:crypto";
import { type Logger, pino, stdTimeFunctions } from "pino";
import type { LogLevel } from "../../config.ts";

/** What is known of an operation that was answered. No variables: they may say who asks. */
export interface AnsweredOperation {
	/** As the client calls it; null for one of our own. */
	readonly requestId: string | null;
	/** Of HTTP. */
	readonly status: number;
	readonly milliseconds: number;
	readonly from: "cache" | "made";
	/** Left out where no operation could be made out. */
	readonly operation?: OperationFacts | undefined;
}

/** What is known of an operation once it has been understood. */
export interface OperationFacts {
	/** Null where it has none. */
	readonly name: string | null;
	/** The text of the document. */
	readonly document: string;
	readonly cost: number;
	/** How many SQL statements it has asked for so far. */
	statementCount(): number;
}

/** The log of a server: a line of JSON for each event. */
export interface ServerLog {
	/** At level info: every operation. At level warn: only those that the server could not answer. */
	answered(answer: AnsweredOperation): void;
	/** At level error: the cause of what a client is told as an internal error. */
	unexpected(cause: unknown): void;
}

const FIRST_OF_SERVER_ERRORS = 500;
/** In hexadecimal digits. */
const HASH_LENGTH = 16;
const STANDARD_ERROR = 2;

/** What operations with the same text have in common in the log. */
export function hashOf(document: string): string {
	return createHash("sha256").update(document).digest("hex").slice(0, HASH_LENGTH);
}

/**
 * Opens the log. It goes to standard error, so that standard output is for what a person
 * is told at the start.
 *
 * @param write where the lines go instead
 */
export function openLog(level: LogLevel, write?: { write(line: string): void }): ServerLog {
	const options = { level, base: null, timestamp: stdTimeFunctions.isoTime };
	const logger: Logger =
		write === undefined
			? pino(options, pino.destination({ fd: STANDARD_ERROR, sync: true }))
			: pino(options, write);
	return {
		answered({ operation, milliseconds, requestId, ...answer }) {
			const severity = answer.status >= FIRST_OF_SERVER_ERRORS ? "warn" : "info";
			if (!logger.isLevelEnabled(severity)) return;
			const known = operation && {
				operation: operation.name,
				hash: hashOf(operation.document),
				cost: operation.cost,
				statements: operation.statementCount(),
			};
			logger[severity](
				// Made only for what is written.
				{
					requestId: requestId ?? randomUUID(),
					...answer,
					...known,
					milliseconds: Math.round(milliseconds * 10) / 10,
				},
				"operation",
			);
		},
		unexpected(cause) {
			logger.error({ err: cause }, "unexpected");
		},
	};
}
