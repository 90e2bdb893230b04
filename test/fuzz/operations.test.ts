import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { schema } from "../../src/schema/index.ts";
import { type Answer, JSON_TYPE, loggingApp, send } from "../server/http.ts";
import { counting } from "../support/app.ts";
import { corpusDatabase, realCorpus } from "../support/database.ts";
import { startServer } from "../support/server.ts";
import { Coverage } from "./coverage.ts";
import { type Operation, operation } from "./documents.ts";
import { type Draw, drawn } from "./draw.ts";
import { readKnown } from "./known.ts";
import { DEFAULT_RUNS, trials } from "./settings.ts";

/** Nothing here takes a second; what takes so long on a busy machine never ends. */
const LONGEST = 20_000;
/** How many SQL statements an operation may take: so many, and one more for each three things that it asks for. */
const STATEMENTS_OF_ANY = 4;
const STATEMENTS_OF_EACH = 1 / 3;
/** How often one that is asked again is asked: more often than it takes to compile it, and to keep its compiled form. */
const TIMES = 4;
/** A URL of more characters is refused by Node. */
const LONGEST_URL = 8000;

const runs = trials(DEFAULT_RUNS);
const database = await corpusDatabase();
const counted = counting(database);
/** Executes each operation as the reference does, and keeps nothing for the next one. */
const { app, logged } = loggingApp(counted);
/** Compiles what comes again. */
const compiling = await startServer(database, { answerCacheMegabytes: 0 });
/** Sends the same bytes again. */
const keeping = await startServer(database);
const known = await readKnown(app, schema, await realCorpus());

const coverage = new Coverage(schema);
const seen = {
	answered: 0,
	asked: 0,
	again: 0,
	mostStatements: 0,
	codes: new Map<string, number>(),
};

async function inTime<Value>(work: Promise<Value>): Promise<Value> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => reject(new Error(`no answer in ${LONGEST} ms`)), LONGEST);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}

/** A copy for each request, as the application writes the length of the body into it. */
const headers = () => ({ ...JSON_TYPE, accept: "application/json" });

async function askOver(url: string, body: string): Promise<string> {
	const response = await inTime(fetch(url, { method: "POST", headers: headers(), body }));
	return inTime(response.text());
}

function urlOf(url: string, { query, variables, operationName }: Operation): string {
	const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
	if (operationName !== undefined) parameters.set("operationName", operationName);
	return `${url}?${parameters}`;
}

/**
 * What must be the same each time: the data, whose fields may come in another order where an
 * operation has been compiled and skips some. Which of several errors is the first in what they
 * make null is a matter of time, so of errors only the codes count.
 */
function comparable(text: string): unknown {
	const { errors, ...others } = JSON.parse(text) as {
		errors?: { extensions: { code: string } }[];
	};
	const codes = new Set(errors?.map(({ extensions }) => extensions.code));
	return { ...others, codes: [...codes].toSorted() };
}

function look(asked: Operation, answer: Answer, statements: number, isTame: boolean): void {
	expect(logged).toEqual([]);
	expect(answer.status).toBeLessThan(500);
	expect(answer.codes).not.toContain("INTERNAL_SERVER_ERROR");
	if (isTame) {
		// The generator would be at fault.
		expect(answer.codes, answer.text).not.toContain("GRAPHQL_PARSE_FAILED");
		expect(answer.codes, answer.text).not.toContain("GRAPHQL_VALIDATION_FAILED");
	}
	seen.asked += 1;
	seen.mostStatements = Math.max(seen.mostStatements, statements);
	for (const code of answer.codes) seen.codes.set(code, (seen.codes.get(code) ?? 0) + 1);
	if (answer.codes.length > 0) return;
	seen.answered += 1;
	const parts = coverage.add(asked);
	expect(statements).toBeLessThanOrEqual(STATEMENTS_OF_ANY + STATEMENTS_OF_EACH * parts);
}

/** Asks in every way in which a client is answered. */
async function askInEveryWay(draw: Draw, asked: Operation, isTame: boolean): Promise<void> {
	const cost = draw.chance(5) ? { extensions: { cost: true } } : {};
	const body = JSON.stringify({ ...asked, ...cost });
	const before = counted.count;
	const answer = await inTime(send(app, "/graphql", { method: "POST", headers: headers(), body }));
	look(asked, answer, counted.count - before, isTame);
	const expected = comparable(answer.text);
	const isAgain = draw.chance(20);
	if (isAgain) seen.again += 1;
	for (let time = 0; time < (isAgain ? TIMES : 1); time += 1)
		expect(comparable(await askOver(compiling.url, body)), `time ${time}`).toEqual(expected);
	if (!isAgain) return;
	for (const time of ["first", "second"])
		expect(comparable(await askOver(keeping.url, body)), `kept, ${time}`).toEqual(expected);
	const url = urlOf(keeping.url, asked);
	if (url.length > LONGEST_URL || "extensions" in cost) return;
	const got = await inTime(fetch(url, { headers: { accept: headers().accept } }));
	expect(comparable(await got.text()), "by GET").toEqual(expected);
}

/** Whatever fails, the operation is told with it. */
async function tryOne(draw: Draw): Promise<void> {
	const wildness = draw.chance(30) ? 12 : 0;
	const asked = operation(schema, { draw, known, wildness });
	try {
		await askInEveryWay(draw, asked, wildness === 0);
	} catch (error) {
		const told = `${asked.query}\n${JSON.stringify(asked.variables)} ${asked.operationName ?? ""}`;
		throw new Error(`${error instanceof Error ? error.message : error}\n${told}`, { cause: error });
	}
}

afterAll(() => {
	if (process.env.FUZZ_RUNS) console.log(seen);
});

describe("any operation that the schema allows", () => {
	it("is answered, and in the same way each time", { timeout: runs.timeout }, async () => {
		await fc.assert(drawn(tryOne), runs.parameters);
	});

	it("is answered with data more often than not", () => {
		expect(seen.asked).toBeGreaterThanOrEqual(runs.numRuns);
		expect(seen.answered).toBeGreaterThan(seen.asked / 2);
		expect(seen.again).toBeGreaterThan(seen.asked / 10);
	});

	// Fewer operations do not come to everything.
	describe.runIf(runs.numRuns >= DEFAULT_RUNS)("of so many", () => {
		it("has had every field, argument and value in it, in an answer without an error", {
			timeout: runs.timeout,
		}, async () => {
			expect(coverage.everything.size).toBeGreaterThan(300);
			// What chance has left out has as many operations again to turn up in.
			const unlessAll = async (draw: Draw) => {
				if (coverage.missing.length > 0) await tryOne(draw);
			};
			const seed = (runs.parameters.seed ?? 0) + 1;
			await fc.assert(drawn(unlessAll), { ...runs.parameters, seed });
			expect(coverage.missing).toEqual([]);
		});

		it("is refused for its arguments and for its size, too", () => {
			expect([...seen.codes.keys()]).toEqual(
				expect.arrayContaining(["BAD_USER_INPUT", "OVER_LIMIT"]),
			);
		});
	});
});
