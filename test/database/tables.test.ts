import { beforeAll, describe, expect, test } from "vitest";
import type { CheckedCorpus } from "../../src/curation/corpus.ts";
import { type Tables, toTables } from "../../src/database/tables.ts";
import { Prisma } from "../../src/generated/prisma/client.ts";
import { realCorpus } from "../support/database.ts";
import { variedCorpus } from "./variants.ts";

let corpus: CheckedCorpus;
let tables: Tables;
beforeAll(async () => {
	corpus = await realCorpus();
	tables = toTables(corpus);
});

/** Whether each row stands after the one that it hangs on. */
function parentsFirst(rows: readonly { slug: string; parentSlug?: string | null }[]): boolean {
	const seen = new Set<string>();
	return rows.every(({ slug, parentSlug }) => {
		seen.add(slug);
		return parentSlug == null || seen.has(parentSlug);
	});
}

describe("toTables", () => {
	test("puts parents before children, in places and in statements", () => {
		for (const rows of [tables.location, tables.statement]) {
			expect(rows.some(({ parentSlug }) => parentSlug !== null)).toBe(true);
			expect(parentsFirst(rows)).toBe(true);
		}
		expect(parentsFirst(corpus.locations)).toBe(false);
	});

	test("makes every place its own ancestor, at distance 0, before the nearest and the farther", () => {
		const kremlin = tables.locationAncestor.filter(
			({ descendantSlug }) => descendantSlug === "moscow-kremlin",
		);
		expect(kremlin.map(({ ancestorSlug, distance }) => [ancestorSlug, distance])).toEqual([
			["moscow-kremlin", 0],
			["moscow", 1],
			["russia", 2],
		]);
	});

	test("numbers what belongs to a row from 0, in its order", () => {
		const { slug, locations } = corpus.articles.find((article) => article.locations.length > 2) ?? {
			slug: "none",
			locations: [],
		};
		const rows = tables.articleLocation.filter(({ articleSlug }) => articleSlug === slug);
		expect(locations.length).toBeGreaterThan(2);
		expect(rows.map(({ position, locationSlug }) => [position, locationSlug])).toEqual(
			locations.map(({ locationSlug }, position) => [position, locationSlug]),
		);
	});

	test("writes days as midnight in UTC, and nothing for what is missing", () => {
		const article = tables.article.find(({ slug }) => slug === "putin-assad-meeting-2018");
		expect(article?.publishedEarliest).toEqual(new Date(Date.UTC(2018, 4, 17)));
		expect(article?.title).toBeNull();
		const undated = toTables({
			...corpus,
			articles: corpus.articles.map((one) => ({
				...one,
				published: { ...one.published, earliest: null, evidence: null },
			})),
		});
		expect(undated.article[0]?.publishedEarliest).toBeNull();
		expect(undated.article[0]?.publishedEvidence).toBe(Prisma.DbNull);
	});

	test("counts a joint statement for each of its speakers, a place in two roles once, drafts never", async () => {
		const varied = await variedCorpus();
		const drafts = {
			...varied,
			articles: varied.articles.map((article) => ({
				...article,
				statements: article.statements.map((statement) => ({
					...statement,
					review: { ...statement.review, status: "DRAFT" as const },
				})),
			})),
		};
		const counts = (rows: Tables["speaker"] | Tables["location"]) =>
			rows.reduce((sum, { statementCount }) => sum + statementCount, 0);
		const curated = varied.articles
			.flatMap(({ statements }) => statements)
			.filter(({ review }) => review.status === "CURATED");
		const attributed = curated.reduce((sum, { attributions }) => sum + attributions.length, 0);
		const placed = curated.reduce(
			(sum, { locations }) => sum + new Set(locations.map(({ locationSlug }) => locationSlug)).size,
			0,
		);
		expect(counts(toTables(varied).speaker)).toBe(attributed);
		expect(counts(toTables(varied).location)).toBe(placed);
		expect(attributed).toBeGreaterThan(curated.length);
		expect(counts(toTables(drafts).speaker) + counts(toTables(drafts).location)).toBe(0);
	});
});
