import { beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../src/server/app.ts";
import { databaseOf } from "../database/varied-database.ts";
import { answer, refusal, testApp } from "../support/app.ts";
import {
	corpusWithDrafts,
	DRAFT_ARTICLE,
	DRAFT_IN_MIXED,
	DRAFT_PARENT,
	DRAFTED_WORD,
	WORD_LIKE_A_CURATED_ONE,
} from "./fixture.ts";

let app: App;
beforeAll(async () => {
	const { database } = await databaseOf("drafts", await corpusWithDrafts());
	app = testApp(database);
});

interface Found {
	readonly totalCount: number;
	readonly slugs: readonly string[];
	readonly marked: readonly string[];
}

async function search(noun: "articles" | "statements", filter: object): Promise<Found> {
	const type = noun === "articles" ? "ArticleFilter" : "StatementFilter";
	const data = await answer(
		app,
		`query ($filter: ${type}) {
			found: ${noun}(filter: $filter) { totalCount edges { node { slug } highlights { exact } } }
		}`,
		{ filter },
	);
	const { totalCount, edges } = data.found as {
		totalCount: number;
		edges: { node: { slug: string }; highlights: { exact: string }[] }[];
	};
	expect(edges).toHaveLength(Math.min(totalCount, 20));
	return {
		totalCount,
		slugs: edges.map(({ node }) => node.slug),
		marked: [...new Set(edges.flatMap(({ highlights }) => highlights.map(({ exact }) => exact)))],
	};
}

const DRAFTS = { reviewStatus: "DRAFT" };
const BOTH = { reviewStatusIn: ["CURATED", "DRAFT"] };
const NOTHING = { totalCount: 0, slugs: [], marked: [] };

describe("a search", () => {
	test("finds a draft article only where drafts are asked for", async () => {
		const asked = { search: DRAFTED_WORD };
		expect(await search("articles", asked)).toEqual(NOTHING);
		const found = { totalCount: 1, slugs: [DRAFT_ARTICLE], marked: [DRAFTED_WORD] };
		expect(await search("articles", { ...asked, ...DRAFTS })).toEqual(found);
		expect(await search("articles", { ...asked, ...BOTH })).toEqual(found);
	});

	test("finds draft statements only where drafts are asked for, and marks their words then", async () => {
		const asked = { search: "مكتبة" };
		expect(await search("statements", asked)).toEqual(NOTHING);
		const drafts = await search("statements", { ...asked, ...DRAFTS });
		expect(drafts.slugs.length).toBeGreaterThan(1);
		for (const slug of drafts.slugs) expect(slug).toContain(DRAFT_ARTICLE);
		expect(drafts.marked).toContain("مكتبة");
		expect(await search("statements", { ...asked, ...BOTH })).toEqual(drafts);
		expect(await search("statements", { or: [{ ...asked, ...DRAFTS }, asked] })).toMatchObject({
			totalCount: drafts.totalCount,
			marked: drafts.marked,
		});
	});

	test("of what both have adds up", async () => {
		for (const noun of ["articles", "statements"] as const) {
			const asked = { search: "سوريا" };
			const [curated, drafts, both] = await Promise.all(
				[{}, DRAFTS, BOTH].map((more) => search(noun, { ...asked, ...more })),
			);
			expect(curated?.totalCount).toBeGreaterThan(0);
			expect(drafts?.totalCount).toBeGreaterThan(0);
			expect(both?.totalCount).toBe((curated?.totalCount ?? 0) + (drafts?.totalCount ?? 0));
			expect(curated?.slugs).not.toContain(DRAFT_ARTICLE);
			expect(await search(noun, { ...asked, reviewStatus: "CURATED" })).toEqual(curated);
		}
	});

	test("takes a word that only drafts have for one that the corpus does not have", async () => {
		const asked = { search: WORD_LIKE_A_CURATED_ONE };
		const curated = await search("articles", asked);
		expect(curated.totalCount).toBeGreaterThan(0);
		expect(curated.slugs).not.toContain(DRAFT_ARTICLE);
		expect(curated.marked.join()).toContain("الكرملين");
		expect(await search("articles", { ...asked, reviewStatus: "CURATED" })).toEqual(curated);
		expect(await search("articles", { ...asked, ...DRAFTS })).toEqual({
			totalCount: 1,
			slugs: [DRAFT_ARTICLE],
			marked: [WORD_LIKE_A_CURATED_ONE],
		});
		// What is kept of the one search must not answer the other.
		expect(await search("articles", asked)).toEqual(curated);
	});
});

describe("a name", () => {
	async function suggested(text: string, more = ""): Promise<string[]> {
		const { suggest } = await answer(
			app,
			`query ($text: String!) { suggest(text: $text${more}) { slug } }`,
			{ text },
		);
		return (suggest as { slug: string }[]).map(({ slug }) => slug);
	}

	test("that only a draft has is suggested only where drafts are asked for", async () => {
		expect(await suggested("المزروعي")).toEqual([]);
		expect(await suggested("المزروعي", ", reviewStatusIn: [DRAFT]")).toEqual(["drafted-writer"]);
		const both = ", reviewStatusIn: [CURATED, DRAFT]";
		expect(await suggested("المزروعي", both)).toEqual(["drafted-writer"]);
	});

	test("that a draft has does not hide those that are like it", async () => {
		expect(await suggested("الكرملون")).toContain("kremlin");
		expect(await suggested("الكرملون", ", reviewStatusIn: [DRAFT]")).toEqual([
			"drafted-observatory",
		]);
		const { curated, drafts, found } = await answer(
			app,
			`query ($name: String!) {
				curated: speakers(filter: { search: $name }) { nodes { slug } }
				drafts: speakers(filter: { search: $name, reviewStatus: DRAFT }) { nodes { slug } }
				found: speaker(by: { name: $name }) { slug }
			}`,
			{ name: "الكرملون" },
		);
		expect(curated).toMatchObject({ nodes: expect.arrayContaining([{ slug: "kremlin" }]) });
		expect(drafts).toEqual({ nodes: [{ slug: "drafted-observatory" }] });
		expect(found).toEqual({ slug: "kremlin" });
	});

	test("leads to nobody whom only drafts name", async () => {
		const { writer, typo, village } = await answer(
			app,
			`{
				writer: speaker(by: { name: "سالم المزروعي" }) { slug }
				typo: speaker(by: { name: "سالم المزروعى" }) { slug }
				village: location(by: { name: "Zaafarana" }) { slug }
			}`,
		);
		expect([writer, typo, village]).toEqual([null, null, null]);
	});
});

describe("what is named exactly", () => {
	const id = (type: string, slug: string) => Buffer.from(`${type}:${slug}`).toString("base64");

	test.each([
		["statement", `statement(by: { slug: "${DRAFT_IN_MIXED}" })`, "review { status }"],
		["article", `article(by: { slug: "${DRAFT_ARTICLE}" })`, "reviewStatus"],
		["speaker", 'speaker(by: { slug: "drafted-writer" })', "reviewStatus"],
		["its Wikidata id", 'speaker(by: { wikidataId: "Q999999001" })', "reviewStatus"],
		["location", 'location(by: { slug: "drafted-village" })', "reviewStatus"],
	])("is answered with its status: %s", async (_name, field, status) => {
		const { found } = await answer(app, `{ found: ${field} { slug ${status} } }`);
		expect(JSON.stringify(found)).toContain('"DRAFT"');
	});

	test.each([
		["Statement", DRAFT_PARENT],
		["Article", DRAFT_ARTICLE],
		["Speaker", "drafted-writer"],
		["Location", "drafted-valley"],
		["Occasion", "drafted-visit-2027"],
		["Publisher", "drafted-gazette"],
	])("is answered with its status by its id: %s", async (type, slug) => {
		const status = type === "Statement" ? "review { status }" : "reviewStatus";
		const query = `query ($id: ID!) { node(id: $id) { ... on ${type} { ${status} } } nodes(ids: [$id]) { ... on ${type} { ${status} } } }`;
		const { node, nodes } = await answer(app, query, { id: id(type, slug) });
		expect(JSON.stringify(node)).toContain('"DRAFT"');
		expect(nodes).toEqual([node]);
	});

	test.each([
		["speaker", "drafted-writer"],
		["addressee", "drafted-villagers"],
		["relay", "drafted-observatory"],
		["location", "drafted-village"],
		["occasion", "drafted-visit-2027"],
		["article", DRAFT_ARTICLE],
		["publisher", "drafted-gazette"],
	])("finds by the filter %s nothing but what is asked for", async (field, slug) => {
		const filter = { [field]: { eq: slug } };
		expect(await search("statements", filter)).toEqual(NOTHING);
		expect((await search("statements", { ...filter, ...DRAFTS })).totalCount).toBeGreaterThan(0);
	});

	test.each([
		["speaker", "drafted-writer"],
		["publisher", "drafted-gazette"],
		["location", "drafted-village"],
		["location", "drafted-valley"],
	])("finds by the filter %s of articles nothing but what is asked for", async (field, slug) => {
		const filter = { [field]: { eq: slug } };
		expect(await search("articles", filter)).toEqual(NOTHING);
		const { slugs } = await search("articles", { ...filter, ...DRAFTS });
		expect(slugs).toEqual([DRAFT_ARTICLE]);
	});

	test("is named in the message for a misspelt one only where drafts are asked for", async () => {
		const message = async (filter: string) =>
			(await refusal(app, `{ statements(filter: ${filter}) { totalCount } }`)).message;
		expect(await message('{ speaker: { eq: "drafted-writr" } }')).not.toContain("drafted-writer");
		expect(await message('{ speaker: { eq: "drafted-writr" }, reviewStatus: DRAFT }')).toContain(
			"drafted-writer",
		);
	});

	test("is no parent of what is confirmed", async () => {
		const { inner } = await answer(
			app,
			'{ inner: statement(by: { slug: "putin-erdogan-call-2024.putin-erdogan-coordination-russia-turkey-iran" }) { review { status } parent { slug } } }',
		);
		expect(inner).toEqual({ review: { status: "CURATED" }, parent: null });
	});
});
