import { expect, test } from "vitest";
import type { StatementFilter } from "../../../src/database/filter/inputs.ts";
import { statementCondition } from "../../../src/database/filter/statement.ts";
import { createReferences } from "../../../src/database/references.ts";
import { sql } from "../../../src/database/sql.ts";
import { corpusDatabase } from "../../support/database.ts";

const DEPTH = 6;

/** A filter that asks for everything at once, which no statement is. */
const everything: StatementFilter = {
	speaker: { eq: "putin", in: ["putin"], notIn: [] },
	addressee: { eq: "putin", in: ["putin"], notIn: [] },
	relay: { eq: "putin", in: ["putin"], notIn: [] },
	relayed: true,
	joint: true,
	attributionRole: "JOINT",
	resolution: { eq: "NAMED", notIn: ["PRONOUN"] },
	location: { eq: "syria", in: ["syria"], notIn: [], role: "ABOUT" },
	publisher: { in: [], notIn: [] },
};

test("a filter in a filter is planned level by level, not as one join of all tables", async () => {
	const database = await corpusDatabase();
	let filter = everything;
	for (let depth = 1; depth < DEPTH; depth += 1) filter = { ...everything, or: [filter] };
	const condition = await statementCondition(createReferences(database), filter);
	const plan = await database.read<{ "QUERY PLAN": string }>(
		sql`EXPLAIN SELECT count(*) FROM "Statement" s WHERE ${condition}`,
	);
	const joins = plan.filter((row) =>
		/Semi Join|Anti Join|Nested Loop|Hash Join/.test(row["QUERY PLAN"]),
	);
	expect(plan.length).toBeGreaterThan(DEPTH);
	// One level has about a dozen links; six levels in one join would have six times as many.
	expect(joins.length).toBeLessThan(80);
});
