import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const FOLDER = "test/clients/examples";

test("the code in the README's section on clients is that of the tested examples", () => {
	const section = /^## Clients\n[\s\S]*?(?=^## )/m.exec(readFileSync("README.md", "utf8"))?.[0];
	const blocks = [...(section ?? "").matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code);
	const files = readdirSync(FOLDER).map((file) => readFileSync(`${FOLDER}/${file}`, "utf8"));
	expect(files.length).toBeGreaterThan(2);
	expect(blocks.toSorted()).toEqual(files.toSorted());
});
