import { describe, expect, it } from "vitest";
import {
	ARTICLE,
	at,
	expectFaults,
	expectValid,
	inArticle,
	onlyArticle,
	put,
	seed,
	textOfFile,
} from "../harness.ts";

/** The article with one statement moved before another. */
function moved(key: string, before: string) {
	const blocks = textOfFile(seed(), ARTICLE)
		.trimEnd()
		.split(/\n*(?=^ {2}- key: )/m);
	const isKey = (name: string) => (block: string) => block.startsWith(`  - key: ${name}\n`);
	const block = blocks.find(isKey(key));
	if (block === undefined || !blocks.some(isKey(before))) throw new Error("no such statement");
	const order = blocks.flatMap((other) =>
		other === block ? [] : isKey(before)(other) ? [block, other] : [other],
	);
	return put(seed(), ARTICLE, `${order[0]}\n${order.slice(1).join("\n\n")}\n`);
}

describe("reading-order", () => {
	it("takes the headline first, then the body as it runs, the outer before the inner", () => {
		const { statements } = onlyArticle(expectValid(seed()));
		expect(statements.map(({ slug, position }) => [slug.split(".")[1], position])).toEqual([
			["protect-coral-headline", 0],
			["coral-is-our-home", 1],
			["fishing-has-stopped", 2],
			["najjar-told-rawi", 3],
			["port-opens-tomorrow", 4],
			["ships-will-return", 5],
			["fishermen-are-back", 6],
		]);
	});

	it("refuses a statement before an earlier one", () => {
		const files = moved("ships-will-return", "fishing-has-stopped");
		expectFaults(files, [
			`${at(files, ARTICLE, "key: fishing-has-stopped", "fishing-has-stopped")} reading-order in reading order, found fishing-has-stopped after ships-will-return, which the article makes later`,
		]);
	});

	it("refuses the headline after the body", () => {
		const files = moved("coral-is-our-home", "protect-coral-headline");
		expectFaults(files, [
			`${at(files, ARTICLE, "key: protect-coral-headline", "protect-coral-headline")} reading-order found protect-coral-headline after coral-is-our-home`,
		]);
	});

	it("refuses the inner before the outer where they begin together", () => {
		const inner = "content: النجار أبلغ نظيره هاني الراوي أن الميناء سيفتح غدا";
		const outer = "content: الميناء سيفتح غدا";
		const shorter = inArticle(inner, "content: النجار أبلغ نظيره");
		const swapped = inArticle(outer, inner, shorter);
		const files = inArticle("    parent: najjar-told-rawi\n", "", swapped);
		expectFaults(files, [
			`${at(files, ARTICLE, "key: najjar-told-rawi", "najjar-told-rawi")} parent-contains port-opens-tomorrow`,
			`${at(files, ARTICLE, "port-opens-tomorrow")} reading-order found port-opens-tomorrow after najjar-told-rawi`,
		]);
	});

	it("leaves out a statement that was not found", () => {
		const files = moved("ships-will-return", "fishing-has-stopped");
		const lost = inArticle("السفن ستعود", "السفن تعود", files);
		expectFaults(lost, [`${at(lost, ARTICLE, "السفن تعود قريبا")} words-stand-once تعود`]);
	});
});
