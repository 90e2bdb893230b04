import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { CheckedCorpus } from "../../../src/curation/corpus.ts";
import { BadRequest } from "../../../src/database/bad-request.ts";
import type { Database } from "../../../src/database/database.ts";
import { articleCondition } from "../../../src/database/filter/article.ts";
import type { ArticleFilter } from "../../../src/database/filter/inputs.ts";
import { articleOrder } from "../../../src/database/order.ts";
import { createReferences } from "../../../src/database/references.ts";
import { everything, rootList } from "../reading.ts";
import { variedDatabase } from "../varied-database.ts";
import { articleFilters } from "./arbitraries.ts";
import { matchingArticles } from "./oracle.ts";

let database: Database;
let corpus: CheckedCorpus;
beforeAll(async () => {
	({ database, corpus } = await variedDatabase());
});

async function agree(filter: ArticleFilter | null | undefined): Promise<string[]> {
	const expected = matchingArticles(corpus, filter).map(({ slug }) => slug);
	const condition = await articleCondition(createReferences(database), filter);
	const { slugs, total } = await everything(
		database,
		rootList("Article", articleOrder("TITLE", "ASC"), condition),
	);
	expect(slugs.toSorted()).toEqual(expected);
	expect(total).toBe(expected.length);
	return expected;
}

function day(text: string): number {
	return Date.parse(`${text}T00:00:00Z`);
}

const TELLING: Record<string, ArticleFilter> = {
	"a publisher": { publisher: { eq: "rt-arabic" } },
	publishers: { publisher: { in: ["rt-arabic", "almaghrib-today"] } },
	"not a publisher, so none too": { publisher: { notIn: ["rt-arabic"] } },
	"a speaker": { speaker: { eq: "erdogan" } },
	"not a speaker": { speaker: { notIn: ["erdogan"] } },
	"a place that it names": { location: { eq: "astana" } },
	"a place with what lies in it": { location: { eq: "russia" } },
	"a place itself": { location: { eq: "russia", within: false } },
	"not a place": { location: { notIn: ["turkey"] } },
	"a place of its statements in a role": { location: { eq: "russia", role: "SPOKEN_AT" } },
	"a place itself in a role": { location: { eq: "syria", role: "ABOUT", within: false } },
	"any place in a role": { location: { role: "SPOKEN_AT" } },
	"published from a day on": { publishedAt: { from: day("2020-03-05") } },
	"published before a day": { publishedAt: { to: day("2018-11-16") } },
	"published before the last day of an interval": { publishedAt: { to: day("2018-11-15") } },
};

describe("articleCondition", () => {
	test.each(Object.entries(TELLING))("matches what plain code says: %s", async (_name, filter) => {
		const slugs = await agree(filter);
		expect(slugs.length).toBeGreaterThan(0);
		expect(slugs.length).toBeLessThan(corpus.articles.length);
	});

	test("gives the same as plain code for any filter", async () => {
		await fc.assert(
			fc.asyncProperty(articleFilters(corpus), async (filter) => {
				await agree(filter);
			}),
		);
	});

	test("gives everything but drafts where nothing is asked for, nothing for an empty list", async () => {
		for (const filter of [null, undefined, {}, { publisher: null }, { speaker: { notIn: [] } }])
			expect(await agree(filter)).toHaveLength(corpus.articles.length - 1);
		expect(await agree({ reviewStatusIn: ["CURATED", "DRAFT"] })).toHaveLength(
			corpus.articles.length,
		);
		for (const field of ["publisher", "speaker", "location"])
			expect(await agree({ [field]: { in: [] } })).toEqual([]);
	});

	test("does not count drafts as statements of an article", async () => {
		const drafted = corpus.articles.filter(({ statements }) =>
			statements.every(({ review }) => review.status === "DRAFT"),
		);
		expect(drafted).toHaveLength(1);
		const speaker = drafted[0]?.statements[0]?.attributions[0]?.speakerSlug ?? "";
		expect(await agree({ speaker: { eq: speaker } })).not.toContain(drafted[0]?.slug);
		expect(await agree({ speaker: { eq: speaker }, reviewStatus: "DRAFT" })).toContain(
			drafted[0]?.slug,
		);
		expect(await agree({ location: { eq: "syria", role: "ABOUT" } })).not.toContain(
			drafted[0]?.slug,
		);
	});

	test.each<[string, ArticleFilter]>([
		["an unknown publisher", { publisher: { eq: "rt-arabik" } }],
		["an unknown place", { location: { notIn: ["nowhere"] } }],
		["a range that ends before it begins", { publishedAt: { from: 1, to: 0 } }],
	])("refuses %s", async (_name, filter) => {
		await expect(articleCondition(createReferences(database), filter)).rejects.toThrow(BadRequest);
	});
});
