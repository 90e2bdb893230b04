import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { digest, digests, draftIn, faultsIn, folderWithPage, PAGE } from "./pages.ts";
import { type Ended, linesOf, run, temporaryFolder } from "./run.ts";

const LINE = /^drafted (seed\/articles\/([a-z0-9-]+)\.yaml)$/m;

/** A folder in which the page was drafted once, for every test that begins there. */
interface Drafted {
	readonly folder: string;
	/** The files before. */
	readonly before: Record<string, string>;
	readonly ended: Ended;
	/** Of the article, in the folder. */
	readonly file: string;
	readonly slug: string;
}

async function draftOnce(): Promise<Drafted> {
	const folder = await folderWithPage();
	const before = await digests(folder);
	const ended = await draftIn(folder, ["page.txt"]);
	const [, file = "", slug = ""] = LINE.exec(ended.stdout) ?? [];
	return { folder, before, ended, file, slug };
}

describe("npm run draft", { timeout: 180_000 }, () => {
	let drafted: Drafted;
	beforeAll(async () => {
		drafted = await draftOnce();
	}, 180_000);

	async function copyOfDrafted(): Promise<string> {
		const folder = await temporaryFolder();
		await cp(drafted.folder, folder, { recursive: true });
		return folder;
	}

	it("makes a document and an article, and touches nothing else", async () => {
		const { folder, before, ended, file, slug } = drafted;
		expect(ended).toMatchObject({ code: 0, stderr: "" });
		expect(slug.length).toBeLessThanOrEqual(60);
		expect(await readFile(join(folder, "seed/documents/page.txt"), "utf8")).toBe(PAGE);
		const text = await readFile(join(folder, file), "utf8");
		expect(text).toContain(`sha256: ${digest(PAGE)}\n`);
		expect(text).toContain("review:\n  status: DRAFT\n  method: RULE\n");
		const after = await digests(folder);
		for (const [name, value] of Object.entries(before))
			if (!/^authorities\/(speakers|publishers)/.test(name)) expect(after[name]).toBe(value);
	});

	it("makes an article that the checker takes when it is curated, and never writes over that", async () => {
		const folder = await copyOfDrafted();
		const path = join(folder, drafted.file);
		const curated = (await readFile(path, "utf8")).replaceAll("status: DRAFT", "status: CURATED");
		await writeFile(path, curated);
		// It checks the folder at its end, the curated article with it.
		expect(await draftIn(folder, ["--force", "page.txt"])).toEqual({
			code: 0,
			stdout: `left ${drafted.file} as it is: it is curated\n`,
			stderr: "",
		});
		expect(await readFile(path, "utf8")).toBe(curated);
	});

	it("drafts a page anew to the same file, also where the files were formatted", async () => {
		const folder = await copyOfDrafted();
		// The seal of a draft is whole when the formatter has been over it.
		const { stdout: formatted } = await run("src/cli/format.ts", [], { cwd: folder });
		expect(formatted).toBe("");
		const again = await draftIn(folder, ["page.txt"]);
		expect(LINE.exec(again.stdout)?.[1]).toBe(drafted.file);
		expect(await digests(folder)).toEqual(await digests(drafted.folder));
	});

	it("does not write over what a person has changed, but when it is forced", async () => {
		const folder = await copyOfDrafted();
		const { file } = drafted;
		const path = join(folder, file);
		const text = await readFile(path, "utf8");
		const changed = text.replace("language: ar\n", "language: ar-SY\n");
		await writeFile(path, changed);
		expect(await draftIn(folder, ["page.txt"])).toMatchObject({
			code: 0,
			stdout: `left ${file} as it is: it was changed by hand; --force writes over it\n`,
		});
		expect(await readFile(path, "utf8")).toBe(changed);
		expect((await draftIn(folder, ["--force", "page.txt"])).code).toBe(0);
		expect(await readFile(path, "utf8")).toBe(text);
	});

	it("leaves the curated documents of seed/ alone, and drafts what was put among them where it stands", async () => {
		const folder = await folderWithPage();
		const before = await digests(folder);
		const document = join(folder, "seed/documents/new.txt");
		// What is no part of a document: a byte order mark, carriage returns, bidirectional controls.
		const typed = PAGE.replaceAll("\n", "\r\n").replace("لافروف", "\u202bلافروف\u202c");
		await writeFile(document, `\ufeff${typed}`);
		const { code, stdout } = await draftIn(folder, ["--force", "seed/documents"]);
		expect(code).toBe(0);
		expect(await readFile(document, "utf8")).toBe(PAGE);
		const left = linesOf(stdout).filter((line) => line.startsWith("left "));
		expect(left.length).toBeGreaterThan(4);
		for (const line of left) expect(line).toMatch(/ as it is: it is curated$/);
		const after = await digests(folder);
		for (const [name, value] of Object.entries(before))
			if (!/^authorities\/(speakers|publishers)/.test(name)) expect(after[name]).toBe(value);
	});

	it("drafts every page of a folder, in the order of their names, and tells the faults", async () => {
		const folder = await folderWithPage();
		await mkdir(join(folder, "pages/more"), { recursive: true });
		await writeFile(join(folder, "pages/b.txt"), PAGE);
		await writeFile(join(folder, "pages/a.txt"), "");
		await writeFile(join(folder, "pages/c.pdf"), "%PDF");
		await writeFile(join(folder, "pages/more/d.HTM"), `<p>${PAGE}</p>`);
		const { code, stdout, stderr } = await draftIn(folder, ["--format", "json", "pages"]);
		expect(code).toBe(1);
		const files = linesOf(stdout).map((line) => (JSON.parse(line) as { file: string }).file);
		expect(files).toEqual(["pages/b.txt", "pages/more/d.HTM"]);
		expect(faultsIn(stderr)).toEqual([
			expect.stringMatching(/^pages\/a\.txt: expected .+, found an empty file; .+$/),
		]);
	});
});
