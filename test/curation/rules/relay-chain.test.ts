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

const LAST = "      - speaker: port-official\n    parent";

describe("relay-chain", () => {
	it("takes relays in their order, the nearest to the article first", () => {
		const { relays } = statementOf(expectValid(seed()), "port-opens-tomorrow");
		expect(relays.map(({ speakerSlug }) => speakerSlug)).toEqual(["wave-agency", "port-official"]);
	});

	it("refuses a speaker who relays their own words", () => {
		const files = inArticle(LAST, LAST.replace("port-official", "salim-najjar"));
		expectFaults(files, [
			`${at(files, ARTICLE, "salim-najjar\n    parent", "salim-najjar")} relay-chain a relay that is not a speaker of the statement, found salim-najjar, who is`,
		]);
	});

	it("refuses a relay twice", () => {
		const files = inArticle(LAST, LAST.replace("port-official", "wave-agency"));
		expectFaults(files, [
			`${at(files, ARTICLE, "wave-agency\n    parent", "wave-agency")} relay-chain each relay once, found wave-agency again`,
		]);
	});
});
