import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { load } from "../../src/database/load.ts";
import { prepareDatabase } from "../../src/database/prepare.ts";
import { emptyDatabase, realCorpus } from "../support/database.ts";
import { startChild } from "./children.ts";
import { definitionsOf } from "./definitions.ts";
import { urlOf } from "./server.ts";
import { everyRow } from "./table-rows.ts";
import { variedCorpus } from "./variants.ts";
import { SILENT } from "./varied-database.ts";

const MOMENTS = [
	["copying", "Document"],
	["copying", "Statement"],
	["indexing", "StatementPosting"],
	["linking", "Attribution"],
	["analyzing", "Statement"],
	["swapping", ""],
] as const;

describe.runIf(process.env.DATABASE_URL)("seeding a PostgreSQL server", () => {
	let database: Database;
	let url: string;
	let before: unknown;
	let definitions: unknown;
	beforeAll(async () => {
		database = await emptyDatabase();
		await load(database, await realCorpus());
		[before, definitions] = [await everyRow(database), await definitionsOf(database)];
		url = await urlOf(database);
	});

	test.each(MOMENTS)(
		"serves the old corpus whole in %s %s, and after kill -9",
		async (...moment) => {
			const child = startChild("seed-and-hang.ts", url, ...moment);
			expect(await child.nextLine()).toBe("in the middle");
			expect(await everyRow(database)).toEqual(before);
			await child.kill();
			expect(await everyRow(database)).toEqual(before);
		},
	);

	test("works after one that was killed, and leaves nothing of it behind", async () => {
		expect((await definitionsOf(database)).stagings).toHaveLength(1);
		const other = await variedCorpus();
		const again = await prepareDatabase({ url }, other, SILENT);
		await again.close();
		expect((await everyRow(database)).Corpus).toEqual([other.version]);
		expect(await definitionsOf(database)).toEqual(definitions);
	});
});
