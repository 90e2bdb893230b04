import { rm } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { isOutOfTime } from "../../src/database/deadline.ts";
import { openLasting } from "../../src/database/embedded/lasting-thread.ts";
import { openThread } from "../../src/database/embedded/thread.ts";
import { openEmbedded } from "../../src/database/embedded.ts";
import { prepareDatabase } from "../../src/database/prepare.ts";
import { type Sql, sql } from "../../src/database/sql.ts";
import { asNobody, temporaryFolder } from "../database/folders.ts";
import { realCorpus } from "../support/database.ts";
import { startServer } from "../support/server.ts";

/** In milliseconds; what is asked here beside what never ends takes a few. */
const MOST = 2000;
/** Takes minutes. */
const ENDLESS = sql`SELECT count(*) FROM generate_series(1, 2000000000)`;
const VERSION = sql`SELECT version FROM "Corpus"`;

describe.runIf(!process.env.DATABASE_URL)(
	"a statement of the embedded database that never ends",
	() => {
		let built: string;
		beforeAll(async () => {
			built = (await realCorpus()).version;
		});

		async function open(folder: string) {
			const notes: string[] = [];
			const events = { onNote: (line: string) => notes.push(line), onProgress: () => undefined };
			const target = { folder, statementMilliseconds: MOST };
			const database = await prepareDatabase(target, await realCorpus(), events);
			return { database, notes };
		}

		test("is ended, told as what it is, and the database is as before", async () => {
			const { database } = await open("data/test");
			const asked = (statement: Sql) => database.read(statement).catch((error: unknown) => error);
			const [error, ...behind] = await Promise.all([
				asked(ENDLESS),
				asked(VERSION),
				asked(VERSION),
			]);
			expect(isOutOfTime(error)).toBe(true);
			// Who waited behind it is answered, by the thread that comes after it.
			expect(behind).toEqual([[{ version: built }], [{ version: built }]]);
			await database.close();
		});

		test("is answered with 504, and the next operation as ever", async () => {
			const { database } = await open("data/test");
			let isEndless = true;
			const { url } = await startServer(
				{
					...database,
					read: (statement, isBrief, until) =>
						database.read(isEndless ? ENDLESS : statement, isBrief, until),
					watch: async () => async () => undefined,
				},
				{ mostMilliseconds: MOST },
			);
			const ask = async () => {
				const query = encodeURIComponent("{ corpus { version } }");
				const response = await fetch(`${url}?query=${query}`);
				return [response.status, await response.text()];
			};
			expect((await ask())[0]).toBe(504);
			isEndless = false;
			await expect
				.poll(ask, { timeout: 20_000 })
				.toEqual([200, `{"data":{"corpus":{"version":"${built}"}}}`]);
			await database.close();
		});

		test("does no harm where the built database cannot be kept", async () => {
			const folder = await temporaryFolder({ mode: 0o555 });
			const { database, notes } = await asNobody(() => open(folder));
			expect(notes.join()).toContain("cannot be kept");
			for (let time = 0; time < 2; time += 1) {
				await expect(database.read(ENDLESS)).rejects.toSatisfy(isOutOfTime);
				expect(await database.read(VERSION)).toEqual([{ version: built }]);
			}
			await database.close();
		});

		test("says what to do where it has gone from its folder", async () => {
			const folder = await temporaryFolder();
			const { database } = await open(folder);
			await rm(folder, { recursive: true });
			await expect(database.read(ENDLESS)).rejects.toSatisfy(isOutOfTime);
			await expect(database.read(VERSION)).rejects.toThrow(
				/^expected the built database in .*, found it missing; start the process again$/,
			);
			await database.close();
		});
	},
);

test.runIf(!process.env.DATABASE_URL)("a thread that breaks is replaced too", async () => {
	const empty = await openEmbedded();
	const archive = await empty.dump();
	await empty.close();
	const thread = openLasting(await openThread(archive.slice(0)));
	thread.replaceBy({ milliseconds: 60_000, archive: async () => archive.slice(0) });
	const message = (type: string, content: string) => {
		const bytes = Buffer.from(`${type}....${content}\0`);
		bytes.writeUInt32BE(bytes.length - 1, 1);
		return new Uint8Array(bytes);
	};
	// No PostgreSQL knows a message of this type: it ends.
	await expect(thread.ask(message("!", ""), () => undefined)).rejects.toThrow("broken down");
	let answer = "";
	await thread.ask(message("Q", "SELECT 'it is ' || 'back'"), (part) => {
		answer += Buffer.from(part).toString("latin1");
	});
	expect(answer).toContain("it is back");
	await thread.close();
});
