import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { linesOf, run, temporaryFolder } from "./run.ts";

const EVALUATE = "src/cli/evaluate.ts";
const TEXT =
	"قال أحمد علي إن المصنع سيفتح أبوابه في الربيع المقبل.\n\nوأضاف أن العمال سيعودون إليه.";

/** An article with its two statements; the second one is by somebody else, so that it is an error. */
function article(id: string) {
	const statement = (content: string, cue: string, mention: string, speaker: string) => {
		const start = TEXT.indexOf(content);
		const place = { start, end: start + content.length, content };
		return { kind: "INDIRECT", ...place, cue, mention, speakers: [speaker], via: null };
	};
	return {
		id,
		title: "المصنع يعود إلى العمل",
		text: TEXT,
		statements: [
			statement("المصنع سيفتح أبوابه في الربيع المقبل", "قال", "أحمد علي", "أحمد علي"),
			statement("العمال سيعودون إليه", "وأضاف", "", "سعاد حسن"),
		],
	};
}

let folder: string;
let gold: string;
beforeAll(async () => {
	folder = await temporaryFolder();
	gold = join(folder, "gold.json");
	await writeFile(gold, JSON.stringify(["a", "b", "c", "d"].map(article)));
});

describe("npm run evaluate", { timeout: 180_000 }, () => {
	it("prints figures that line up, and what was left out", async () => {
		const { code, stdout, stderr } = await run(EVALUATE);
		expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
		const lines = linesOf(stdout);
		expect(lines[0]).toBe("seed");
		expect(stdout).toMatch(/^left out: 2 statements of titles/m);
		expect(stdout).toMatch(/^\d[\d,]* articles a second of one core's time$/m);
		const table = lines.slice(lines.findIndex((line) => line.startsWith("Statements")));
		expect(new Set(table.slice(0, 5).map((line) => line.length)).size).toBe(1);
		expect(stdout).not.toMatch(/[\u2066-\u2069]/);
	});

	it("lists errors, and gives the figures as JSON", async () => {
		const shown = await run(EVALUATE, [gold, "--errors"]);
		expect(shown.stdout).toMatch(/^speaker: 4$/m);
		expect(shown.stdout).toMatch(/^ {4}expected سعاد حسن$/m);
		expect(shown.stdout).not.toMatch(/[\u2066-\u2069]/);
		const { reports } = JSON.parse((await run(EVALUATE, [gold, "--json", "--errors"])).stdout);
		expect(reports).toHaveLength(1);
		expect(reports[0]).toMatchObject({ name: gold, pages: 4, statements: 8, proposals: 8 });
		expect(reports[0].groups[0].rows[0].figures["attributed F1"]).toEqual({
			right: 8,
			of: 16,
			value: 0.5,
			interval: { low: 0.5, high: 0.5 },
		});
		expect(reports[0].errors).toHaveLength(4);
	});

	it("reports the parts of a gold apart, or one", async () => {
		const both = await run(EVALUATE, [gold, "--held", "2", "--json"]);
		const named = JSON.parse(both.stdout).reports.map(
			({ name, pages }: { name: string; pages: number }) => [name, pages],
		);
		expect(named).toEqual([
			[`${gold}, development part`, 2],
			[`${gold}, held part`, 2],
		]);
		const held = await run(EVALUATE, [gold, "--part", "held"]);
		expect(linesOf(held.stdout)[1]).toMatch(/^1 page, 2 statements/);
		const part = await run(EVALUATE, [`${gold}#development`]);
		expect(linesOf(part.stdout)[1]).toMatch(/^3 pages, 6 statements/);
	});

	it("parts what is held back into what was opened and what stays unseen", async () => {
		const six = join(folder, "six.json");
		await writeFile(six, JSON.stringify(["a", "b", "c", "d", "e", "f"].map(article)));
		const parts = [`${six}#held/2`, `${six}#opened/2`, `${six}#unseen/2`];
		const { stdout } = await run(EVALUATE, [...parts, "--json", "--errors"]);
		const pagesOf = ({ errors }: { errors: { page: string }[] }) => errors.map(({ page }) => page);
		const reports: { name: string; errors: { page: string }[] }[] = JSON.parse(stdout).reports;
		expect(reports.map(pagesOf)).toEqual([["b", "d", "f"], ["b", "d"], ["f"]]);
		expect(reports[2]?.name).toBe(`${six}, unseen part`);
	});

	it("prints the table of confidence of several golds together", async () => {
		const { stdout } = await run(EVALUATE, [gold, `${gold}#held`, "--confidence"]);
		expect(linesOf(stdout)).toEqual(["*\t0.50", "perfect-that\t0.50"]);
	});

	it("renews the tables of a Markdown file", async () => {
		const card = join(folder, "card.md");
		const place = `<!-- npm run evaluate: gold.json -->\n<!-- end of figures -->\n`;
		await writeFile(card, `# Card\n\n${place}`);
		expect((await run(EVALUATE, [gold, "--into", card])).stdout).toBe(`renewed ${card}\n`);
		const renewed = await readFile(card, "utf8");
		expect(renewed).toMatch(/^\| ALL +\| 1\.000 /m);
		const { stdout } = await run(EVALUATE, [gold, "--markdown"]);
		expect(stdout).toMatch(/^## \S+gold\.json\n\n/);
		expect(renewed).toContain(linesOf(stdout).slice(2).join("\n").trim());
		const other = await run(EVALUATE, ["--into", card]);
		expect(other).toMatchObject({ code: 1, stdout: "" });
		expect(other.stderr).toMatch(/: expected one line <!-- npm run evaluate: seed -->/);
	});

	it("fails under the least figure only", async () => {
		expect(await run(EVALUATE, [gold, "--least", "0.85"])).toMatchObject({ code: 0, stderr: "" });
		const doubled = join(folder, "doubled.json");
		const { statements, ...rest } = article("a");
		await writeFile(
			doubled,
			JSON.stringify([{ ...rest, statements: [...statements, ...statements] }]),
		);
		const { code, stderr } = await run(EVALUATE, [doubled, "--least", "0.85"]);
		expect({ code, stderr }).toEqual({
			code: 1,
			stderr: `${doubled}: expected an overlap F1 of at least 0.85, found 0.667\n`,
		});
	});

	it("tells what is wrong with a gold or an argument", async () => {
		const bad = join(folder, "bad.json");
		await writeFile(bad, '[{"id": "a"}]');
		const faults: [string[], number, RegExp][] = [
			[[bad], 1, /bad\.json: expected a list of articles with id, text and statements; 0\.text: /],
			[["nowhere"], 1, /^nowhere: expected a file or a folder, found nothing/],
			[
				["seed", "--part", "held"],
				1,
				/^seed: expected a JSON list of articles to part, found a folder/,
			],
			[[`${gold}#held/1`], 1, /expected a number from 2 on behind the part, found 1/],
			[[`${gold}#unseen`], 1, /expected at least 6 articles to part, found 4/],
			[[gold, "--held", "9"], 1, /expected at least 9 articles to part, found 4/],
			[
				[gold, "--part", "hold"],
				2,
				/^expected --part development or held or opened or unseen, found hold; did you mean held/,
			],
			[[gold, "--least", "85"], 2, /^expected --least with a number from 0 to 1, found 85/],
			[[gold, "--json", "--markdown"], 2, /found --json and --markdown/],
		];
		const ended = await Promise.all(faults.map(([args]) => run(EVALUATE, args)));
		for (const [at, [, code, message]] of faults.entries()) {
			expect(ended[at]).toMatchObject({ code, stdout: "" });
			expect(ended[at]?.stderr).toMatch(message);
		}
	});
});
