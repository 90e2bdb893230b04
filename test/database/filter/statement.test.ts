import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { CheckedCorpus } from "../../../src/curation/corpus.ts";
import { BadRequest } from "../../../src/database/bad-request.ts";
import type { Database } from "../../../src/database/database.ts";
import type { StatementFilter } from "../../../src/database/filter/inputs.ts";
import { statementCondition } from "../../../src/database/filter/statement.ts";
import { createReferences } from "../../../src/database/references.ts";
import { everyStatement } from "../reading.ts";
import { variedDatabase } from "../varied-database.ts";
import { statementFilters } from "./arbitraries.ts";
import { matchingStatements } from "./oracle.ts";

let database: Database;
let corpus: CheckedCorpus;
beforeAll(async () => {
	({ database, corpus } = await variedDatabase());
});

/** Reads what a filter gives, and compares it with what the oracle says. */
async function agree(filter: StatementFilter | null | undefined): Promise<string[]> {
	const expected = matchingStatements(corpus, filter).map(({ slug }) => slug);
	const { slugs, total } = await everyStatement(database, filter);
	expect(slugs).toEqual(expected);
	expect(total).toBe(expected.length);
	return slugs;
}

function day(text: string): number {
	return Date.parse(`${text}T00:00:00Z`);
}

/** Filters that must match something and leave something out, so that the oracle is asked in earnest. */
const TELLING: Record<string, StatementFilter> = {
	"eq a speaker": { speaker: { eq: "putin" } },
	"in speakers": { speaker: { in: ["erdogan", "kremlin"] } },
	"not in speakers": { speaker: { notIn: ["putin"] } },
	"eq and notIn together": { speaker: { in: ["putin", "erdogan"], notIn: ["putin"] } },
	"an addressee": { addressee: { eq: "erdogan" } },
	"not to an addressee": { addressee: { notIn: ["erdogan"] } },
	"a relay": { relay: { eq: "kremlin" } },
	"not by a relay": { relay: { notIn: ["kremlin"] } },
	relayed: { relayed: true },
	"first-hand": { relayed: false },
	joint: { joint: true },
	"not joint": { joint: false },
	"a way of pointing at a speaker": { resolution: { in: ["PRONOUN", "DROPPED_SUBJECT"] } },
	"no way of some": { resolution: { notIn: ["NAMED"] } },
	"a precision": { datePrecision: { notIn: ["DAY"] } },
	"a low confidence": { confidenceBelow: 0.99, reviewStatus: "DRAFT" },
	"an attribution role": { attributionRole: "METONYM" },
	"a place with what lies in it": { location: { eq: "russia" } },
	"a place itself": { location: { eq: "syria", within: false } },
	"a place in a role": { location: { eq: "russia", role: "SPOKEN_AT" } },
	"a place itself in a role": { location: { eq: "syria", role: "MENTIONED", within: false } },
	"any place in a role": { location: { role: "SPOKEN_AT" } },
	"no place of some in a role": { location: { notIn: ["syria"], role: "ABOUT" } },
	"an article": { article: { eq: "putin-assad-meeting-2018" } },
	"not an article": { article: { notIn: ["putin-assad-meeting-2018"] } },
	"a publisher": { publisher: { eq: "rt-arabic" } },
	"not a publisher, so an unknown one too": { publisher: { notIn: ["rt-arabic"] } },
	"an occasion": { occasion: { eq: "putin-erdogan-press-conference-2020" } },
	"not at an occasion, so at none too": {
		occasion: { notIn: ["putin-erdogan-press-conference-2020"] },
	},
	"a kind": { kind: { eq: "MIXED" } },
	"not of a kind": { kind: { notIn: ["MIXED"] } },
	acts: { act: { in: ["THANK", "PRAISE"] } },
	"not of acts": { act: { notIn: ["ASSERT", "DEMAND"] } },
	"said from a day on": { saidAt: { from: day("2020-03-05") } },
	"said before a day": { saidAt: { to: day("2020-03-05") } },
	"said in a month": { saidAt: { from: day("2018-04-01"), to: day("2018-05-01") } },
	"published in a range": { publishedAt: { from: day("2018-10-03"), to: day("2018-11-16") } },
	"not said in a range, so undated too": { not: { saidAt: { to: day("2020-03-05") } } },
	drafts: { reviewStatus: "DRAFT" },
	"drafts in a branch, and what else is in the others": {
		or: [{ reviewStatus: "DRAFT" }, { kind: { eq: "MIXED" } }],
	},
	"what is no draft": { not: { reviewStatus: "DRAFT" } },
	"one of two": { or: [{ speaker: { eq: "erdogan" } }, { joint: true }] },
	"not one of two": { not: { or: [{ speaker: { eq: "putin" } }, { relayed: true }] } },
};

