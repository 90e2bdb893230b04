/**
 * The PostgreSQL server that the process is told to use, if any; without one it has an
 * embedded database. In a file of its own, so that a start knows it before all else.
 */
export function databaseUrl(
	values: { readonly DATABASE_URL?: string | undefined } = process.env,
): string | null {
	return values.DATABASE_URL || null;
}
