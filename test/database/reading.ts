import type { Reader } from "../../src/database/database.ts";
import type { StatementFilter } from "../../src/database/filter/inputs.ts";
import { statementCondition } from "../../src/database/filter/statement.ts";
import { type Order, statementOrder } from "../../src/database/order.ts";
import { type ListQuery, readPages, readTotals } from "../../src/database/page.ts";
import type { Page } from "../../src/database/page-rows.ts";
import { createReferences } from "../../src/database/references.ts";
import { MAXIMUM_PAGE_SIZE } from "../../src/database/slice.ts";
import { type Sql, sql } from "../../src/database/sql.ts";

/** What a whole list gives: the slugs of its rows page by page, and its own count. */
export interface Everything {
	readonly slugs: string[];
	readonly total: number;
}

/** Reads a list to its end in the largest pages. */
export async function everything(reader: Reader, query: ListQuery): Promise<Everything> {
	const slugs: string[] = [];
	let after: string | null = null;
	for (;;) {
		const pages: Page<{ slug: string }>[] = await readPages(
			reader,
			query,
			{ first: MAXIMUM_PAGE_SIZE, after },
			[""],
		);
		const [page] = pages;
		slugs.push(...(page?.rows ?? []).map(({ row }) => row.slug));
		if (!page?.hasNextPage) break;
		after = page.rows.at(-1)?.cursor ?? null;
	}
	const [total = -1] = await readTotals(reader, query, [""]);
	return { slugs, total };
}

/** A list at the root of the API. */
export function rootList(
	table: ListQuery["table"],
	order: Order,
	condition: Sql = sql`true`,
): ListQuery {
	return { table, order, condition, scope: null };
}

/** All statements that match a filter, in the order of POSITION. */
export async function everyStatement(
	reader: Reader,
	filter: StatementFilter | null | undefined,
): Promise<Everything> {
	const condition = await statementCondition(createReferences(reader), filter);
	return everything(reader, rootList("Statement", statementOrder("POSITION", "ASC"), condition));
}
