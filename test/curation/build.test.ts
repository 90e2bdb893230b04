import { describe, expect, it } from "vitest";
import { textOf } from "../../src/curation/corpus.ts";
import {
	ARTICLE,
	addPlain,
	change,
	expectValid,
	inArticle,
	OCCASIONS_FILE,
	onlyArticle,
	SPEAKERS_FILE,
	seed,
	statementOf,
} from "./harness.ts";

const OFFICE = "        office: minister-of-sea\n";
const ISLAND = "      - location: light-island\n        role: ABOUT\n";
const ADDRESSEE = "      - speaker: hani-rawi\n        mention: نظيره هاني الراوي\n";

describe("the office of a speaker", () => {
	const officeOf = (key: string, files = seed()) =>
		statementOf(expectValid(files), key).attributions.map(({ officeId }) => officeId);

	it("is the one that an epithet names", () => {
		expect(officeOf("fishing-has-stopped")).toEqual(["salim-najjar.1"]);
	});

	it("is else the first that was held on the day", () => {
		expect(officeOf("coral-is-our-home")).toEqual(["salim-najjar.1"]);
		expect(officeOf("ships-will-return")).toEqual(["salim-najjar.1", "hani-rawi.0"]);
		const longer = change(seed(), SPEAKERS_FILE, "to: 2018-06-01", "to: 2021-06-01");
		expect(officeOf("coral-is-our-home", longer)).toEqual(["salim-najjar.0"]);
		expect(officeOf("fishing-has-stopped", longer)).toEqual(["salim-najjar.1"]);
	});

	it("is none on a day on which none was held, and none of a speaker without any", () => {
		const ended = inArticle(
			OFFICE,
			"",
			change(seed(), SPEAKERS_FILE, "to: 2022-01-01", "to: 2020-05-04"),
		);
		expect(officeOf("fishing-has-stopped", ended)).toEqual([null]);
		expect(officeOf("najjar-told-rawi")).toEqual([null]);
	});

	it("changes with the day of the statement", () => {
		const after = "        resolution: NAMED\n    occasion: marsa-press-conference\n";
		const said = (date: string) =>
			inArticle(
				after,
				`${after}    said:\n      date: ${date}\n      basis: EVENT_INFERRED\n      note: None.\n`,
			);
		expect(officeOf("coral-is-our-home", said("2018-05-31"))).toEqual(["salim-najjar.0"]);
		expect(officeOf("coral-is-our-home", said("2018-06-01"))).toEqual(["salim-najjar.1"]);
		expect(officeOf("coral-is-our-home", said('"2018"'))).toEqual([null]);
		expect(officeOf("coral-is-our-home", said("2009-12-31"))).toEqual([null]);
	});
});

describe("the places of a statement", () => {
	const placesOf = (key: string, files = seed()) =>
		statementOf(expectValid(files), key).locations.map(({ locationSlug, role, mention }) => [
			locationSlug,
			role,
			mention !== null,
		]);

	it("are those of its file, and the place of its occasion, where it was spoken", () => {
		expect(placesOf("fishing-has-stopped")).toEqual([
			["light-island", "ABOUT", true],
			["marsa", "SPOKEN_AT", false],
		]);
		expect(placesOf("coral-is-our-home")).toEqual([["marsa", "SPOKEN_AT", false]]);
		expect(placesOf("ships-will-return")).toEqual([]);
	});

	it("have no second place where it was spoken", () => {
		const files = inArticle(ISLAND, ISLAND.replace("ABOUT", "SPOKEN_AT"));
		expect(placesOf("fishing-has-stopped", files)).toEqual([["light-island", "SPOKEN_AT", true]]);
	});

	it("have none from an occasion without a place", () => {
		const files = change(seed(), OCCASIONS_FILE, "  location: marsa\n", "");
		expect(placesOf("coral-is-our-home", files)).toEqual([]);
	});
});

