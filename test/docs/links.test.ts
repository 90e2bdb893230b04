import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { anchorsIn, linksIn } from "../support/markdown.ts";
import { PAGES, textOf } from "./pages.ts";

/** What is wrong with a link of a page; none for one that leads to another host. */
function faultOf(page: string, link: string): string[] {
	if (/^[a-z]+:/.test(link)) return [];
	const [path = "", anchor] = decodeURI(link).split("#");
	const target = path === "" ? page : normalize(join(dirname(page), path));
	if (target.startsWith("..") || !existsSync(target)) return [`${link}: no such file`];
	if (anchor === undefined) return [];
	if (!target.endsWith(".md")) return [`${link}: an anchor of what is no page`];
	return anchorsIn(textOf(target)).includes(anchor) ? [] : [`${link}: no such heading`];
}

/** Paths that a page names as code: those of this project begin with one of its folders. */
function pathsIn(markdown: string): string[] {
	const named = markdown.matchAll(/`((?:src|test|docs|seed|prisma|examples)\/[\w./-]*\w)`/g);
	return [...named].map(([, path = ""]) => path);
}

/** Made by a command, or by a reader: not in the repository. */
const MADE = [
	"examples/charts/charts.html",
	"src/generated",
	"seed/documents/NAME.txt",
	"seed/articles/SLUG.yaml",
	"seed/articles/ARTICLE.yaml",
];

describe.each(PAGES)("%s", (page) => {
	test("has no link that leads nowhere", () => {
		expect(linksIn(textOf(page)).flatMap((link) => faultOf(page, link))).toEqual([]);
	});

	test("names no file that is not there", () => {
		const missing = pathsIn(textOf(page)).filter(
			(path) => !existsSync(path) && !MADE.includes(path) && !path.includes("*"),
		);
		expect(missing).toEqual([]);
	});
});

describe("the index", () => {
	test("leads to every page of docs", () => {
		const links = linksIn(textOf("docs/README.md"));
		const pages = readdirSync("docs").filter(
			(file) => file.endsWith(".md") && file !== "README.md",
		);
		expect(pages.filter((file) => !links.includes(file))).toEqual([]);
	});
});

describe("a link that leads nowhere is found", () => {
	test.each([
		["README.md", "docs/nothing.md"],
		["docs/ask.md", "../../outside.md"],
		["docs/ask.md", "#no-such-heading"],
		["docs/ask.md", "limits.md#costs"],
		["docs/ask.md", "../schema.graphql#query"],
	])("%s: %s", (page, link) => {
		expect(faultOf(page, link)).toHaveLength(1);
	});

	test.each([
		["README.md", "docs/limits.md#cost"],
		["docs/ask.md", "#dates"],
		["docs/ask.md", "https://example.org/nothing"],
	])("and %s: %s is none", (page, link) => {
		expect(faultOf(page, link)).toEqual([]);
	});

	test("and links are found, but none in code", () => {
		const text = "[a](b.md) ![c](d.png) `[e](f.md)`\n```md\n[g](h.md)\n```\n\\[i\\](j.md)\n";
		expect(linksIn(text)).toEqual(["b.md", "d.png"]);
		expect(statSync("docs/images/explorer.png").size).toBeGreaterThan(10_000);
	});

	test("and headings are anchored as GitHub does it", () => {
		const text =
			"# Say who, and `how`\n## Dates\n```\n# no\n```\n## Dates\n### Query.speaker\n## أقوال\n";
		expect(anchorsIn(text)).toEqual([
			"say-who-and-how",
			"dates",
			"dates-1",
			"queryspeaker",
			"أقوال",
		]);
	});
});
