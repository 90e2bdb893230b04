import { Prisma } from "../generated/prisma/client.ts";
import type { Span } from "../text/span.ts";

/** A calendar day, YYYY-MM-DD, as Prisma takes it. */
export function toDay(day: string | null): Date | null {
	return day === null ? null : new Date(`${day}T00:00:00Z`);
}

/** A span where there is one, as Prisma takes JSON. */
export function toJson(span: Span | null): Prisma.InputJsonValue | typeof Prisma.DbNull {
	return span === null ? Prisma.DbNull : { ...span };
}

/** Rows as one value of JSON. */
export function toJsonArray(rows: readonly object[]): Prisma.InputJsonObject[] {
	// The rows of a checked corpus hold text, numbers, null and spans of these: all of it is JSON.
	return rows.map((row) => ({ ...row }) as Prisma.InputJsonObject);
}

/** Rows with their owner and their places, from 0. */
export function numbered<Row extends object, Owner extends object>(
	rows: readonly Row[],
	owner: Owner,
): (Row & Owner & { position: number })[] {
	return rows.map((row, position) => ({ ...row, ...owner, position }));
}
