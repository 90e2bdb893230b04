import { describe, expect, test } from "vitest";
import { makeArticle } from "../../bench/generator/article.ts";
import { corpusChunks } from "../../bench/generator/chunks.ts";
import { PLACES } from "../../bench/generator/places.ts";
import { makeWorld } from "../../bench/generator/world.ts";
import { withDerived } from "../../src/database/load/derive.ts";
import { linkDeriver } from "../../src/database/load/link-deriver.ts";
import type { LoadedTable } from "../../src/database/load/table-names.ts";
import type { Tables } from "../../src/database/tables.ts";
import type { Prisma } from "../../src/generated/prisma/client.ts";
import { PART_SEPARATOR, type Span } from "../../src/text/span.ts";

const SIZE = { statements: 3000, seed: 7 };
/** More than one chunk of articles. */
const SEVERAL_CHUNKS = { statements: 6000, seed: 7 };

type Rows = { -readonly [Table in Exclude<keyof Tables, "statement">]?: Tables[Table] } & {
	statement?: Prisma.StatementCreateManyInput[];
	attribution?: Prisma.AttributionCreateManyInput[];
	addressee?: Prisma.AddresseeCreateManyInput[];
	relay?: Prisma.RelayCreateManyInput[];
	statementLocation?: Prisma.StatementLocationCreateManyInput[];
};

async function rowsOf(size: typeof SIZE): Promise<Rows> {
	const rows: Partial<Record<LoadedTable, object[]>> = {};
	for await (const chunk of withDerived(corpusChunks(size), [linkDeriver()]))
		rows[chunk.table] = [...(rows[chunk.table] ?? []), ...chunk.rows];
	// Each chunk's rows are of its table.
	return rows as Rows;
}

function slugsOf(rows: readonly { slug: string }[] | undefined): Set<string> {
	return new Set(rows?.map(({ slug }) => slug));
}

/** Made once, as several tests read it. */
let several: Promise<Rows> | undefined;
function severalChunks(): Promise<Rows> {
	several ??= rowsOf(SEVERAL_CHUNKS);
	return several;
}

const world = makeWorld(SIZE);
const articles = Array.from({ length: 200 }, (_none, index) => makeArticle(world, 7, index, 1000));

describe("a generated corpus", () => {
	test("is the same for the same size and seed, and another for another seed", async () => {
		const rows = await rowsOf(SIZE);
		expect(await rowsOf(SIZE)).toEqual(rows);
		const others = await rowsOf({ ...SIZE, seed: 8 });
		expect(others.statement?.[0]?.text).not.toBe(rows.statement?.[0]?.text);
	});

	test("has as many statements as were asked for, each once, over several chunks", async () => {
		const { statement, article } = await severalChunks();
		expect(article?.length).toBeGreaterThan(500);
		expect(statement).toHaveLength(SEVERAL_CHUNKS.statements);
		expect(slugsOf(statement).size).toBe(SEVERAL_CHUNKS.statements);
		expect(slugsOf(article).size).toBe(article?.length);
	});

	test("leads nowhere but into itself", async () => {
		const rows = await severalChunks();
		const speakers = slugsOf(rows.speaker);
		const places = slugsOf(rows.location);
		const wanted = [...(rows.attribution ?? []), ...(rows.addressee ?? []), ...(rows.relay ?? [])];
		expect(wanted.filter(({ speakerSlug }) => !speakers.has(speakerSlug ?? ""))).toEqual([]);
		expect(rows.statementLocation?.filter((row) => !places.has(row.locationSlug))).toEqual([]);
		const offices = new Set(rows.office?.map(({ id }) => id));
		const held = rows.attribution?.flatMap(({ officeId }) => officeId ?? []) ?? [];
		expect(held.length).toBeGreaterThan(0);
		expect(held.filter((id) => !offices.has(id))).toEqual([]);
	});

	test("counts each speaker's curated statements over all chunks", async () => {
		const { statement, attribution, speaker } = await severalChunks();
		const curated = new Set(
			statement?.filter((row) => row.reviewStatus === "CURATED").map(({ number }) => number),
		);
		expect(curated.size).toBeLessThan(SEVERAL_CHUNKS.statements);
		for (const { slug, statementCount } of speaker ?? [])
			expect(
				attribution?.filter((row) => row.speakerSlug === slug && curated.has(row.statementNumber)),
			).toHaveLength(statementCount);
	});

	test("spreads as the benchmark says", async () => {
		const { statement, attribution, article, speaker } = await severalChunks();
		const total = SEVERAL_CHUNKS.statements;
		expect(total / (article?.length ?? 0)).toBeGreaterThan(9);
		expect(total / (article?.length ?? 0)).toBeLessThan(11);
		expect(speaker).toHaveLength(50);
		const joint = new Set(
			attribution?.filter(({ role }) => role === "JOINT").map((row) => row.statementNumber),
		);
		expect(joint.size / total).toBeCloseTo(0.05, 1);
		const unknown = statement?.filter(({ saidEarliest }) => saidEarliest == null).length ?? 0;
		expect(unknown / total).toBeCloseTo(0.04, 1);
		expect(PLACES.length).toBeGreaterThan(250);
	});
});

describe("a generated article", () => {
	test("has each statement's words where its spans are", () => {
		for (const { article } of articles)
			for (const { text, spans } of article.statements)
				expect(
					spans.map(({ start, end }) => article.body.slice(start, end)).join(PART_SEPARATOR),
				).toBe(text);
	});

	test("has quotes inside the content, and the cue and the mentions outside of it", () => {
		const isIn = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end;
		for (const { article } of articles)
			for (const { spans, quotes, cue, attributions } of article.statements) {
				expect(quotes.every((quote) => spans.some((span) => isIn(quote, span)))).toBe(true);
				const outside = [cue, ...attributions.map(({ mention }) => mention)];
				expect(
					outside.some((part) => part !== null && spans.some((span) => isIn(part, span))),
				).toBe(false);
			}
	});

	const at = (body: string, span: Span | null) =>
		span === null ? undefined : body.slice(span.start, span.end);

	test("names its speakers where their mentions are", () => {
		const names = new Map(world.speakers.map(({ slug, names: [name] }) => [slug, name?.text]));
		for (const { article } of articles) {
			const named = article.statements.flatMap(({ attributions, relays, addressees }) => [
				...attributions,
				...relays,
				...addressees,
			]);
			expect(named.map(({ mention }) => at(article.body, mention))).toEqual(
				named.map(({ speakerSlug }) => names.get(speakerSlug ?? "")),
			);
		}
	});

	test("names its places where their mentions are", () => {
		const names = new Map(PLACES.map(({ slug, names: [name] }) => [slug, name?.text]));
		for (const { article } of articles) {
			const named = [
				...article.locations,
				...article.statements.flatMap(({ locations }) => locations),
			];
			expect(named.map(({ mention }) => at(article.body, mention))).toEqual(
				named.map(({ locationSlug }) => names.get(locationSlug)),
			);
		}
	});

	test("stands whole in its document, all of it in the plane that counts UTF-16 as code points", () => {
		for (const { article, document } of articles) {
			const text = (kind: string) =>
				document.segments
					.filter((segment) => segment.kind === kind)
					.map(({ span }) => document.text.slice(span.start, span.end))[0];
			expect(text("BODY")).toBe(article.body);
			expect(text("HEADLINE")).toBe(article.title ?? undefined);
			expect([...article.body]).toHaveLength(article.body.length);
		}
	});
});
