import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { load } from "../../src/database/load.ts";
import { openPostgres } from "../../src/database/postgres.ts";
import { urlOf } from "../database/server.ts";
import { emptyDatabase, realCorpus } from "../support/database.ts";
import { startServer } from "../support/server.ts";

const QUERY = '{ speaker(by: { slug: "putin" }) { slug statements(first: 3) { totalCount } } }';

describe.runIf(process.env.DATABASE_URL)("PostgreSQL with no room for another connection", () => {
	const role = `aqwal_no_room_${process.pid}`;
	let owner: pg.Client;
	let database: Database;
	let url: string;
	beforeAll(async () => {
		const seeded = await emptyDatabase();
		await load(seeded, await realCorpus());
		owner = new pg.Client({ connectionString: await urlOf(seeded) });
		await owner.connect();
		await owner.query(`CREATE ROLE ${role} LOGIN CONNECTION LIMIT 0`);
		await owner.query(`GRANT USAGE ON SCHEMA public TO ${role}`);
		await owner.query(`GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${role}`);
		const limited = Object.assign(new URL(await urlOf(seeded)), { username: role });
		database = openPostgres(limited.href, { connections: 3, statementMilliseconds: 5000 });
		({ url } = await startServer(database, { answerCacheMegabytes: 0 }));
	});
	afterAll(async () => {
		await database.close();
		await owner.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
		await owner.end();
	});
	const ask = () =>
		fetch(url, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ query: QUERY }),
		});

	it("says when to ask again, and is used as soon as there is room", async () => {
		const refused = await ask();
		expect(refused.status).toBe(503);
		expect(refused.headers.get("retry-after")).toBe("1");
		expect(await refused.json()).toMatchObject({
			errors: [
				{
					message: "the server is asked for more at once than it can answer; ask again in 1 s",
					extensions: { code: "OVERLOADED" },
				},
			],
		});
		await owner.query(`ALTER ROLE ${role} CONNECTION LIMIT 10`);
		const answered = await ask();
		expect(answered.status).toBe(200);
		expect(await answered.json()).toMatchObject({ data: { speaker: { slug: "putin" } } });
	});
});
