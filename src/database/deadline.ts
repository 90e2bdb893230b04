import pg from "pg";
import type { Reader } from "./database.ts";

/** What is asked takes longer than it may. */
export class OutOfTime extends Error {
	override readonly name = "OutOfTime";
}

/** PostgreSQL's code for a statement that was ended because it took too long, or because somebody asked for that. */
const QUERY_CANCELED = "57014";

/** Whether an error says that there was not enough time, here or in PostgreSQL. */
export function isOutOfTime(error: unknown): boolean {
	if (error instanceof OutOfTime) return true;
	return error instanceof pg.DatabaseError && error.code === QUERY_CANCELED;
}

/** PostgreSQL's codes for a server, or a role, that has as many connections as it may, and for one that is starting. */
const NO_ROOM = new Set(["53300", "57P03"]);

/** Whether an error says that PostgreSQL lets nobody in for now, so that to ask again later helps. */
export function isRefusedForNow(error: unknown): boolean {
	return error instanceof pg.DatabaseError && error.code !== undefined && NO_ROOM.has(error.code);
}

/**
 * Sees to it that nothing is begun for who is not waited for any more.
 *
 * @param until as performance.now() tells the time; left out: for ever
 * @throws OutOfTime when that is over
 */
export function checkTime(until: number | undefined): void {
	if (until !== undefined && performance.now() > until)
		throw new OutOfTime("the time for this operation is over");
}

/**
 * A reader that begins nothing any more once the time is over, nor lets anything begin that
 * waits for a connection then; what is being read then, PostgreSQL ends by its own
 * statement_timeout.
 *
 * @param deadline as performance.now() tells the time
 */
export function readerUntil(reader: Reader, deadline: number): Reader {
	return {
		async read(statement, isBrief) {
			checkTime(deadline);
			return reader.read(statement, isBrief, deadline);
		},
	};
}
