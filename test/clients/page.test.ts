import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const FOLDER = "test/clients/examples";

test("the code in docs/clients.md is that of the tested examples", () => {
	const page = readFileSync("docs/clients.md", "utf8");
	const blocks = [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code);
	const files = readdirSync(FOLDER).map((file) => readFileSync(`${FOLDER}/${file}`, "utf8"));
	expect(files.length).toBeGreaterThan(2);
	expect(blocks.toSorted()).toEqual(files.toSorted());
});
