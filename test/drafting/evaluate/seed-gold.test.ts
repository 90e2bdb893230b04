import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { readAuthorities } from "../../../src/cli/authorities.ts";
import { readSeedFiles } from "../../../src/curation/seed-files.ts";
import { figureIn } from "../../../src/drafting/evaluate/figures.ts";
import {
	type JudgedGold,
	judgeGold,
	type Report,
	reportOf,
} from "../../../src/drafting/evaluate/report.ts";
import { seedGold } from "../../../src/drafting/evaluate/seed-gold.ts";
import { markdownReport } from "../../../src/drafting/evaluate/tables.ts";

/** The figures under which a change has made the drafting tool worse; raise them when it gets better. */
const FLOORS = [
	["statements", "ALL", "overlap F1", 0.95],
	["statements", "ALL", "exact F1", 0.9],
	["statements", "ALL", "attributed F1", 0.84],
	["statements", "DIRECT", "overlap F1", 0.98],
	["statements", "INDIRECT", "overlap F1", 0.95],
	["speakers", "ALL", "share", 0.85],
	["details", "kind", "share", 0.95],
	["stages", "extent: words of articles kept", "share", 0.99],
	["stages", "extent: headlines right", "share", 1],
	["stages", "quotations: marks paired", "share", 1],
] as const;

let seed: JudgedGold;
let report: Report;
beforeAll(async () => {
	const known = await readAuthorities("seed");
	seed = judgeGold("seed", seedGold("seed", await readSeedFiles("seed")), known);
	report = reportOf(seed, null);
});

describe("the curated pages as a gold", () => {
	it("have every statement of a body, at its own words", () => {
		expect(seed.gold).toMatchObject({ inTitles: 2, unconfirmed: 0 });
		expect(seed.gold.pages).toHaveLength(5);
		for (const { text, statements } of seed.gold.pages)
			for (const { content, words } of statements) {
				expect(content.map(({ start, end }) => text.slice(start, end)).join(" … ")).toBe(words);
				expect(words).not.toBe("");
			}
	});

	it("know speakers by all their Arabic names, and no epithet", () => {
		const names = seed.gold.pages.flatMap(({ statements }) =>
			statements.map((one) => one.speakers[0]),
		);
		expect(names).toContainEqual(expect.arrayContaining(["فلاديمير بوتين"]));
		expect(names.flat()).not.toContain("الرئيس الروسي");
	});

	it("cannot be read where the folder has a fault", async () => {
		const files = new Map(await readSeedFiles("seed"));
		files.delete("authorities/speakers.yaml");
		expect(() => seedGold("seed", files)).toThrow(/^seed\/.*speakers\.yaml:1:1 file-present /m);
	});

	it("leave out a page with a draft on it", async () => {
		const files = new Map(await readSeedFiles("seed"));
		const name = "articles/putin-assad-meeting-2018.yaml";
		const text = new TextDecoder().decode(files.get(name));
		const draft = text.replace("status: CURATED\n  method: HAND", "status: DRAFT\n  method: RULE");
		files.set(name, new TextEncoder().encode(draft));
		const gold = seedGold("seed", files);
		expect(gold.unconfirmed).toBe(1);
		expect(gold.pages).toHaveLength(4);
	});
});

describe("the drafting tool on the curated pages", () => {
	it.each(FLOORS)("%s, %s: %s of at least %f", (group, row, column, least) => {
		expect(figureIn(report.groups, group, row, column)?.value).toBeGreaterThanOrEqual(least);
	});

	it("takes no furniture for an article", () => {
		const row = "extent: words of furniture taken for an article";
		expect(figureIn(report.groups, "stages", row, "share")?.value).toBe(0);
	});

	it("has the figures that the model card gives", async () => {
		expect(await readFile("docs/model-card.md", "utf8")).toContain(
			markdownReport(report).join("\n"),
		);
	});
});
