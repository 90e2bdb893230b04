import type { Variables } from "../contenders/sql/operations.ts";
import { weighted } from "../generator/random.ts";
import type { Draw } from "./query.ts";

/** Speakers, each as often as statements are attributed to them. */
export async function drawSpeakers({ database, random, count }: Draw): Promise<string[]> {
	const { rows } = await database.query<{ slug: string; weight: number }>(
		'SELECT slug, "statementCount" AS weight FROM "Speaker" ORDER BY "statementCount" DESC, slug',
	);
	const pick = weighted(rows, ({ weight }) => weight);
	return Array.from({ length: count }, () => pick(random).slug);
}

/** Articles, each as often as any other. */
export async function drawArticles({ database, random, count }: Draw): Promise<string[]> {
	const { rows } = await database.query<{ slug: string }>(
		'SELECT slug FROM "Article" ORDER BY slug',
	);
	return Array.from({ length: count }, () => random.pick(rows).slug);
}

/** The page of which the cost is compared with that of the first, counted from 1. */
const DEEP_PAGE = 500;
const PAGE_SIZE = 20;
/** How many rows round the beginning of that page pages begin after. */
const AROUND = 200;
/** In a corpus that ends before that page: which share of it comes before. */
const DEEPEST_SHARE = 0.9;

/** The variables of a page that begins after a row. */
export interface After extends Variables {
	/** The values of the order, and the slug of the row; null for the first page. */
	readonly after: readonly (string | number)[] | null;
	readonly afterSlug: string | null;
}

/** The first page. */
export const FIRST_PAGE: After = { after: null, afterSlug: null };

/** Statements round the beginning of page 500 of the newest. */
export async function drawDeepStatements({ database, random, count }: Draw): Promise<After[]> {
	const { rows: totals } = await database.query<{ total: number }>(
		`SELECT count(*)::int AS total FROM "Statement" WHERE "reviewStatus" = 'CURATED'`,
	);
	const total = totals[0]?.total ?? 0;
	const offset =
		Math.min((DEEP_PAGE - 1) * PAGE_SIZE, Math.floor(total * DEEPEST_SHARE)) - AROUND / 2;
	const { rows } = await database.query<{
		slug: string;
		day: string;
		article: string;
		place: number;
	}>(
		`SELECT slug, coalesce("saidEarliest", '-infinity'::date)::text AS day, "articleSlug" AS article, -"position" AS place
		FROM "Statement" WHERE "reviewStatus" = 'CURATED'
		ORDER BY coalesce("saidEarliest", '-infinity'::date) DESC, "articleSlug" DESC, (-"position") DESC
		LIMIT ${AROUND} OFFSET ${offset}`,
	);
	return Array.from({ length: count }, () => {
		const { slug, day, article, place } = random.pick(rows);
		return { after: [day, article, place], afterSlug: slug };
	});
}

/** Pages of speakers, ten each: the first or a later one. */
export async function drawSpeakerPages({ database, random, count }: Draw): Promise<After[]> {
	const { rows } = await database.query<{ slug: string; minus: number }>(
		`SELECT slug, -"statementCount" AS minus FROM "Speaker" ORDER BY 2, 1`,
	);
	// The last of a page that is not the last one.
	const ends = rows.filter((_row, index) => index % 10 === 9 && index + 10 < rows.length);
	return Array.from({ length: count }, (): After => {
		const { slug, minus } = random.pick(ends);
		return { after: [minus, slug], afterSlug: slug };
	});
}
