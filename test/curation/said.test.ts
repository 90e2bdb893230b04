import { describe, expect, it } from "vitest";
import { readCorpus } from "../../src/curation/read-corpus.ts";
import { occasionDate, publishedDate, saidDate } from "../../src/curation/said.ts";
import type { SeedFiles } from "../../src/curation/seed-files.ts";
import {
	change,
	expectValid,
	inArticle,
	OCCASIONS_FILE,
	put,
	seed,
	statementOf,
} from "./harness.ts";

const PUBLISHED = "  date: 2020-05-04\n  basis: EXPLICIT\n  evidence:\n    document: 4 مايو 2020\n";

/** The dates of an article that need not be without a fault. */
function read(files: SeedFiles, key: string) {
	const { corpus } = readCorpus(files);
	const [article] = corpus.articles;
	const statement = article?.statements.find(({ entry }) => entry.key === key);
	if (article === undefined || statement === undefined) throw new Error(`no statement ${key}`);
	return { corpus, article, said: saidDate(corpus, article, statement) };
}

describe("when a statement was said", () => {
	it("is what its file says", () => {
		expect(statementOf(expectValid(seed()), "fishermen-are-back").said).toEqual({
			edtf: "2020-05-03",
			earliest: "2020-05-03",
			latest: "2020-05-03",
			precision: "DAY",
			basis: "EVENT_INFERRED",
			evidence: null,
			note: "The observatory counts on Sundays.",
		});
	});

	it("shows the words that it rests on", () => {
		const note = "      note: The observatory counts on Sundays.\n";
		const files = inArticle(note, "      evidence: اليوم الاثنين\n");
		const { said } = statementOf(expectValid(files), "fishermen-are-back");
		expect(said.evidence).toMatchObject({ source: "BODY" });
		expect(said.note).toBeNull();
	});

	it("is the day of its occasion, with the occasion's basis", () => {
		const interview = inArticle(
			"office: minister-of-sea\n    occasion: marsa-press-conference",
			"office: minister-of-sea\n    occasion: rawi-interview",
		);
		const noted = change(
			interview,
			OCCASIONS_FILE,
			"basis: EVENT_INFERRED\n",
			"basis: EVENT_INFERRED\n    note: A note.\n",
		);
		expect(statementOf(expectValid(noted), "fishing-has-stopped").said).toMatchObject({
			edtf: "2020-05-02",
			basis: "EVENT_INFERRED",
			evidence: null,
			note: "A note.",
		});
	});

	it("is what its file says, whatever its occasion", () => {
		const after = "office: minister-of-sea\n    occasion: marsa-press-conference\n";
		const said = "    said:\n      date: 2020-05\n      basis: PUBLICATION\n";
		const files = inArticle(
			after,
			after + said,
			inArticle(PUBLISHED, PUBLISHED.replace("date: 2020-05-04", "date: 2020-06-01")),
		);
		expect(statementOf(expectValid(files), "fishing-has-stopped").said).toMatchObject({
			edtf: "2020-05",
			earliest: "2020-05-01",
			latest: "2020-05-31",
			precision: "MONTH",
		});
	});

	it("is else the day of publication, and says that it is taken from there", () => {
		expect(statementOf(expectValid(seed()), "ships-will-return").said).toEqual({
			edtf: "2020-05-04",
			earliest: "2020-05-04",
			latest: "2020-05-04",
			precision: "DAY",
			basis: "PUBLICATION",
			evidence: null,
			note: null,
		});
	});

	it("is unknown where the day of publication is", () => {
		const files = inArticle(PUBLISHED, "  date: XXXX\n  basis: NONE\n");
		expect(statementOf(expectValid(files), "ships-will-return").said).toMatchObject({
			edtf: "XXXX",
			earliest: null,
			latest: null,
			precision: "UNKNOWN",
			basis: "NONE",
		});
	});

	it("is null where the date that counts cannot be read", () => {
		const published = inArticle(
			PUBLISHED,
			PUBLISHED.replace("date: 2020-05-04", "date: 2020-05-40"),
		);
		expect(read(published, "ships-will-return").said).toBeNull();
		expect(publishedDate(read(published, "ships-will-return").article)).toBeNull();
		expect(read(published, "fishing-has-stopped").said?.edtf).toBe("2020-05-04");
		const said = inArticle("date: 2020-05-03", "date: 2020-05-40");
		expect(read(said, "fishermen-are-back").said).toBeNull();
		const occasion = change(seed(), OCCASIONS_FILE, "date: 2020-05-04", "date: 2020-05-40");
		expect(read(occasion, "fishing-has-stopped").said).toBeNull();
	});

	it("is null where the occasion is not known", () => {
		const { corpus } = read(seed(), "fishing-has-stopped");
		expect(occasionDate(corpus, "rawi-interview")?.edtf).toBe("2020-05-02");
		expect(occasionDate(corpus, "no-such-occasion")).toBeNull();
		expect(occasionDate({ ...corpus, occasions: null }, "rawi-interview")).toBeNull();
		expect(read(put(seed(), OCCASIONS_FILE, "["), "fishing-has-stopped").said).toBeNull();
	});
});
