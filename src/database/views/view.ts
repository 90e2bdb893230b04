import pg from "pg";

/** A column of a view. */
export interface ViewColumn {
	/** What gives its values, over the tables of `from`. */
	readonly sql: string;
	/** What it is, in which unit, and what null means: people read it in their dashboards. */
	readonly comment: string;
}

/** A view for people who ask in SQL. */
export interface View {
	/** Part of dashboards that others have made: it does not change. */
	readonly name: string;
	/** What one row is. */
	readonly comment: string;
	/**
	 * By name, which does not change either. New ones are added at the end: only so does a
	 * view that others have made over this one stay as it is.
	 */
	readonly columns: Readonly<Record<string, ViewColumn>>;
	/** The tables without their schema, and which of their rows. Each text in it collates as "C". */
	readonly from: string;
}

/** The SELECT of a view, of the tables that the search path finds first. */
export function selectOf({ columns, from }: View): string {
	const named = Object.entries(columns).map(([name, { sql }]) => `${sql} AS ${name}`);
	return `SELECT ${named.join(",\n\t")}\n${from}`;
}

/** The SQL that writes a view's comments beside it. */
export function commentsOf({ name, comment, columns }: View, schema: string): string {
	const view = `${pg.escapeIdentifier(schema)}.${name}`;
	return [
		`COMMENT ON VIEW ${view} IS ${pg.escapeLiteral(comment)}`,
		...Object.entries(columns).map(
			([column, { comment: told }]) =>
				`COMMENT ON COLUMN ${view}.${column} IS ${pg.escapeLiteral(told)}`,
		),
	].join(";");
}
