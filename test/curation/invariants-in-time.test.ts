/** The invariants of the corpus that have to do with time and order, without the code of the rules. */
import { describe, expect, it } from "vitest";
import { check } from "../../src/curation/check.ts";
import type { CorpusDate } from "../../src/curation/corpus.ts";
import { corpus, files, statements, yamlOf } from "./real-corpus.ts";

/** The offices of speakers, by id. */
const offices = new Map(
	corpus.speakers.flatMap(({ slug, offices }) =>
		offices.map((office) => [office.id, { slug, ...office }]),
	),
);

describe("5. offices", () => {
	it("were held on the day of the statement by who said it", () => {
		let seen = 0;
		for (const { statement } of statements)
			for (const { officeId, speakerSlug } of statement.attributions) {
				if (officeId === null) continue;
				const office = offices.get(officeId);
				expect(office?.slug).toBe(speakerSlug);
				expect((office?.startDate ?? "") <= (statement.said.earliest ?? "")).toBe(true);
				expect((statement.said.latest ?? "9") < (office?.endDate ?? "9999")).toBe(true);
				seen += 1;
			}
		expect(seen).toBeGreaterThan(10);
	});

	it("are those that the files name, where an epithet means one", () => {
		let seen = 0;
		for (const { article, statement } of statements)
			for (const [index, entry] of (
				yamlOf(article).statements[statement.position]?.speakers ?? []
			).entries()) {
				if (entry.office === undefined) continue;
				expect(offices.get(statement.attributions[index]?.officeId ?? "")?.key).toBe(entry.office);
				seen += 1;
			}
		expect(seen).toBeGreaterThan(3);
	});

	it.each([
		["putin-assad-meeting-2018", "assad"],
		["putin-al-sharaa-meeting-2026", "al-sharaa"],
	])("make the Syrian president of %s %s", (slug, expected) => {
		const epithet = "الرئيس السوري";
		const article = corpus.articles.find((each) => each.slug === slug);
		const day = article?.published.latest ?? "";
		expect(article?.body).toContain(epithet);
		const named = corpus.speakers.filter(({ names }) => names.some(({ text }) => text === epithet));
		expect(named.map((speaker) => speaker.slug)).toEqual(["al-sharaa", "assad"]);
		const holders = named.filter(({ offices }) =>
			offices.some(
				({ key, startDate, endDate }) =>
					key === "president-of-syria" && (startDate ?? "") <= day && day < (endDate ?? "9999"),
			),
		);
		expect(holders.map((speaker) => speaker.slug)).toEqual([expected]);
	});

	it("refuse al-Sharaa as the Syrian president of 2018", () => {
		const name = "articles/putin-assad-meeting-2018.yaml";
		const text = new TextDecoder().decode(files.get(name));
		const own =
			/speaker: putin\n( +mention: الرئيس )الروسي(\n +resolution: EPITHET\n +office: )president-of-russia/;
		expect(text).toMatch(own);
		const changed = (speaker: string) =>
			check(
				new Map(files).set(
					name,
					new TextEncoder().encode(
						text.replace(own, `speaker: ${speaker}\n$1السوري$2president-of-syria`),
					),
				),
			);
		expect(changed("al-sharaa").diagnostics.map(({ rule }) => rule)).toEqual(["office-held"]);
		expect(changed("assad").diagnostics).toEqual([]);
	});
});

describe("6. dates", () => {
	const PRECISIONS = {
		DAY: /^\d{4}-\d\d-\d\d$/,
		MONTH: /^\d{4}-\d\d$/,
		YEAR: /^\d{4}$/,
		INTERVAL: /\//,
		UNKNOWN: /^XXXX$/,
	};

	function expectSound({ edtf, earliest, latest, precision, basis }: CorpusDate): void {
		expect(edtf).toMatch(PRECISIONS[precision]);
		expect(basis === "NONE").toBe(precision === "UNKNOWN");
		expect(earliest === null && latest === null).toBe(precision === "UNKNOWN");
		if (earliest === null || latest === null) return;
		expect(earliest <= latest).toBe(true);
		expect(new Date(earliest).toISOString().slice(0, 10)).toBe(earliest);
		expect(new Date(latest).toISOString().slice(0, 10)).toBe(latest);
		if (precision === "DAY") expect([earliest, latest]).toEqual([edtf, edtf]);
	}

	it("are sound, of occasions, articles and statements", () => {
		for (const { date } of corpus.occasions) expectSound(date);
		for (const { published } of corpus.articles) expectSound(published);
		for (const { statement } of statements) expectSound(statement.said);
	});

	it("let nothing be said after it was published", () => {
		for (const { article, statement } of statements)
			expect((statement.said.earliest ?? "") <= (article.published.latest ?? "9999")).toBe(true);
	});

	it("are those that the documents were found to be of", () => {
		const days = Object.fromEntries(
			corpus.articles.map(({ slug, published }) => [slug, published.edtf]),
		);
		expect(days).toMatchObject({
			"putin-foreign-forces-2018": "2018-10-03",
			"putin-assad-meeting-2018": "2018-05-17",
			"putin-erdogan-idlib-2020": "2020-03-05",
			"putin-erdogan-call-2024": "2024-12-03",
			"putin-al-sharaa-meeting-2026": "2026-01-28",
		});
	});
});

describe("9. the version", () => {
	it("is the same for the same files in another order", () => {
		expect(check(new Map([...files].toReversed())).corpus).toEqual(corpus);
	});
});
