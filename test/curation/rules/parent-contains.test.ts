import { describe, expect, it } from "vitest";
import {
	ARTICLE,
	at,
	expectFaults,
	expectValid,
	inArticle,
	seed,
	statementOf,
} from "../harness.ts";

const PARENT = "parent: najjar-told-rawi";

describe("parent-contains", () => {
	it("takes a statement inside its parent", () => {
		expect(statementOf(expectValid(seed()), "port-opens-tomorrow").parentSlug).toBe(
			"coral.najjar-told-rawi",
		);
	});

	it("asks for the parent of a statement inside another", () => {
		const files = inArticle(`    ${PARENT}\n`, "");
		expectFaults(files, [
			`${at(files, ARTICLE, "port-opens-tomorrow")} parent-contains a parent, as the content lies inside that of najjar-told-rawi, found none`,
		]);
	});

	it("refuses a parent that the article does not have, and names the nearest", () => {
		const files = inArticle(PARENT, "parent: najjar-told-ravi");
		expectFaults(files, [
			`${at(files, ARTICLE, "najjar-told-ravi")} parent-contains the key of a statement of this article, found "najjar-told-ravi"; did you mean najjar-told-rawi`,
		]);
	});

	it.each(["ships-will-return", "protect-coral-headline", "port-opens-tomorrow"])(
		"refuses a parent around other words: %s",
		(key) => {
			const files = inArticle(PARENT, `parent: ${key}`);
			expectFaults(files, [
				`${at(files, ARTICLE, `parent: ${key}`, key)} parent-contains a parent whose content has this content inside it, found ${key}, which has not`,
			]);
		},
	);

	it("asks that each part of a content lies inside one part of the parent", () => {
		const files = inArticle("      - إلى العمل\n", "      - البحري\n      - إلى العمل\n");
		const around = inArticle(
			"    said:\n",
			"    parent: fishermen-are-back\n    said:\n",
			inArticle("key: ships-will-return", "key: x-ships-will-return", files),
		);
		expectFaults(around, [
			`${at(around, ARTICLE, "parent: fishermen-are-back", "fishermen-are-back")} parent-contains found fishermen-are-back`,
		]);
	});

	it("takes two statements of the same words, the first around the second", () => {
		const same = SAME.replace("KEY", "ships-again");
		const files = inArticle("  - key: fishermen-are-back", `${same}\n  - key: fishermen-are-back`);
		expectFaults(files, [
			`${at(files, ARTICLE, "ships-again")} parent-contains lies inside that of ships-will-return, found none`,
		]);
		const parent = "\n    parent: ships-will-return\n\n  - key: fishermen";
		expectValid(inArticle("\n\n  - key: fishermen", parent, files));
	});

	it("refuses a circle of two statements of the same words", () => {
		const same = `${SAME.replace("KEY", "ships-again")}    parent: ships-will-return\n`;
		const twice = inArticle("  - key: fishermen-are-back", `${same}\n  - key: fishermen-are-back`);
		const joint = "        mention: والراوي\n        resolution: NAMED\n";
		const files = inArticle(joint, `${joint}    parent: ships-again\n`, twice);
		expectFaults(files, [
			`${at(files, ARTICLE, "parent: ships-again", "ships-again")} parent-contains found ships-again, which has not`,
		]);
	});

	it("leaves a statement that was not found to its own diagnostic", () => {
		const files = inArticle("content: الميناء سيفتح", "content: الميناء سيغلق");
		expectFaults(files, [`${at(files, ARTICLE, "الميناء سيغلق غدا")} words-stand-once سيغلق`]);
		const outer = inArticle("content: النجار أبلغ", "content: النجار بلغ");
		expectFaults(outer, [
			`${at(outer, ARTICLE, "النجار بلغ نظيره هاني الراوي أن الميناء سيفتح غدا")} words-stand-once بلغ`,
		]);
	});
});

const SAME = `  - key: KEY
    kind: INDIRECT
    act: ASSERT
    content: السفن ستعود قريبا
    speakers:
      - speaker: wave-agency
        resolution: DROPPED_SUBJECT
`;