describe("an addressee", () => {
	const describe = (files = seed()) =>
		statementOf(expectValid(files), "port-opens-tomorrow").addressees.map(
			({ description }) => description,
		);

	it("is described by the words that mention it, if nothing else does", () => {
		expect(describe()).toEqual(["نظيره هاني الراوي"]);
		const other = ADDRESSEE.replace(
			"        mention",
			"        description: وزير آخر\n        mention",
		);
		expect(describe(inArticle(ADDRESSEE, other))).toEqual(["وزير آخر"]);
	});

	it("needs no entry of its own", () => {
		const files = inArticle(ADDRESSEE, "      - mention: نظيره هاني الراوي\n");
		const { addressees } = statementOf(expectValid(files), "port-opens-tomorrow");
		expect(addressees).toMatchObject([{ speakerSlug: null, description: "نظيره هاني الراوي" }]);
	});

	it("is described by words of the headline where those mention it", () => {
		const files = inArticle(ADDRESSEE, ADDRESSEE.replace("نظيره هاني الراوي", "حماية المرجان"));
		const [addressee] = statementOf(expectValid(files), "port-opens-tomorrow").addressees;
		expect(addressee?.mention?.source).toBe("TITLE");
		expect(addressee?.description).toBe("حماية المرجان");
	});
});

describe("a statement", () => {
	it("is told with an ellipsis between its parts", () => {
		const { text, spans } = statementOf(expectValid(seed()), "fishermen-are-back");
		expect(text).toBe("عاد الصيادون … إلى العمل");
		expect(spans).toHaveLength(2);
	});

	it("has the language and the review of its article, or its own", () => {
		const review = "    review:\n      status: DRAFT\n      method: RULE\n      confidence: 0.5\n";
		const island = `${ISLAND}        mention: جزيرة النور\n`;
		const files = inArticle(island, `${island}    language: en\n${review}`);
		const corpus = expectValid(files);
		expect(statementOf(corpus, "fishing-has-stopped")).toMatchObject({
			language: "en",
			direction: "LTR",
			review: { status: "DRAFT", method: "RULE", confidence: 0.5 },
		});
		expect(statementOf(corpus, "ships-will-return")).toMatchObject({
			language: "ar",
			direction: "RTL",
			review: { status: "CURATED", method: "HAND", confidence: null },
		});
	});

	it("has its links", () => {
		expect(statementOf(expectValid(seed()), "port-opens-tomorrow")).toMatchObject({
			slug: "coral.port-opens-tomorrow",
			position: 4,
			kind: "INDIRECT",
			act: "ANNOUNCE",
			parentSlug: "coral.najjar-told-rawi",
			occasionSlug: null,
			attributions: [{ speakerSlug: "salim-najjar", role: "SOLE", resolution: "NAMED" }],
			relays: [{ speakerSlug: "wave-agency" }, { speakerSlug: "port-official", mention: null }],
		});
	});
});

