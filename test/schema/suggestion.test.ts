import { beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../src/server/app.ts";
import { answer, counting, refusal, testApp } from "../support/app.ts";
import { corpusDatabase } from "../support/database.ts";

let app: App;
let database: ReturnType<typeof counting>;
beforeAll(async () => {
	database = counting(await corpusDatabase());
	app = testApp(database);
});

const QUERY =
	"query ($text: String!, $kinds: [SuggestionKind!], $first: Int) { suggest(text: $text, kinds: $kinds, first: $first) { kind id slug label matched statementCount } }";

interface Suggestion {
	readonly kind: string;
	readonly id: string;
	readonly slug: string;
	readonly label: string;
	readonly matched: string;
	readonly statementCount: number;
}

async function suggest(text: string, more: object = {}): Promise<Suggestion[]> {
	return (await answer(app, QUERY, { text, ...more })).suggest as Suggestion[];
}

const slugs = (found: readonly Suggestion[]) => found.map(({ slug }) => slug);

describe("suggest", () => {
	test.each([
		["ترمب", "trump"],
		["ترامب", "trump"],
		["Trump", "trump"],
		["بوتن", "putin"],
		["Putin", "putin"],
		["Poutine", "putin"],
		["putn", "putin"],
		["أردوجان", "erdogan"],
	])("finds one speaker for %s", async (text, slug) => {
		expect(slugs(await suggest(text, { kinds: ["SPEAKER"] }))).toEqual([slug]);
	});

	test("completes what is typed, equal names before beginnings before parts", async () => {
		expect(slugs(await suggest("سور"))[0]).toBe("syria");
		expect(
			slugs(await suggest("الكرملين"))
				.toSorted()
				.slice(0, 2),
		).toEqual(["kremlin", "moscow-kremlin"]);
		expect(slugs(await suggest("موسك"))).toContain("moscow");
	});

	test("tells which name was met, and gives an id that leads to it", async () => {
		const [found] = await suggest("trum");
		expect(found).toMatchObject({ kind: "SPEAKER", label: "دونالد ترامب", matched: "Trump" });
		expect(
			await answer(app, "query ($id: ID!) { speaker(by: { id: $id }) { slug statementCount } }", {
				id: found?.id,
			}),
		).toEqual({
			speaker: { slug: "trump", statementCount: found?.statementCount },
		});
	});

	test("finds all who have had an epithet", async () => {
		expect(slugs(await suggest("الرئيس السوري"))).toEqual(["al-sharaa", "assad"]);
	});

	test("gives only the kinds asked for, and as many", async () => {
		const all = await suggest("سور", { first: 100 });
		const places = await suggest("سور", { first: 100, kinds: ["LOCATION"] });
		expect(slugs(places)).toEqual(slugs(all.filter(({ kind }) => kind === "LOCATION")));
		expect(slugs(await suggest("سور", { first: 2 }))).toEqual(slugs(all).slice(0, 2));
		expect(await suggest("سور", { first: 0 })).toEqual([]);
		expect(await suggest("سور", { kinds: [] })).toEqual([]);
	});

	test.each(["", "   ", "ـــ", "zzzzqqqq", "%", "_", "\\"])("has nothing for %j", async (text) => {
		expect(await suggest(text)).toEqual([]);
	});

	test("costs one SQL statement", async () => {
		database.count = 0;
		await suggest("سور");
		expect(database.count).toBe(1);
	});

	test.each([
		[{ text: "س".repeat(201) }, /at most 200 characters, found 201/],
		[{ text: "س", first: 101 }, /from 0 to 100, found 101/],
		[{ text: "س", first: -1 }, /from 0 to 100, found -1/],
		[{ text: "س\u0000" }, /NUL/],
	])("refuses %#", async (variables, message) => {
		expect(await refusal(app, QUERY, variables)).toEqual({
			code: "BAD_USER_INPUT",
			message: expect.stringMatching(message),
		});
	});
});

describe("a look-up by name", () => {
	async function speaker(name: string): Promise<string | null> {
		const query = "query ($name: String!) { speaker(by: { name: $name }) { slug } }";
		const { speaker: found } = await answer(app, query, { name });
		return (found as { slug: string } | null)?.slug ?? null;
	}

	test.each([
		["ترمب", "trump"],
		["ترامب", "trump"],
		["Trump", "trump"],
		["بوتن", "putin"],
		["Putin", "putin"],
		["Poutine", "putin"],
		["فلادمير بوتين", "putin"],
		["erdogen", "erdogan"],
	])("finds %s", async (name, slug) => {
		expect(await speaker(name)).toBe(slug);
	});

	test.each(["الرئيس السوري", "الرئيس السورى", "بو", "somebody else", "", "س".repeat(500)])(
		"guesses nobody for %j",
		async (name) => {
			expect(await speaker(name)).toBeNull();
		},
	);

	test("finds places too", async () => {
		expect(await answer(app, '{ location(by: { name: "موسكوو" }) { slug } }')).toEqual({
			location: { slug: "moscow" },
		});
	});
});

describe("lists of speakers and places", () => {
	test.each(["speakers", "locations"])("refuse too long a text: %s", async (list) => {
		const query = `query ($text: String!) { ${list}(filter: { search: $text }) { totalCount } }`;
		expect(await refusal(app, query, { text: "س".repeat(201) })).toEqual({
			code: "BAD_USER_INPUT",
			message: expect.stringMatching(/at most 200 characters, found 201/),
		});
		// One letter that folds to eighteen.
		expect(await answer(app, query, { text: "ﷺ".repeat(200) })).toEqual({
			[list]: { totalCount: 0 },
		});
	});

	test("take names that are like a text only where nobody has it", async () => {
		const query =
			"query ($text: String!) { speakers(filter: { search: $text }, orderBy: { field: NAME, direction: ASC }) { nodes { slug } } }";
		expect(await answer(app, query, { text: "الرئيس السوري" })).toEqual({
			speakers: { nodes: [{ slug: "al-sharaa" }, { slug: "assad" }] },
		});
		expect(await answer(app, query, { text: "ordogan" })).toEqual({
			speakers: { nodes: [{ slug: "erdogan" }] },
		});
	});

	test("narrow by a name in any spelling", async () => {
		const query =
			'{ speakers(filter: { search: "ترمب" }) { totalCount nodes { slug } } locations(filter: { search: "سوريا", kind: COUNTRY }) { nodes { slug } } none: speakers(filter: { search: "" }) { totalCount } }';
		expect(await answer(app, query)).toEqual({
			speakers: { totalCount: 1, nodes: [{ slug: "trump" }] },
			locations: { nodes: [{ slug: "syria" }] },
			none: { totalCount: 0 },
		});
	});
});
