import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { readSoakOptions } from "./options.ts";

const run = (...args: string[]) =>
	promisify(execFile)(process.execPath, ["--import", "./run.mjs", "test/soak/main.ts", ...args]);

describe("npm run soak", () => {
	it.runIf(process.env.DATABASE_URL)(
		"finds no fault in a short form of itself",
		async () => {
			const { stdout } = await run("--minutes", "0.3", "--connections", "16", "--reseed", "4");
			expect(stdout).toMatch(/^wrong answers {7}0$/m);
			expect(stdout).toMatch(/^corpora replaced {4}[2-9]$/m);
		},
		90_000,
	);

	it("tells how it is used", async () => {
		expect((await run("--help")).stdout).toContain("npm run soak -- --minutes 1");
		expect(() => readSoakOptions(["--minutes", "none"], {})).toThrow(
			"--minutes: expected a number above 0, found none",
		);
	});
});
