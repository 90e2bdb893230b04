import { beforeAll, describe, expect, it } from "vitest";
import { BACK_AGAIN, type BehindProxy, serverBehindProxy } from "./behind-proxy.ts";

/** In milliseconds. */
const MOST = 1500;
/** Too much at once, and too long. */
const LATE = new Set([503, 504]);
const CODES = new Set(["INTERNAL_SERVER_ERROR", "OUT_OF_TIME"]);

describe.runIf(process.env.DATABASE_URL)("a database that is lost", () => {
	const { start } = serverBehindProxy(MOST);
	let { proxy, ask, expected, statusOf } = {} as BehindProxy;
	beforeAll(async () => {
		({ proxy, ask, expected, statusOf } = await start());
	});

	it("under load is answered with codes, and used again when it is back, without a restart", async () => {
		const seen = new Set<string>();
		const look = (text: string) => {
			if (text === expected) return;
			const { errors } = JSON.parse(text) as { errors: { extensions: { code: string } }[] };
			for (const { extensions } of errors) seen.add(extensions.code);
			expect(text).not.toMatch(/ECONN|terminat|socket|127\.0\.0\.1|at .*\.ts/);
		};
		const load = async (isFirst: boolean) => {
			for (let time = 0; time < 60; time += 1) {
				look((await ask()).text);
				if (isFirst && time === 20) proxy.set("closed");
				if (isFirst && time === 40) proxy.set("open");
			}
		};
		await Promise.all(Array.from({ length: 8 }, (_one, index) => load(index === 0)));
		// What was lost on its way is a fault of the server; what has not found a connection, late.
		expect(seen).toContain("INTERNAL_SERVER_ERROR");
		expect([...seen].filter((code) => !CODES.has(code))).toEqual([]);
	});

	it("makes the process not ready, but healthy, and GraphQL answers what needs no database", async () => {
		proxy.set("closed");
		await expect.poll(() => statusOf("/ready")).toBe(503);
		expect(await statusOf("/health")).toBe(200);
		expect(await statusOf(`/graphql?query=${encodeURIComponent("{ __typename }")}`)).toBe(200);
		proxy.set("open");
		await expect.poll(() => statusOf("/ready"), { timeout: BACK_AGAIN }).toBe(200);
	});

	it("without a word is answered in time, and its connections are not used again", async () => {
		proxy.set("silent");
		const answers = await Promise.all(Array.from({ length: 6 }, () => ask()));
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([504]));
		expect(await statusOf("/ready")).toBe(503);
	}, 30_000);

	it("over connections that nothing comes through any more is asked over new ones", async () => {
		proxy.set("forgotten");
		const askMany = () => Promise.all(Array.from({ length: 20 }, () => ask()));
		const seen = async () => [...new Set((await askMany()).map(({ text }) => text))];
		// Who waits for them is late; within the time that a server may be silent all are given up.
		await expect.poll(seen, { timeout: 2 * BACK_AGAIN }).toEqual([expected]);
	}, 60_000);

	it("with more asked than there are connections is answered all the same", async () => {
		// On a busy machine some are late for their time; asked again they are answered.
		const patient = async (times: number): Promise<string> => {
			const { status, text } = await ask();
			return LATE.has(status) && times > 0 ? patient(times - 1) : text;
		};
		const answers = await Promise.all(Array.from({ length: 200 }, () => patient(20)));
		expect(new Set(answers)).toEqual(new Set([expected]));
	}, 60_000);
});
