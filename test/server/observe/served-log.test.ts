import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";

const QUERY = "query Mine($first: Int) { statements(first: $first) { totalCount nodes { slug } } }";

test("a served operation is logged with its name, hash, cost and SQL statements", async () => {
	const child = spawn(process.execPath, ["start.mjs"], {
		env: { ...process.env, PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "info" },
		stdio: ["ignore", "pipe", "pipe"],
	});
	const ended = new Promise((resolve) => child.once("exit", resolve));
	const logged: string[] = [];
	createInterface(child.stderr).on("line", (line) => {
		if (line.startsWith("{")) logged.push(line);
	});
	try {
		let url = "";
		for await (const line of createInterface(child.stdout)) {
			url = /^Aqwal answers at (\S+)/.exec(line)?.[1] ?? "";
			if (url !== "") break;
		}
		// From the first time on, then compiled, then kept.
		for (let time = 0; time < 6; time += 1)
			await fetch(url, {
				method: "POST",
				headers: { "content-type": "application/json", "x-request-id": `mine-${time}` },
				body: JSON.stringify({ query: QUERY, variables: { first: time < 4 ? time + 1 : 1 } }),
			}).then((response) => response.text());
		await expect.poll(() => logged.length).toBe(6);
	} finally {
		child.kill();
		await ended;
	}
	const lines = logged.map((line) => JSON.parse(line) as Record<string, unknown>);
	expect(lines.map(({ requestId, from }) => [requestId, from])).toEqual([
		["mine-0", "made"],
		["mine-1", "made"],
		["mine-2", "made"],
		["mine-3", "made"],
		["mine-4", "cache"],
		["mine-5", "cache"],
	]);
	const [first, , , last, kept] = lines;
	expect(first).toMatchObject({ operation: "Mine", status: 200, cost: 12, statements: 2 });
	expect(last).toMatchObject({ operation: "Mine", hash: first?.hash, cost: 15 });
	expect(kept).not.toHaveProperty("operation");
	expect(logged.join()).not.toContain("variables");
});