describe("the rest of the corpus", () => {
	it("has the article with its sources and places", () => {
		const article = onlyArticle(expectValid(seed()));
		expect(article).toMatchObject({
			slug: "coral",
			language: "ar",
			direction: "RTL",
			publisherSlug: "harbour-news",
			documentFileName: "coral.txt",
			published: { edtf: "2020-05-04", basis: "EXPLICIT", note: null },
			creditedSources: [{ text: "وكالة الموج", speakerSlug: "wave-agency" }],
			locations: [{ locationSlug: "marsa" }, { locationSlug: "light-island" }],
		});
		const anonymous = change(
			seed(),
			ARTICLE,
			"publisher: harbour-news\ncreditedSources:\n  - words: وكالة الموج\n    speaker: wave-agency\n",
			"creditedSources:\n  - words: وكالة الموج\n",
		);
		const { publisherSlug, creditedSources } = onlyArticle(expectValid(anonymous));
		expect(publisherSlug).toBeNull();
		expect(creditedSources).toEqual([{ text: "وكالة الموج", speakerSlug: null }]);
	});

	it("has the segments of a page in reading order, in the page's own counting", () => {
		const { documents } = expectValid(seed());
		const [page] = documents;
		expect(page?.segments.map(({ kind }) => kind)).toEqual([
			"CHROME",
			"HEADLINE",
			"BODY",
			"EMBED",
			"BODY",
			"SOURCE_LINE",
			"DATELINE",
			"RELATED",
		]);
		for (const { span } of page?.segments ?? []) expect(span.source).toBe("DOCUMENT");
	});

	it("has names with their kind, language and folded form", () => {
		const { speakers } = expectValid(seed());
		const salim = speakers.find(({ slug }) => slug === "salim-najjar");
		expect(salim).toMatchObject({ kind: "PERSON", wikidataId: "Q1001", sortName: "سالم النجار" });
		expect(salim?.names).toEqual([
			{ text: "سالم النجار", folded: "سالم النجار", language: "ar", kind: "OFFICIAL" },
			{ text: "النجار", folded: "النجار", language: "ar", kind: "ALIAS" },
			{ text: "سالم نجار", folded: "سالم نجار", language: "ar", kind: "SPELLING" },
			{ text: "وزير البحر", folded: "وزير البحر", language: "ar", kind: "EPITHET" },
			{ text: "Salim al-Najjar", folded: "salim al-najjar", language: "en", kind: "OFFICIAL" },
		]);
	});

	it("has offices with ids of their place in the file", () => {
		const { speakers } = expectValid(seed());
		const offices = speakers.find(({ slug }) => slug === "salim-najjar")?.offices;
		expect(offices).toEqual([
			{
				id: "salim-najjar.0",
				key: "governor-of-marsa",
				titleArabic: "محافظ مرسى",
				titleEnglish: "Governor of Marsa",
				locationSlug: "marsa",
				organizationSlug: null,
				startDate: "2010-01-01",
				endDate: "2018-06-01",
			},
			expect.objectContaining({ id: "salim-najjar.1", organizationSlug: "sea-observatory" }),
		]);
	});

	it("has places, publishers and occasions, what is not given as null", () => {
		const { locations, publishers, occasions } = expectValid(seed());
		expect(locations[1]).toMatchObject({
			slug: "light-island",
			wikidataId: null,
			geonamesId: null,
			countryCode: null,
			latitude: null,
			longitude: null,
			parentSlug: "marsa",
		});
		expect(locations[2]).toMatchObject({ latitude: 35.5, longitude: -10, geonamesId: "1004" });
		expect(publishers.map(({ slug, names }) => [slug, names.length])).toEqual([
			["harbour-news", 2],
		]);
		expect(occasions).toMatchObject([
			{
				slug: "marsa-press-conference",
				locationSlug: "marsa",
				nameEnglish: "Press conference in Marsa",
			},
			{ slug: "rawi-interview", locationSlug: null, date: { edtf: "2020-05-02" } },
		]);
	});

	it("is in the order of the slugs", () => {
		const corpus = expectValid(addPlain("a-plain"));
		expect(corpus.articles.map(({ slug }) => slug)).toEqual(["a-plain", "coral"]);
		for (const list of [corpus.speakers, corpus.locations, corpus.publishers, corpus.occasions])
			expect(list.map(({ slug }) => slug)).toEqual(list.map(({ slug }) => slug).toSorted());
		expect(corpus.documents.map(({ fileName }) => fileName)).toEqual(["coral.txt", "plain.txt"]);
	});
});

describe("textOf", () => {
	it("gives the text that a span counts in", () => {
		const article = { title: "title", body: "body" };
		const document = { text: "document" };
		expect(textOf(article, document, "TITLE")).toBe("title");
		expect(textOf(article, document, "BODY")).toBe("body");
		expect(textOf(article, document, "DOCUMENT")).toBe("document");
		expect(textOf({ ...article, title: null }, document, "TITLE")).toBe("");
	});
});
