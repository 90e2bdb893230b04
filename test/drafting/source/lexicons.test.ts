import { describe, expect, test } from "vitest";
import { readLexicon } from "../../../src/drafting/lexicon.ts";
import { isGivenName } from "../../../src/drafting/source/given-name.ts";
import { isAnonymousHead, isBodyHead, isTitle } from "../../../src/drafting/source/heads.ts";
import { findPersonName } from "../../../src/drafting/source/person-name.ts";
import { type Token, tokenise } from "../../../src/drafting/tokens.ts";
import { isObjectHead, nouns } from "../../../src/drafting/words.ts";
import { fold } from "../../../src/text/fold.ts";
import { proposed } from "../proposed.ts";

const entries = (name: string) => readLexicon(name).map(([word = ""]) => word);
const first = (body: string) => tokenise(body).tokens[0];

describe("every noun of a lexicon is recognised", () => {
	test.each([
		["title-heads", isTitle],
		["organisation-heads", isBodyHead],
		["media-heads", isBodyHead],
		["anonymous-heads", isAnonymousHead],
		["given-names", isGivenName],
		["object-heads", (token: Token | undefined) => isObjectHead(token?.folded ?? "")],
		[
			"document-heads",
			(token: Token | undefined) => nouns.document.has((token?.folded ?? "").replace(/^ال/u, "")),
		],
		["countries", (token: Token | undefined) => nouns.country.has(token?.folded ?? "")],
	])("of %s, as the first word of a sentence", (name, recognises) => {
		const words = entries(name).filter((word) => !word.includes(" "));
		expect(words.length).toBeGreaterThan(10);
		expect(words.filter((word) => !recognises(first(`${word} جديد هنا.`)))).toEqual([]);
	});

	test.each(["title-heads", "organisation-heads", "media-heads", "anonymous-heads"])(
		"of %s, with the article too",
		(name) => {
			const recognises = [isTitle, isBodyHead, isAnonymousHead];
			const missed = entries(name)
				// Abbreviations of one letter have none.
				.filter((word) => !word.startsWith("ال") && word.length > 1)
				.filter((word) => !recognises.some((is) => is(first(`ال${word} هنا.`))));
			expect(missed).toEqual([]);
		},
	);

	test("of honorifics: the name begins behind it", () => {
		const missed = entries("honorifics").filter((word) => {
			const { tokens } = tokenise(`المدير ${word} زاهي بستاني`);
			const name = findPersonName(tokens);
			return name === null || tokens[name.start]?.text !== "زاهي";
		});
		expect(missed).toEqual([]);
	});

	test("of nationalities: the name begins behind it", () => {
		const missed = entries("place-nationalities").filter((word) => {
			const { tokens } = tokenise(`وزير الدفاع ${word} بوناردي ستيفانو`);
			const name = findPersonName(tokens);
			return name === null || tokens[name.start]?.text !== "بوناردي";
		});
		expect(missed).toEqual([]);
	});

	test.each(["media-heads", "document-heads", "anonymous-heads", "organisation-heads"])(
		"of %s: it can be who speaks",
		(name) => {
			// What can be said too is no speaker right behind the verb.
			const speakers = entries(name).filter((word) => !isObjectHead(fold(word)));
			const missed = speakers.filter(
				(word) => proposed(`قال ${word} إن العمل مستمر هنا.`)[0]?.by !== word,
			);
			expect(missed).toEqual([]);
		},
	);
});
