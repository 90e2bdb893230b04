import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT, run } from "./run.ts";

const { scripts } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as {
	scripts: Record<string, string>;
};

/** What a script runs by another file, which bundles it; test/cli/start-bundled.test.ts shows that it does. */
const RUN_BY: Readonly<Record<string, string>> = { "src/cli/start.ts": "start.mjs" };

/** What `npm run NAME` and `npm start` in a text run. */
function commandsIn(text: string): (string | undefined)[] {
	return [...text.matchAll(/\bnpm (?:run (?:-s )?)?([a-z:-]+)/g)].map(
		([, name = ""]) => scripts[name],
	);
}

describe.each([
	"src/cli/bundle.ts",
	"src/cli/check.ts",
	"src/cli/draft.ts",
	"src/cli/evaluate.ts",
	"src/cli/format.ts",
	"src/cli/generate.ts",
	"src/cli/new-migration.ts",
	"src/cli/print-schema.ts",
	"src/cli/review.ts",
	"src/cli/start.ts",
	"seed/seed.ts",
])("%s", (command) => {
	it("answers --help with an example that npm can run", async () => {
		const { code, stdout, stderr } = await run(command, ["--help"]);
		expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
		const examples = commandsIn(stdout);
		expect(examples, "an example of something that package.json does not have").not.toContain(
			undefined,
		);
		expect(examples.some((script) => script?.includes(RUN_BY[command] ?? command))).toBe(true);
	});

	it("refuses an option that it does not know", async () => {
		const { code, stdout, stderr } = await run(command, ["--nonsense"]);
		expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
		expect(stderr).toMatch(/'--nonsense'.*\n--help tells what it takes\n$/);
		expect(stderr).not.toMatch(/^ {4}at /m);
	});
});

describe("arguments", () => {
	it.each([
		["src/cli/check.ts", "expected one FOLDER, found also two"],
		["src/cli/start.ts", "expected no argument, found also one two"],
	])("are refused when %s has no use for them", async (command, message) => {
		expect(await run(command, ["one", "two"])).toEqual({
			code: 2,
			stdout: "",
			stderr: `${message}\n--help tells what it takes\n`,
		});
	});
});
