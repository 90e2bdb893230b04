import { describe, expect, test } from "vitest";
import { openThread } from "../../src/database/embedded/thread.ts";
import { openEmbedded } from "../../src/database/embedded.ts";
import { sql } from "../../src/database/sql.ts";

describe.runIf(!process.env.DATABASE_URL)("openEmbedded", () => {
	test("opens what was dumped, as a database of its own", async () => {
		const first = await openEmbedded();
		await (await first.writer()).publisher.create({
			data: { slug: "kept", number: 0, sortName: "kept", reviewStatus: "CURATED" },
		});
		const archive = await first.dump();
		await (await first.writer()).publisher.create({
			data: { slug: "after", number: 1, sortName: "after", reviewStatus: "CURATED" },
		});
		const second = await openEmbedded(openThread(archive));
		await (await second.writer()).publisher.create({
			data: { slug: "own", number: 2, sortName: "own", reviewStatus: "CURATED" },
		});
		const slugs = sql`SELECT slug FROM "Publisher" ORDER BY slug`;
		expect(await first.read(slugs)).toEqual([{ slug: "after" }, { slug: "kept" }]);
		expect(await second.read(slugs)).toEqual([{ slug: "kept" }, { slug: "own" }]);
		await first.close();
		await second.close();
		await expect(first.read(slugs)).rejects.toThrow();
	});

	test("fails for an archive that is none", async () => {
		await expect(
			openEmbedded(openThread(new TextEncoder().encode("no archive").buffer)),
		).rejects.toThrow();
	});
});
