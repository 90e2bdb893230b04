import { describe, expect, it } from "vitest";
import type { Database } from "../../../src/database/database.ts";
import { hashOf, openLog, type ServerLog } from "../../../src/server/observe/log.ts";
import { createMeasures } from "../../../src/server/observe/measures.ts";
import { corpusDatabase } from "../../support/database.ts";
import { startServer } from "../../support/server.ts";

const QUERY = "query Newest($first: Int) { statements(first: $first) { nodes { slug } } }";

async function post(url: string, body: object) {
	const response = await fetch(url, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify(body),
	});
	return { status: response.status, text: await response.text() };
}

/** The samples of Prometheus' text format by their names and labels. */
async function samplesOf(url: string): Promise<Map<string, number>> {
	const response = await fetch(new URL("/metrics", url));
	expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
	const lines = (await response.text()).split("\n").filter((line) => line && !line.startsWith("#"));
	return new Map(
		lines.map((line) => {
			const space = line.lastIndexOf(" ");
			return [line.slice(0, space), Number(line.slice(space + 1))];
		}),
	);
}

describe("what was measured", () => {
	it("has requests, errors, what was kept, SQL statements, and the corpus", async () => {
		const { url } = await startServer(await corpusDatabase());
		for (let time = 0; time < 3; time += 1) await post(url, { query: QUERY });
		await post(url, { query: "{ nothing }" });
		await fetch(new URL("/health", url));
		await fetch(new URL("/no/such/path", url));
		const { corpus } = (await (await fetch(new URL("/ready", url))).json()) as { corpus: string };
		const samples = await samplesOf(url);
		expect(samples.get('aqwal_requests_total{route="graphql",status="200"}')).toBeGreaterThan(2);
		expect(samples.get('aqwal_requests_total{route="health",status="200"}')).toBe(1);
		expect(samples.get('aqwal_requests_total{route="other",status="404"}')).toBe(1);
		expect(samples.get('aqwal_errors_total{code="GRAPHQL_VALIDATION_FAILED"}')).toBe(1);
		expect(samples.get('aqwal_answers_total{from="cache"}')).toBe(2);
		expect(samples.get("aqwal_sql_statements_total")).toBe(1);
		expect(samples.get(`aqwal_corpus_info{version="${corpus}"}`)).toBe(1);
		expect(samples.get('aqwal_operations{state="waiting"}')).toBe(0);
		expect(samples.get('aqwal_request_seconds_count{route="graphql"}')).toBeGreaterThan(3);
		expect(samples.has("nodejs_eventloop_lag_p99_seconds")).toBe(true);
		expect(samples.has('aqwal_database_connections{state="open"}')).toBe(
			Boolean(process.env.DATABASE_URL),
		);
	});

	it("has as many series whatever clients send", async () => {
		const { url } = await startServer(await corpusDatabase());
		// A kind of garbage collection has its series from the first time on that it happens.
		const series = async () =>
			[...(await samplesOf(url)).keys()].filter((name) => !name.startsWith("nodejs_gc_")).length;
		const ask = async (name: string) => {
			await post(url, { query: `query ${name} { __typename ${name}: __typename }` });
			await fetch(new URL(`/${name}?${name}`, url), { headers: { accept: name, origin: name } });
		};
		await ask("first");
		await series();
		const before = await series();
		for (const name of ["second", "third", "fourth"]) await ask(name);
		expect(await series()).toBe(before);
	});

	it("has no version while nobody can tell which corpus is served", async () => {
		let version: string | null = "one";
		const measures = createMeasures({
			turns: { underWay: 1, waiting: 2 },
			version: () => version,
		});
		expect(await measures.text()).toContain('aqwal_corpus_info{version="one"} 1');
		version = null;
		expect(await measures.text()).not.toContain("aqwal_corpus_info{");
	});
});

describe("/ready", () => {
	it("tells which corpus is served", async () => {
		const { url } = await startServer(await corpusDatabase());
		const response = await fetch(new URL("/ready", url));
		expect([response.status, await response.json()]).toEqual([
			200,
			{ status: "ready", corpus: expect.stringMatching(/^[0-9a-f]{16}$/) },
		]);
		expect(response.headers.get("cache-control")).toBe("no-store");
	});

	it.each<[string, () => Promise<never>]>([
		["does not answer", () => new Promise(() => undefined)],
		["cannot be asked", () => Promise.reject(new Error("secret"))],
	])("is 503 while the database %s, and the process is healthy", async (_what, read) => {
		const database: Database = { ...(await corpusDatabase()), read };
		const { url } = await startServer(database);
		const [ready, health] = await Promise.all([
			fetch(new URL("/ready", url)),
			fetch(new URL("/health", url)),
		]);
		expect([ready.status, health.status]).toEqual([503, 200]);
		expect(ready.headers.get("retry-after")).toBe("1");
		const text = await ready.text();
		expect(text).toContain('"status":"not ready"');
		expect(text).not.toContain("secret");
	});

	it("is only read", async () => {
		const { url } = await startServer(await corpusDatabase());
		const response = await fetch(new URL("/ready", url), { method: "DELETE" });
		expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
		const head = await fetch(new URL("/ready", url), { method: "HEAD" });
		expect([head.status, await head.text()]).toEqual([200, ""]);
	});
});

/** A log, and the lines that it has written so far. */
function logInto(level: Parameters<typeof openLog>[0]): { log: ServerLog; lines: () => object[] } {
	const written: string[] = [];
	const log = openLog(level, { write: (line) => void written.push(line) });
	return { log, lines: () => written.map((line) => JSON.parse(line) as object) };
}

const ANSWER = {
	requestId: "abc",
	status: 200,
	milliseconds: 12.345,
	from: "made",
	operation: { name: "Newest", document: QUERY, cost: 21, statementCount: () => 2 },
} as const;

describe("the log", () => {
	it("has an operation in one line, by name and hash, without its text and variables", () => {
		const { log, lines } = logInto("info");
		log.answered(ANSWER);
		expect(lines()).toEqual([
			{
				level: 30,
				time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
				msg: "operation",
				requestId: "abc",
				status: 200,
				from: "made",
				operation: "Newest",
				hash: hashOf(QUERY),
				cost: 21,
				statements: 2,
				milliseconds: 12.3,
			},
		]);
	});

	it("has at level warn only what could not be answered", () => {
		const { log, lines } = logInto("warn");
		log.answered(ANSWER);
		log.answered({ ...ANSWER, status: 504 });
		log.unexpected(new Error("the cause"));
		expect(lines()).toMatchObject([
			{ level: 40, status: 504 },
			{ level: 50, err: { message: "the cause", stack: expect.any(String) } },
		]);
	});

	it("writes what comes from outside as JSON, on one line", () => {
		const { log, lines } = logInto("info");
		const name = 'a\n{"level":60}';
		log.answered({ ...ANSWER, operation: { ...ANSWER.operation, name } });
		expect(lines()).toMatchObject([{ operation: name }]);
	});
});
