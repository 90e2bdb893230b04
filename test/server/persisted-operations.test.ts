import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPersistedOperations } from "../../src/server/read-persisted-operations.ts";
import { corpusDatabase } from "../support/database.ts";
import { startServer } from "../support/server.ts";

const OPERATION = "query Newest($first: Int) { statements(first: $first) { nodes { slug } } }";
const OTHER = "{ corpus { version } }";
const idOf = (text: string) => createHash("sha256").update(text).digest("hex");

describe("persisted operations only", () => {
	let folder: string;
	let url: string;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "aqwal-persisted-"));
		const file = join(folder, "operations.json");
		await writeFile(file, JSON.stringify({ [idOf(OPERATION)]: OPERATION, [idOf(OTHER)]: OTHER }));
		({ url } = await startServer(await corpusDatabase(), { persistedOperations: file }));
	});
	afterAll(() => rm(folder, { recursive: true }));

	async function ask(body: object) {
		const response = await fetch(url, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify(body),
		});
		const { data, errors } = (await response.json()) as {
			data?: Record<string, { nodes?: unknown[]; version?: string }>;
			errors?: { extensions: { code: string } }[];
		};
		return { status: response.status, data, code: errors?.[0]?.extensions.code };
	}
	const byId = (sha256Hash: string, variables = {}) =>
		ask({ extensions: { persistedQuery: { version: 1, sha256Hash } }, variables });

	it("are answered by their ids, with the variables of each request", async () => {
		for (const first of [1, 2, 3, 2, 1]) {
			const { status, data } = await byId(idOf(OPERATION), { first });
			expect([status, data?.statements?.nodes?.length]).toEqual([200, first]);
		}
		expect((await byId(idOf(OTHER))).data?.corpus?.version).toMatch(/^[0-9a-f]{16}$/);
	});

	it("are answered by GET", async () => {
		const extensions = JSON.stringify({
			persistedQuery: { version: 1, sha256Hash: idOf(OTHER) },
		});
		const response = await fetch(`${url}?${new URLSearchParams({ extensions })}`);
		expect(response.status).toBe(200);
		expect(await response.text()).toContain('"version"');
	});

	it("are the only ones: no other id, and no text, not even of one of them", async () => {
		expect(await byId(idOf("{ __typename }"))).toMatchObject({
			status: 404,
			code: "NOT_PERSISTED",
		});
		for (const query of [OPERATION, OTHER, "{ __typename }"])
			expect(await ask({ query })).toMatchObject({ status: 403, code: "NOT_PERSISTED" });
		const response = await fetch(`${url}?query=${encodeURIComponent(OTHER)}`);
		expect(response.status).toBe(403);
		expect(
			await ask({ query: OTHER, extensions: { persistedQuery: { sha256Hash: idOf(OPERATION) } } }),
		).not.toMatchObject({ data: { corpus: expect.anything() } });
	});

	it("are checked at the start", async () => {
		const file = join(folder, "faulty.json");
		await writeFile(file, JSON.stringify({ one: "{ nothing }", two: 2, three: OTHER }));
		await expect(readPersistedOperations(file)).rejects.toThrow(
			`PERSISTED_OPERATIONS: ${file}: one: Cannot query field "nothing" on type "Query".\nPERSISTED_OPERATIONS: ${file}: two: expected the text of an operation`,
		);
		await writeFile(file, "[]");
		await expect(readPersistedOperations(file)).rejects.toThrow("expected");
		await expect(readPersistedOperations(join(folder, "missing.json"))).rejects.toThrow("ENOENT");
	});
});
