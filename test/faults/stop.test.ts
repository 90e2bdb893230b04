import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";

/** In milliseconds, from the last answer to the end of the process. */
const LONGEST_END = 2000;
const QUERY =
	"{ statements(first: 100) { totalCount nodes { text article { title } speakers { speaker { name } } } } }";

test("SIGTERM with requests in flight answers them all, and ends soon after the last", async () => {
	const child = spawn(process.execPath, ["start.mjs"], {
		env: { ...process.env, PORT: "0", HOST: "127.0.0.1", ANSWER_CACHE_MEGABYTES: "0" },
		stdio: ["ignore", "pipe", "inherit"],
	});
	const exited = once(child, "exit");
	let url = "";
	for await (const line of createInterface(child.stdout)) {
		url = /^Aqwal answers at (\S+)/.exec(line)?.[1] ?? "";
		if (url !== "") break;
	}
	const ask = async () => {
		const response = await fetch(url, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ query: QUERY }),
		});
		return { status: response.status, text: await response.text() };
	};
	const right = await ask();
	const asking = Array.from({ length: 50 }, ask);
	// All of them have been sent when the first is answered: they come over connections of their own.
	await Promise.race(asking);
	child.kill("SIGTERM");
	const settled = await Promise.allSettled(asking);
	const last = performance.now();
	// A request that had not arrived yet may find the door closed, but none is answered by half.
	const answers = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
	for (const answer of answers) expect(answer).toEqual(right);
	expect(answers.length).toBeGreaterThan(5);
	const [code] = await exited;
	expect(code).toBe(0);
	expect(performance.now() - last).toBeLessThan(LONGEST_END);
});
