import { describe, expect, it } from "vitest";
import {
	ARTICLE,
	at,
	change,
	expectFaults,
	expectValid,
	inArticle,
	inDocument,
	LOCATIONS_FILE,
	onlyArticle,
	SPEAKERS_FILE,
	seed,
} from "../harness.ts";

const MARSA = "  - location: marsa\n    mention: مدينة مرسى\n";
const ISLAND = "  - location: light-island\n    mention: جزيرة النور\n";
const VIDEO = "القوارب في بلاد المرافئ";

/** The page with a sentence at the end of its body. */
const saying = (sentence: string) =>
	inArticle(
		"to: إلى العمل.",
		`to: ${sentence}.`,
		inDocument("إلى العمل.", `إلى العمل. ${sentence}.`),
	);

describe("places-linked", () => {
	it("takes the places that the title and the body name", () => {
		const { locations } = onlyArticle(expectValid(seed()));
		expect(locations.map(({ locationSlug, mention }) => [locationSlug, mention.source])).toEqual([
			["marsa", "BODY"],
			["light-island", "TITLE"],
		]);
	});

	it("asks for a place that the body names, once however often it does", () => {
		const files = saying(`${VIDEO} وبلاد المرافئ`);
		expectFaults(files, [
			`${at(files, ARTICLE, "- location: marsa\n", "- location: marsa")} places-linked expected harbour-land among the places, as line 9 of the body names it ("بلاد المرافئ"), found it missing`,
		]);
		expectValid(
			inArticle(MARSA, `${MARSA}  - location: harbour-land\n    mention: بلاد المرافئ\n`, files),
		);
	});

	it("knows a place by an alias, and with the particles that Arabic attaches", () => {
		const without = inArticle(MARSA, "");
		const named = inDocument("في مدينة مرسى", "بمرسى", without);
		expectFaults(named, [
			`${at(named, ARTICLE, "- location: light-island\n    mention", "- location: light-island")} places-linked marsa among the places, as line 1 of the body names it ("بمرسى")`,
		]);
	});

	it("asks for a place that the headline names", () => {
		const files = inDocument("يدعو إلى حماية", "يدعو في بلاد المرافئ إلى حماية");
		const headline = inArticle("from: وزير البحر يدعو إلى", "from: وزير البحر يدعو في", files);
		const cue = inArticle("cue: يدعو إلى", "cue: يدعو", headline);
		expectFaults(cue, [
			`${at(cue, ARTICLE, "- location: marsa\n", "- location: marsa")} places-linked harbour-land among the places, as line 1 of the headline names it`,
		]);
	});

	it("leaves alone a name inside a longer name of a place", () => {
		const longer = change(
			seed(),
			LOCATIONS_FILE,
			"      official: بلاد المرافئ\n",
			"      official: مرسى النور\n",
		);
		const files = inDocument("في مدينة مرسى", "في مرسى النور", longer);
		const places = inArticle(MARSA, "  - location: harbour-land\n    mention: مرسى النور\n", files);
		expectValid(places);
	});

	it("leaves alone the name of a place inside that of a speaker, if it is no state", () => {
		const body = change(
			seed(),
			SPEAKERS_FILE,
			"      official: المرصد البحري\n",
			"      official: المرصد البحري\n      alias:\n        - مرصد مرسى\n",
		);
		const without = inArticle(MARSA, "", body);
		const files = inDocument("في مدينة مرسى", "في مرصد مرسى", without);
		expectValid(files);
		const state = change(files, SPEAKERS_FILE, "kind: ORGANIZATION", "kind: STATE");
		expectFaults(state, [
			`${at(state, ARTICLE, "- location: light-island\n    mention", "- location: light-island")} places-linked marsa among the places`,
		]);
	});

	it("leaves epithets to the reader", () => {
		const epithet = "      official: بلاد المرافئ\n      epithet:\n        - الميناء\n";
		expectValid(change(seed(), LOCATIONS_FILE, "      official: بلاد المرافئ\n", epithet));
	});

	it("refuses a place twice", () => {
		const files = inArticle(MARSA, `${MARSA}  - location: marsa\n    mention: مرسى\n`);
		expectFaults(files, [
			`${at(files, ARTICLE, "marsa\n    mention: مرسى\n", "marsa")} places-linked each place once, found marsa again`,
		]);
	});

	it("refuses a place twice in one role of a statement, and takes it in two", () => {
		const island = (role: string) => `      - location: light-island\n        role: ${role}\n`;
		const files = inArticle(island("ABOUT"), island("ABOUT") + island("ABOUT"));
		expectFaults(files, [
			`${at(files, ARTICLE, `${island("ABOUT")}        mention`, "location: light-island")} places-linked each place once in each role, found light-island as ABOUT again`,
		]);
		expectValid(inArticle(island("ABOUT"), island("MENTIONED") + island("ABOUT")));
		const other = island("ABOUT").replace("light-island", "marsa");
		expectValid(inArticle(island("ABOUT"), other + island("ABOUT")));
	});

	it("refuses a mentioned place of a statement that is not among those of the article", () => {
		const files = inArticle(ISLAND, "");
		expectFaults(files, [
			`${at(files, ARTICLE, "- location: marsa\n", "- location: marsa")} places-linked light-island among the places, as line 1 of the headline`,
			`${at(files, ARTICLE, "- location: marsa\n", "- location: marsa")} places-linked light-island among the places, as line 3 of the body`,
			`${at(files, ARTICLE, "light-island\n        role", "light-island")} places-linked a place that is among the places of the article, found light-island, which is not`,
		]);
	});

	it("takes a place of a statement that the article does not name", () => {
		const role = "      - location: light-island\n        role: ABOUT\n";
		expectValid(inArticle(role, `      - location: harbour-land\n        role: ABOUT\n${role}`));
	});
});
