import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { documentOfHtml } from "../../../src/drafting/extent/document-of-html.ts";
import { readPage } from "../../../src/drafting/extent/read-page.ts";
import { linesOfBody } from "./marked-page.ts";

const FIXTURES = "test/drafting/extent/fixtures";
const pages = readdirSync(FIXTURES).filter((name) => name.endsWith(".html.txt"));

/** The articles that a fixture expects: headline, day, outlet, then the lines of the body. */
function expectedOf(name: string) {
	const text = readFileSync(`${FIXTURES}/${name.replace(".html.txt", ".expected.txt")}`, "utf8");
	return text
		.trimEnd()
		.split("\n\n")
		.map((article) => {
			const [title, day, publisher, ...body] = article
				.split("\n")
				.map((line) => (line === "-" ? null : line));
			return { title, day, publisher, body };
		});
}

describe("pages of HTML", () => {
	test.each(pages)("%s", (name) => {
		const document = documentOfHtml(readFileSync(`${FIXTURES}/${name}`, "utf8"));
		const read = readPage(document).map(({ title, published, publisher, body }) => ({
			title,
			day: published?.date ?? null,
			publisher: publisher && document.slice(publisher.start, publisher.end),
			body: linesOfBody(body),
		}));
		expect(read).toEqual(expectedOf(name));
	});

	test("what is outside of the article stays in the document", () => {
		const document = documentOfHtml(readFileSync(`${FIXTURES}/plain-article.html.txt`, "utf8"));
		expect(document).toContain("\u2022 جميع الحقوق محفوظة لموقع أخبار القلعة");
		expect(document).toContain("\u2022 مهرجان الفخار يختتم أيامه بحضور كبير من الزوار");
		expect(document).not.toContain("برنامج");
	});
});

describe("HTML that is hardly any", () => {
	test("a part of a page without html and body", () => {
		expect(documentOfHtml("<p>قال الوزير إن <b>العمل</b> مستمر.</p>")).toContain(
			"قال الوزير إن العمل مستمر.",
		);
	});

	test.each(["", "<html></html>", "<body><script>1</script></body>"])("%j has no text", (html) => {
		expect(documentOfHtml(html).trim()).toBe("");
	});
});
