import type { Order } from "../order.ts";
import type { Slice } from "../slice.ts";
import { identifier, keyword, list, type Sql, sql } from "../sql.ts";
import { type Picked, pick } from "./postings/pick.ts";

/** The matches of a slice of all that a search has found; null where the order is not that of relevance. */
export function pickedOf({ ofMatches }: Order, slice: Slice): Picked | null {
	return ofMatches === undefined ? null : pick(ofMatches.matches, ofMatches.direction, slice);
}

/** The SQL statement that reads what was picked, with the columns by which each row tells its place. */
export function pickedStatement(
	table: string,
	columns: Sql,
	{ backward }: Slice,
	{ keys, numbers }: Picked,
): Sql {
	const direction = keyword(backward ? "DESC" : "ASC");
	const all = list([columns, sql`f.key AS place0`, sql`f.number AS place1`]);
	return sql`
		SELECT ${all}
		FROM unnest(${[...numbers]}::int[], ${[...keys]}::int[]) AS f(number, key) JOIN ${identifier(table)} s ON s.number = f.number
		ORDER BY f.key ${direction}, f.number ${direction}`;
}
