import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSeedFiles } from "../../src/curation/seed-files.ts";
import { copyOfSeed, linesOf, run } from "./run.ts";

const FORMAT = "src/cli/format.ts";
const ARTICLE = "seed/articles/putin-assad-meeting-2018.yaml";

async function contents(folder: string): Promise<Record<string, string>> {
	const files = await readSeedFiles(join(folder, "seed"));
	return Object.fromEntries(
		[...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
	);
}

/** Turns the order of a file's top-level entries around; the comment at its head stays there. */
function scrambled(text: string): string {
	const [head = "", ...entries] = text.split(/^(?=[a-z-])/m);
	return head + entries.toReversed().join("");
}

describe("npm run format", () => {
	it("leaves seed/ as it is: the committed files are canonical", async () => {
		const folder = await copyOfSeed();
		const before = await contents(folder);
		const { code, stdout, stderr } = await run(FORMAT, [], { cwd: folder });
		expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "", stderr: "" });
		expect(await contents(folder)).toEqual(before);
	});

	it("puts scrambled files in order, and a second time has nothing to do", async () => {
		const folder = await copyOfSeed();
		const before = await contents(folder);
		const names = [ARTICLE, "seed/authorities/speakers.yaml"];
		for (const name of names) {
			const text = await readFile(join(folder, name), "utf8");
			expect(scrambled(text)).not.toBe(text);
			await writeFile(join(folder, name), scrambled(text));
		}
		const seed = join(folder, "seed");
		const first = await run(FORMAT, [seed]);
		expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: "" });
		expect(linesOf(first.stdout)).toEqual(names.map((name) => `formatted ${join(folder, name)}`));
		expect(await contents(folder)).toEqual(before);
		const { mtimeMs } = await stat(join(folder, ARTICLE));
		const second = await run(FORMAT, [seed]);
		expect(second).toEqual({ code: 0, stdout: "", stderr: "" });
		expect((await stat(join(folder, ARTICLE))).mtimeMs).toBe(mtimeMs);
	});

	it("leaves alone what it cannot read, says where, and formats the rest", async () => {
		const folder = await copyOfSeed();
		const broken = { "broken.yaml": "a: [\n  b: {\n", "returns.yaml": "a: 1\r\n" };
		for (const [name, text] of Object.entries(broken))
			await writeFile(join(folder, "seed/articles", name), text);
		const text = await readFile(join(folder, ARTICLE), "utf8");
		await writeFile(join(folder, ARTICLE), scrambled(text));
		const { code, stdout, stderr } = await run(FORMAT, [], { cwd: folder });
		expect({ code, stdout }).toEqual({ code: 1, stdout: `formatted ${ARTICLE}\n` });
		const faults = linesOf(stderr);
		for (const fault of faults)
			expect(fault).toMatch(
				/^seed\/articles\/(broken\.yaml:\d+:\d+ yaml-syntax|returns\.yaml:1:5 encoding) \S/,
			);
		expect(faults.at(-1)).toContain("returns.yaml");
		for (const [name, text] of Object.entries(broken))
			expect(await readFile(join(folder, "seed/articles", name), "utf8")).toBe(text);
	});
});
