import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { draftIn, folderWithPage, PAGE } from "./pages.ts";
import { copyOfSeed, linesOf, run } from "./run.ts";

const REVIEW = "src/cli/review.ts";
const SLUG = "putin-assad-meeting-2018";
const FILE = `seed/articles/${SLUG}.yaml`;

const written: string[] = [];
afterAll(async () => {
	for (const path of written) await rm(dirname(path), { recursive: true, force: true });
});

/** The page that a review wrote, whose path it printed. */
async function pageOf(stdout: string): Promise<string> {
	const [path = "", ...more] = linesOf(stdout);
	expect(more).toEqual([]);
	written.push(path);
	return readFile(path, "utf8");
}

describe("npm run review", { timeout: 180_000 }, () => {
	it("writes a page that loads nothing, with every statement in it, and prints where", async () => {
		const cwd = await copyOfSeed();
		const { code, stdout, stderr } = await run(REVIEW, [FILE], { cwd });
		expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
		const html = await pageOf(stdout);
		expect(html).toContain('<html lang="ar" dir="rtl">');
		expect(html).toMatch(
			/Content-Security-Policy" content="default-src 'none'; style-src 'sha256-/,
		);
		expect(html).not.toMatch(/<script|\son[a-z]+=|src=|https?:\/\/|@import|url\(/i);
		const keys = [...(await readFile(join(cwd, FILE), "utf8")).matchAll(/- key: (\S+)/g)];
		expect(keys.length).toBeGreaterThan(5);
		for (const [, key = ""] of keys) expect(html).toContain(key);
		expect(html).toContain('class="furniture"');
		const bySlug = await run(REVIEW, [SLUG], { cwd });
		expect(await pageOf(bySlug.stdout)).toBe(html);
	});

	it("shows hostile words as they are", async () => {
		const hostile = '<script>alert(1)</script><img src=x onerror="a">&amp;';
		const cwd = await folderWithPage(PAGE.replace("مستعدون", `مستعدون ${hostile}`));
		const { stdout } = await draftIn(cwd, ["page.txt"]);
		const [, file = ""] = /^drafted (\S+)$/m.exec(stdout) ?? [];
		const html = await pageOf((await run(REVIEW, [file], { cwd })).stdout);
		expect(html).not.toMatch(/<script|<img/);
		expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x");
	});

	it("shows in the terminal what was added to the draft, what was changed and the faults", async () => {
		const cwd = await copyOfSeed();
		const path = join(cwd, FILE);
		const text = await readFile(path, "utf8");
		await writeFile(
			path,
			text.replace("act: DEMAND", "act: WARN").replace("speaker: putin", "speaker: puttin"),
		);
		const { code, stdout, stderr } = await run(REVIEW, ["--terminal", SLUG], { cwd });
		expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
		expect(stdout).not.toContain("\u001b");
		const lines = linesOf(stdout);
		expect(lines[0]).toBe(`${FILE}, CURATED HAND, 7 statements`);
		expect(stdout).toMatch(/\[1: /);
		expect(stdout).toMatch(/^ {4}act: WARN$/m);
		expect(stdout).toMatch(/^ {2}[+~] /m);
		expect(lines.at(-1)).toMatch(
			/^seed\/articles\/putin-assad-meeting-2018\.yaml:\d+:\d+ known-slug .*did you mean putin/,
		);
	});

	it("tells what is wrong with an article that is not there, or cannot be read", async () => {
		const cwd = await copyOfSeed();
		const missing = await run(REVIEW, ["putin-assad-meeting"], { cwd });
		expect(missing).toMatchObject({ code: 1, stdout: "" });
		expect(missing.stderr).toBe(
			"expected an article of seed, found no articles/putin-assad-meeting.yaml in it; did you mean putin-assad-meeting-2018, putin-al-sharaa-meeting-2026?\n",
		);
		await appendFile(join(cwd, FILE), "nonsense: 1\n");
		const broken = await run(REVIEW, [SLUG], { cwd });
		expect(broken).toMatchObject({ code: 1, stdout: "" });
		expect(broken.stderr).toMatch(
			/^seed\/articles\/\S+:\d+:1 shape .*\nexpected an article's file, /,
		);
		expect(await run(REVIEW, [], { cwd })).toMatchObject({ code: 2, stdout: "" });
	});
});
