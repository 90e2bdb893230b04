import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DRAFT, digests, draftIn, faultsIn, folderWithPage, PAGE } from "./pages.ts";
import { begin, copyOfSeed, linesOf, ROOT, run, temporaryFolder } from "./run.ts";

/** Letters of PAGE's first words in Windows-1256. */
function toWindows1256(text: string): Uint8Array {
	const decoder = new TextDecoder("windows-1256");
	const bytes = new Map(
		Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]),
	);
	return new Uint8Array([...text].map((character) => bytes.get(character) ?? 63));
}

const BAD_PAGES: readonly [string, Uint8Array | string, RegExp][] = [
	["empty.txt", "", /found an empty file; /],
	["blank.txt", " \n\n", /found no letter in it; /],
	["english.txt", "Only English words stand here.", /found 0 Arabic letters among 25; /],
	["binary.txt", new Uint8Array([80, 75, 0, 4]), /found a zero byte at byte 2, /],
	[
		"cut.txt",
		new Uint8Array([...new TextEncoder().encode("قال"), 0xd9]),
		/found bytes that are none at byte 6; /,
	],
	["utf16.txt", new Uint8Array([0xff, 0xfe, 0x42, 0x06]), /found UTF-16; /],
	[
		"large.txt",
		`قال ${"x".repeat(8 * 2 ** 20)}`,
		/^[^:]+: expected a page of at most 8388608 bytes, found \d+; /,
	],
];

describe("npm run draft -- --format json", () => {
	it("prints a line for a page from standard input, and nothing else, and writes no file", async () => {
		const cwd = await copyOfSeed();
		const before = await digests(cwd);
		const running = begin(DRAFT, ["--format", "json"], { cwd });
		running.child.stdin?.end(PAGE);
		const { code, stdout, stderr } = await running.ended;
		expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
		const [line = "", ...more] = linesOf(stdout);
		expect(more).toEqual([]);
		const record = JSON.parse(line) as { file: string; body: string; statements: unknown[] };
		expect(Object.keys(record)).toEqual(["file", "title", "body", "statements"]);
		expect(record.file).toBe("-");
		expect(record.body).toContain("وأضاف لافروف");
		expect(await digests(cwd)).toEqual(before);
	});

	it("tells each page that is none in a line, and goes on with the others", async () => {
		const folder = await folderWithPage();
		for (const [name, content] of BAD_PAGES) await writeFile(join(folder, name), content);
		const names = [...BAD_PAGES.map(([name]) => name), "missing.txt", "page.txt"];
		const { code, stdout, stderr } = await draftIn(folder, ["--format", "json", ...names]);
		expect(code).toBe(1);
		expect(linesOf(stdout)).toHaveLength(1);
		const faults = faultsIn(stderr);
		expect(faults).toHaveLength(BAD_PAGES.length + 1);
		for (const [index, [name, , words]] of BAD_PAGES.entries()) {
			expect(faults[index]).toMatch(/^[^:]+: expected .+, found .+; .+$/);
			expect(faults[index]?.startsWith(`${name}: `)).toBe(true);
			expect(faults[index]).toMatch(words);
		}
		expect(faults.at(-1)).toBe(
			"missing.txt: expected a file or a folder, found nothing; correct the path",
		);
	});

	it("reads Windows-1256 when it is told to, and only then", async () => {
		const folder = await folderWithPage(toWindows1256(PAGE));
		const told = ["--encoding", "windows-1256", "--format", "json", "page.txt"];
		const { code, stdout } = await draftIn(folder, told);
		expect(code).toBe(0);
		expect(stdout).toContain("وأضاف لافروف");
		const untold = await draftIn(folder, ["--format", "json", "page.txt"]);
		expect(untold).toMatchObject({ code: 1, stdout: "" });
		expect(untold.stderr).toContain("say --encoding windows-1256");
	});

	it("ends quietly when its reader has gone", async () => {
		const folder = await temporaryFolder();
		await mkdir(join(folder, "pages"));
		for (let index = 0; index < 200; index += 1)
			await writeFile(join(folder, "pages", `${index}.txt`), PAGE.repeat(20));
		const parts = [
			"--import",
			join(ROOT, "run.mjs"),
			join(ROOT, DRAFT),
			"--format",
			"json",
			"--seed",
		];
		const child = spawn(process.execPath, [...parts, join(ROOT, "seed"), join(folder, "pages")]);
		let told = "";
		child.stderr.on("data", (chunk) => {
			told += chunk;
		});
		child.stdout.once("data", () => child.stdout.destroy());
		const [code] = await once(child, "close");
		expect({ code, told: faultsIn(told) }).toEqual({ code: 0, told: [] });
	});

	it.each([
		[["--format", "xml"], "expected --format json, found xml"],
		[["--encoding", "koi8-r"], "expected --encoding utf-8 or windows-1256, found koi8-r"],
	])("refuses %s", async (args, message) => {
		expect(await run(DRAFT, args)).toEqual({
			code: 2,
			stdout: "",
			stderr: `${message}\n--help tells what it takes\n`,
		});
	});

	it("says what is missing of a folder that is no seed folder", async () => {
		const folder = await temporaryFolder();
		await writeFile(join(folder, "page.txt"), PAGE);
		const { code, stderr } = await draftIn(folder, ["--format", "json", "page.txt"]);
		expect(code).toBe(1);
		expect(stderr).toMatch(/^seed\/authorities\/speakers\.yaml: expected .+, found none .+\n$/);
	});
});
