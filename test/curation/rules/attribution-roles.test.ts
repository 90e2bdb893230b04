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

const TOGETHER =
	"السفن ستعود قريبا\n    cue: واتفق\n    speakers:\n      - speaker: salim-najjar\n";
const RAWI = "      - speaker: hani-rawi\n        mention: والراوي\n        resolution: NAMED\n";
const OFFICIAL = "mention: مسؤول\n        resolution: EPITHET";
const OBSERVATORY = "mention: المرصد البحري\n        resolution: NAMED";

describe("attribution-roles", () => {
	it("takes SOLE for one speaker and JOINT for several, written or left out", () => {
		const roles = (key: string, files = seed()) =>
			statementOf(expectValid(files), key).attributions.map(({ role }) => role);
		expect(roles("coral-is-our-home")).toEqual(["SOLE"]);
		expect(roles("ships-will-return")).toEqual(["JOINT", "JOINT"]);
		const written = inArticle(TOGETHER, `${TOGETHER}        role: JOINT\n`);
		expect(roles("ships-will-return", written)).toEqual(["JOINT", "JOINT"]);
		const metonym = inArticle(OFFICIAL, `role: METONYM\n        ${OFFICIAL}`);
		expect(roles("najjar-told-rawi", metonym)).toEqual(["METONYM"]);
	});

	it("refuses JOINT for one speaker", () => {
		const files = inArticle(OFFICIAL, `role: JOINT\n        ${OFFICIAL}`);
		expectFaults(files, [
			`${at(files, ARTICLE, "role: JOINT", "JOINT")} attribution-roles at least two speakers of role JOINT, found one`,
		]);
	});

	it("refuses another role for one of several speakers", () => {
		const files = inArticle(TOGETHER, `${TOGETHER}        role: SOLE\n`);
		expectFaults(files, [
			`${at(files, ARTICLE, "role: SOLE", "SOLE")} attribution-roles role JOINT for each of several speakers, found SOLE`,
		]);
	});

	it("refuses a speaker twice", () => {
		const files = inArticle(
			RAWI,
			"      - speaker: salim-najjar\n        resolution: DROPPED_SUBJECT\n",
		);
		expectFaults(files, [
			`${at(files, ARTICLE, "salim-najjar\n        resolution: DROPPED_SUBJECT", "salim-najjar")} attribution-roles each speaker once, found salim-najjar again`,
		]);
	});

	it("asks for HEADLINE in the headline", () => {
		const files = inArticle("resolution: HEADLINE", "resolution: NAMED");
		expectFaults(files, [
			`${at(files, ARTICLE, "mention: وزير البحر\n        resolution: NAMED", "NAMED")} attribution-roles HEADLINE in the headline and only there, found NAMED in the headline`,
		]);
	});

	it("refuses HEADLINE in the body", () => {
		const files = inArticle(OBSERVATORY, OBSERVATORY.replace("NAMED", "HEADLINE"));
		expectFaults(files, [
			`${at(files, ARTICLE, "البحري\n        resolution: HEADLINE", "HEADLINE")} attribution-roles found HEADLINE in the body`,
		]);
	});

	it("takes a dropped subject without a mention, and refuses it with one", () => {
		expectValid(inArticle(OFFICIAL, "resolution: DROPPED_SUBJECT"));
		const files = inArticle(OFFICIAL, OFFICIAL.replace("EPITHET", "DROPPED_SUBJECT"));
		expectFaults(files, [
			`${at(files, ARTICLE, "DROPPED_SUBJECT")} attribution-roles no mention for a dropped subject, found one`,
		]);
	});

	it("asks for a mention of every other subject", () => {
		const files = inArticle(OFFICIAL, "resolution: PRONOUN");
		expectFaults(files, [
			`${at(files, ARTICLE, "PRONOUN")} attribution-roles a mention for resolution PRONOUN, found none`,
		]);
	});
});
