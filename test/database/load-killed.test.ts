import { describe, expect, test } from "vitest";
import { load } from "../../src/database/load.ts";
import { prepareDatabase } from "../../src/database/prepare.ts";
import { emptyDatabase, realCorpus } from "../support/database.ts";
import { startChild } from "./children.ts";
import { urlOf } from "./server.ts";
import { everyRow } from "./table-rows.ts";
import { variedCorpus } from "./variants.ts";
import { SILENT } from "./varied-database.ts";

describe.runIf(process.env.DATABASE_URL)("seeding a PostgreSQL server", () => {
	test("serves the old corpus whole meanwhile, and after kill -9 in the middle", async () => {
		const database = await emptyDatabase();
		await load(database, await realCorpus());
		const before = await everyRow(database);
		const url = await urlOf(database);
		for (const table of ["document", "statement"]) {
			const child = startChild("seed-and-hang.ts", url, table);
			expect(await child.nextLine()).toBe("in the middle");
			expect(await everyRow(database), `while ${table} is written`).toEqual(before);
			await child.kill();
			expect(await everyRow(database), `killed after ${table}`).toEqual(before);
		}
		const other = await variedCorpus();
		const again = await prepareDatabase({ url }, other, SILENT);
		await again.close();
		expect((await everyRow(database)).Corpus).toEqual([other.version]);
	});
});