describe("statementCondition", () => {
	test.each(Object.entries(TELLING))("matches what plain code says: %s", async (_name, filter) => {
		const slugs = await agree(filter);
		const all = corpus.articles.flatMap(({ statements }) => statements);
		expect(slugs.length).toBeGreaterThan(0);
		expect(slugs.length).toBeLessThan(all.length);
	});

	test("gives the same as plain code for any filter", async () => {
		await fc.assert(
			fc.asyncProperty(statementFilters(corpus), async (filter) => {
				await agree(filter);
			}),
			{ numRuns: 150 },
		);
	});

	test("shows curated statements where nothing is asked for", async () => {
		const curated = corpus.articles.flatMap(({ statements }) =>
			statements.filter(({ review }) => review.status === "CURATED"),
		);
		for (const filter of [
			null,
			undefined,
			{},
			{ reviewStatus: null },
			{ speaker: null, or: null, not: null },
		])
			expect(await agree(filter)).toEqual(curated.map(({ slug }) => slug));
	});

	test("gives nothing for an empty list, everything for an empty exclusion", async () => {
		const all = await agree({});
		for (const field of [
			"speaker",
			"addressee",
			"relay",
			"location",
			"article",
			"publisher",
			"occasion",
			"kind",
			"act",
		]) {
			expect(await agree({ [field]: { in: [] } }), field).toEqual([]);
			expect(await agree({ [field]: { notIn: [] } }), field).toEqual(all);
		}
		expect(await agree({ or: [] })).toEqual([]);
		expect(await agree({ not: { or: [] } })).toEqual(all);
		expect(await agree({ or: [{}] })).toEqual(all);
		expect(await agree({ not: {} })).toEqual([]);
	});

	test("needs all days of a date inside a range", async () => {
		// 2018-03-10/2018-05-02, and the range is one millisecond too short at either end.
		const interval = { from: day("2018-03-10"), to: day("2018-05-03") };
		const isInterval = ({ said }: { said: { edtf: string } }) =>
			said.edtf === "2018-03-10/2018-05-02";
		const wanted = matchingStatements(corpus, {})
			.filter(isInterval)
			.map(({ slug }) => slug);
		expect(wanted).not.toEqual([]);
		expect(await agree({ saidAt: interval })).toEqual(expect.arrayContaining(wanted));
		for (const short of [
			{ ...interval, from: interval.from + 1 },
			{ ...interval, to: interval.to - 1 },
		]) {
			const found = await agree({ saidAt: short });
			expect(found.filter((slug) => wanted.includes(slug))).toEqual([]);
		}
	});

	test("does not let an alternative that asks for drafts ask for those beside it", async () => {
		const mixed = await agree({
			or: [{ kind: { eq: "MIXED" } }, { reviewStatus: "DRAFT", relayed: true }],
		});
		const drafts = (await agree({ reviewStatus: "DRAFT" })).filter((slug) => mixed.includes(slug));
		expect(drafts).toEqual(await agree({ reviewStatus: "DRAFT", relayed: true }));
		expect(drafts).not.toEqual([]);
	});

	test("takes filters 20 deep and 200 of them, and refuses more", async () => {
		const nested = (depth: number): StatementFilter =>
			depth === 1 ? {} : { not: nested(depth - 1) };
		const many = (count: number): StatementFilter => ({
			or: Array.from({ length: count - 1 }, () => ({})),
		});
		await agree(nested(20));
		await agree(many(200));
		const compiled = (filter: StatementFilter) =>
			statementCondition(createReferences(database), filter);
		await expect(compiled(nested(21))).rejects.toThrow(
			/^expected a filter at most 20 deep, found a deeper one/,
		);
		await expect(compiled(many(201))).rejects.toThrow(
			/^expected at most 200 filters in one, found more/,
		);
		await expect(compiled({ or: [{ or: [nested(19)] }] })).rejects.toThrow(BadRequest);
	});

	test("takes global ids and Wikidata ids for slugs", async () => {
		const bySlug = await agree({ speaker: { eq: "putin" } });
		for (const reference of ["Q7747", Buffer.from("Speaker:putin").toString("base64")]) {
			const { slugs } = await everyStatement(database, { speaker: { in: [reference] } });
			expect(slugs, reference).toEqual(bySlug);
		}
	});

	test.each<[string, StatementFilter]>([
		["an unknown speaker", { speaker: { eq: "putn" } }],
		["an unknown place in a branch", { or: [{ location: { in: ["nowhere"] } }] }],
		["an unknown article in a negation", { not: { article: { notIn: ["none"] } } }],
		[
			"a range that ends before it begins",
			{ saidAt: { from: day("2020-01-02"), to: day("2020-01-01") } },
		],
		["such a range of publication", { publishedAt: { from: 1, to: 0 } }],
		["the NUL character", { speaker: { eq: "put\0in" } }],
		["half of a surrogate pair", { publisher: { in: ["\ud800"] } }],
	])("refuses %s", async (_name, filter) => {
		await expect(statementCondition(createReferences(database), filter)).rejects.toThrow(
			BadRequest,
		);
	});
});
