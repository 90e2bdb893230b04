import { describe, it } from "vitest";
import {
	ARTICLE,
	at,
	change,
	expectFaults,
	expectValid,
	inArticle,
	inDocument,
	LOCATIONS_FILE,
	put,
	SPEAKERS_FILE,
	seed,
} from "../harness.ts";

const OBSERVATORY =
	"      - speaker: sea-observatory\n        mention: المرصد البحري\n        resolution: NAMED";
const HEADLINE = "mention: وزير البحر\n        resolution: HEADLINE";
const ADDRESSEE = "mention: نظيره هاني الراوي";
const RELAY = "mention: وكالة الموج\n      - speaker: port-official";
const ISLAND = "  - location: light-island\n    mention: جزيرة النور";
const ISLAND_OF_STATEMENT = "role: ABOUT\n        mention: جزيرة النور";

/** The last statement, attributed to somebody else. */
const said = (speaker: string, mention: string, resolution: string, files = seed()) =>
	inArticle(
		OBSERVATORY,
		`      - speaker: ${speaker}\n        mention: ${mention}\n        resolution: ${resolution}`,
		files,
	);

const placeOf = (files: ReturnType<typeof seed>, mention: string, rest: string) =>
	`${at(files, ARTICLE, `mention: ${mention}${rest}`, mention)} mentions-name`;

/** The article with a piece that ends in a mention replaced by one that ends in another. */
const mentioning = (piece: string, replacement: string) => {
	const files = inArticle(piece, replacement);
	const mention = /mention: (.+)/u.exec(replacement)?.[1] ?? "";
	return { files, place: `${at(files, ARTICLE, replacement, mention)} mentions-name` };
};

describe("mentions-name, of who said it", () => {
	it("takes a name, an alias, a spelling and an epithet", () => {
		expectValid(seed());
		expectValid(said("salim-najjar", "سالم النجار", "NAMED"));
		const spelling = inDocument("سالم النجار", "سالم نجار");
		const mention = "mention: وزير البحر سالم النجار";
		expectValid(inArticle(mention, "mention: سالم نجار", spelling));
		expectValid(inArticle(mention, "mention: وزير البحر"));
	});

	it("asks for a name where the resolution is NAMED", () => {
		const files = said("sea-observatory", "اليوم الاثنين", "NAMED");
		expectFaults(files, [
			`${placeOf(files, "اليوم الاثنين", "")} expected a name of sea-observatory in "اليوم الاثنين", found none; correct the slug or the words, or add the name to the authority file`,
		]);
	});

	it("asks for a name in the headline", () => {
		const { files, place } = mentioning(HEADLINE, HEADLINE.replace("وزير البحر", "يدعو"));
		expectFaults(files, [`${place} a name of salim-najjar in "يدعو", found none`]);
	});

	it.each(["NAMED", "EPITHET", "PRONOUN"])("refuses a name of somebody else: %s", (resolution) => {
		const files = said("sea-observatory", "هاني الراوي", resolution);
		expectFaults(files, [
			`${placeOf(files, "هاني الراوي", `\n        resolution: ${resolution}`)} a name of sea-observatory in "هاني الراوي", found a name of hani-rawi`,
		]);
	});

	it("names each that the words name", () => {
		const files = said("sea-observatory", "النجار والراوي", "EPITHET");
		expectFaults(files, [
			`${placeOf(files, "النجار والراوي", "")} found a name of hani-rawi, salim-najjar;`,
		]);
	});

	it("takes the name of another beside the own one", () => {
		expectValid(said("salim-najjar", "النجار والراوي", "NAMED"));
	});

	it.each(["EPITHET", "PRONOUN"])("takes words without any name: %s", (resolution) => {
		expectValid(said("sea-observatory", "نظيره", resolution));
	});

	it("takes an epithet of two for either of them, and for no third", () => {
		const alias = "      alias:\n        - الراوي\n";
		const two = change(
			seed(),
			SPEAKERS_FILE,
			alias,
			`${alias}      epithet:\n        - وزير البحر\n`,
		);
		expectValid(said("salim-najjar", "قال وزير البحر", "EPITHET", two));
		expectValid(said("hani-rawi", "قال وزير البحر", "EPITHET", two));
		const third = said("sea-observatory", "قال وزير البحر", "EPITHET", two);
		expectFaults(third, [
			`${placeOf(third, "قال وزير البحر", "")} found a name of hani-rawi, salim-najjar;`,
		]);
	});

	it("knows a name in another spelling, and with the particles that Arabic attaches", () => {
		expectValid(said("hani-rawi", "والراوي", "NAMED"));
		const spelled = inDocument("بحسب المرصد البحري", "بحسب ما للمرصد البحرى");
		expectValid(inArticle("mention: المرصد البحري", "mention: للمرصد البحرى", spelled));
		const other = said("sea-observatory", "النجار والراوي على", "PRONOUN");
		expectFaults(other, [
			`${placeOf(other, "النجار والراوي على", "")} found a name of hani-rawi, salim-najjar`,
		]);
	});

	it("does not take a part of a word for a name", () => {
		const files = inDocument("بحسب المرصد البحري", "بحسب الراويات");
		expectValid(said("sea-observatory", "الراويات", "EPITHET", files));
		const strict = said("hani-rawi", "الراويات", "NAMED", files);
		expectFaults(strict, [`${placeOf(strict, "الراويات", "")} found none`]);
	});

	it("leaves a slug that nobody knows, and an unreadable authority file, to their own diagnostics", () => {
		const files = said("sea-observer", "هاني الراوي", "NAMED");
		expectFaults(files, [`${at(files, ARTICLE, "sea-observer")} known-slug sea-observer`]);
		expectFaults(put(seed(), SPEAKERS_FILE, "- slug: [\n"), [
			`${SPEAKERS_FILE}:2:1 yaml-syntax Flow sequence`,
		]);
	});

	it("leaves a mention that stands nowhere to its own diagnostic", () => {
		const files = said("sea-observatory", "لا أحد", "NAMED");
		expectFaults(files, [`${at(files, ARTICLE, "لا أحد")} words-stand-once لا أحد`]);
	});
});

describe("mentions-name, of whom it was said to", () => {
	it("takes words without a name, and an addressee that is nobody of the authority file", () => {
		expectValid(inArticle(ADDRESSEE, "mention: نظيره"));
		expectValid(
			inArticle(`      - speaker: hani-rawi\n        ${ADDRESSEE}`, `      - ${ADDRESSEE}`),
		);
	});

	it("refuses a name of somebody else", () => {
		const { files, place } = mentioning(ADDRESSEE, "mention: النجار أبلغ نظيره");
		expectFaults(files, [
			`${place} a name of hani-rawi in "النجار أبلغ نظيره", found a name of salim-najjar`,
		]);
	});
});

describe("mentions-name, of who passed it on", () => {
	it("asks for a name, and takes a relay without a mention", () => {
		const named = (words: string) => RELAY.replace("وكالة الموج", words);
		const { files, place } = mentioning(RELAY, named("مسؤول"));
		expectFaults(files, [`${place} a name of wave-agency in "مسؤول", found none`]);
		const other = mentioning(RELAY, named("هاني الراوي"));
		expectFaults(other.files, [`${other.place} found a name of hani-rawi`]);
		expectValid(
			inArticle(`      - speaker: wave-agency\n        ${RELAY}`, "      - speaker: port-official"),
		);
	});
});

describe("mentions-name, of places", () => {
	it("takes words without a name of any place", () => {
		expectValid(inArticle(ISLAND, ISLAND.replace("جزيرة النور", "الميناء")));
		expectValid(
			inArticle(ISLAND_OF_STATEMENT, ISLAND_OF_STATEMENT.replace("جزيرة النور", "الصيد")),
		);
	});

	it("refuses a name of another place, in the article and in a statement", () => {
		const { files, place } = mentioning(
			"  - location: marsa\n    mention: مدينة مرسى",
			"  - location: marsa\n    mention: في جزيرة النور",
		);
		expectFaults(files, [
			`${place} a name of marsa in "في جزيرة النور", found a name of light-island`,
		]);
		const island = "      - location: light-island\n        role: ABOUT";
		const statement = mentioning(
			island,
			`      - location: marsa\n        role: MENTIONED\n        mention: قرب جزيرة النور\n${island}`,
		);
		expectFaults(statement.files, [`${statement.place} found a name of light-island`]);
	});

	it("takes a name of the place that it lies in, at whatever remove", () => {
		expectValid(inArticle(ISLAND, ISLAND.replace("جزيرة النور", "مدينة مرسى")));
		const land = inDocument("اليوم الاثنين", "اليوم في بلاد المرافئ");
		const listed = inArticle(
			ISLAND,
			`${ISLAND.replace("جزيرة النور", "اليوم في بلاد المرافئ")}\n  - location: harbour-land\n    mention: بلاد المرافئ`,
			land,
		);
		expectValid(listed);
	});

	it("does not take a name of a place inside of it", () => {
		const land = `  - location: harbour-land\n    mention: في مدينة مرسى\n${ISLAND}`;
		const { files, place } = mentioning(ISLAND, land);
		expectFaults(files, [
			`${place} a name of harbour-land in "في مدينة مرسى", found a name of marsa`,
		]);
	});

	it("comes to an end where places lie in a circle", () => {
		const id = '  wikidataId: Q1003\n  geonamesId: "1003"\n';
		const circle = change(seed(), LOCATIONS_FILE, id, `  parent: marsa\n${id}`);
		const files = inArticle("mention: مدينة مرسى", "mention: في جزيرة النور", circle);
		expectFaults(files, [
			`${at(files, ARTICLE, "في جزيرة النور\n  - location", "في جزيرة النور")} mentions-name found a name of light-island`,
			`${at(files, LOCATIONS_FILE, "parent: marsa\n  wikidataId", "marsa")} location-tree harbour-land in marsa`,
			`${at(files, LOCATIONS_FILE, "parent: harbour-land", "harbour-land")} location-tree marsa in harbour-land`,
		]);
	});

	it("does not mix speakers and places", () => {
		expectValid(inArticle(ISLAND, ISLAND.replace("جزيرة النور", "وكالة الموج نقلا")));
		expectValid(said("sea-observatory", "مدينة مرسى", "EPITHET"));
	});

	it("leaves an authority file that cannot be read to its own diagnostic", () => {
		expectFaults(put(seed(), LOCATIONS_FILE, "- slug: [\n"), [
			`${LOCATIONS_FILE}:2:1 yaml-syntax Flow sequence`,
		]);
	});
});
