import { describe, expect, test } from "vitest";
import { encodeGlobalId } from "../../src/database/global-id.ts";
import { answer, ask, refusal, testApp } from "../support/app.ts";
import { corpusDatabase } from "../support/database.ts";

const app = testApp(await corpusDatabase());

const LISTS = ["articles", "statements", "speakers", "locations"];
const LOOK_UPS = ["article", "statement", "speaker", "location"];

describe("page arguments", () => {
	test.each(LISTS)("%s: first beyond 100 is refused, not cut", async (list) => {
		const { code, message } = await refusal(app, `{ ${list}(first: 101) { totalCount } }`);
		expect(code).toBe("BAD_USER_INPUT");
		expect(message).toContain("from 0 to 100, found 101");
	});

	test.each(LISTS)("%s: first together with last is refused", async (list) => {
		const { code, message } = await refusal(app, `{ ${list}(first: 1, last: 1) { totalCount } }`);
		expect(code).toBe("BAD_USER_INPUT");
		expect(message).toContain("found both");
	});

	test.each(LISTS)("%s: a bad cursor is refused, and not an empty page", async (list) => {
		for (const cursor of [
			"nonsense",
			"",
			"W10",
			Buffer.from('["SAID_AT DESC","2026-02-30","x","1"]').toString("base64url"),
		]) {
			const { code, message } = await refusal(
				app,
				`query ($after: String) { ${list}(after: $after) { nodes { id } } }`,
				{ after: cursor },
			);
			expect(code).toBe("BAD_USER_INPUT");
			expect(message).toContain("expected after to be a cursor that this list gave");
		}
	});

	test("a negative first is refused", async () => {
		expect((await refusal(app, "{ statements(first: -1) { totalCount } }")).code).toBe(
			"BAD_USER_INPUT",
		);
	});

	test("a cursor of another order is refused", async () => {
		const data = await answer(app, "{ statements(first: 1) { pageInfo { endCursor } } }");
		const { endCursor } = (data.statements as { pageInfo: { endCursor: string } }).pageInfo;
		const { message } = await refusal(
			app,
			"query ($after: String) { statements(after: $after, orderBy: { field: POSITION, direction: ASC }) { totalCount } }",
			{ after: endCursor },
		);
		expect(message).toContain("in the order POSITION ASC");
	});

	test("nested lists are as strict as the one at the root", async () => {
		expect(
			(
				await refusal(
					app,
					'{ speaker(by: { slug: "putin" }) { statements(first: 500) { totalCount } } }',
				)
			).code,
		).toBe("BAD_USER_INPUT");
	});
});

describe("look-ups", () => {
	test.each(LOOK_UPS)("%s: an unknown slug is null, not an error", async (name) => {
		expect(await answer(app, `{ ${name}(by: { slug: "nothing-of-the-kind" }) { id } }`)).toEqual({
			[name]: null,
		});
	});

	test.each(LOOK_UPS)("%s: a string that is no id is refused", async (name) => {
		const { code, message } = await refusal(app, `{ ${name}(by: { id: "putin" }) { id } }`);
		expect(code).toBe("BAD_USER_INPUT");
		expect(message).toContain("expected an id that the API gave");
	});

	test("the id of another noun is refused", async () => {
		const { message } = await refusal(app, "query ($id: ID) { article(by: { id: $id }) { id } }", {
			id: encodeGlobalId("Speaker", "putin"),
		});
		expect(message).toBe("expected an id of type Article, found one of type Speaker");
	});

	test.each(["{}", '{ slug: "putin", id: "x" }', "{ slug: null }"])(
		"exactly one key: %s is refused",
		async (by) => {
			const { errors } = await ask(app, `{ speaker(by: ${by}) { id } }`);
			expect(errors?.[0]?.extensions?.code).toBe("GRAPHQL_VALIDATION_FAILED");
		},
	);

	test("an epithet leads to nobody, as it depends on the day", async () => {
		expect(await answer(app, '{ speaker(by: { name: "الرئيس السوري" }) { id } }')).toEqual({
			speaker: null,
		});
	});
});

describe("node and nodes", () => {
	test("an id of a thing that is not there is null", async () => {
		expect(
			await answer(app, "query ($id: ID!) { node(id: $id) { id } }", {
				id: encodeGlobalId("Statement", "gone"),
			}),
		).toEqual({ node: null });
	});

	test.each([
		"x",
		"",
		"Speaker:putin",
		Buffer.from("Nonsense:putin").toString("base64"),
		Buffer.from("Speaker:").toString("base64"),
	])("%j is refused", async (id) => {
		const { code, message } = await refusal(app, "query ($id: ID!) { node(id: $id) { id } }", {
			id,
		});
		expect(code).toBe("BAD_USER_INPUT");
		expect(message).toContain("expected an id that the API gave");
	});

	test("more ids than a page has rows are refused", async () => {
		const ids = Array.from({ length: 101 }, () => encodeGlobalId("Speaker", "putin"));
		const { message } = await refusal(app, "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {
			ids,
		});
		expect(message).toContain("at most 100 ids, found 101");
	});
});

describe("text that no database can hold", () => {
	const HOSTILE = ["putin\u0000", "\ud800", "a\udc00b"];
	const PLACES = [
		"query ($text: String!) { speaker(by: { name: $text }) { id } }",
		"query ($text: String!) { speaker(by: { wikidataId: $text }) { id } }",
		"query ($text: String!) { article(by: { slug: $text }) { id } }",
		"query ($text: String!) { statements(filter: { speaker: { eq: $text } }) { totalCount } }",
		"query ($text: String!) { statements(filter: { article: { in: [$text] } }) { totalCount } }",
		"query ($text: String!) { locations(filter: { within: $text }) { totalCount } }",
		"query ($text: String!) { statements(after: $text) { totalCount } }",
		"query ($text: ID!) { node(id: $text) { id } }",
	];

	test.each(PLACES)("%s", async (query) => {
		for (const text of HOSTILE)
			expect((await refusal(app, query, { text })).code).toBe("BAD_USER_INPUT");
	});
});

describe("references", () => {
	test("an unknown one is refused with the nearest", async () => {
		const { code, message } = await refusal(
			app,
			'{ statements(filter: { speaker: { eq: "erdogen" } }) { totalCount } }',
		);
		expect(code).toBe("BAD_USER_INPUT");
		expect(message).toBe(
			'expected a slug, an id or a Wikidata id of a known speaker, found "erdogen"; did you mean erdogan?',
		);
	});

	test("SQL in a reference is a reference that leads nowhere", async () => {
		const { code } = await refusal(
			app,
			"query ($text: String) { statements(filter: { location: { eq: $text } }) { totalCount } }",
			{ text: '\'; DROP TABLE "Statement"; --' },
		);
		expect(code).toBe("BAD_USER_INPUT");
		expect(await answer(app, "{ corpus { statementCount } }")).toEqual({
			corpus: { statementCount: 52 },
		});
	});
});

describe("scalars", () => {
	test.each([
		"2018-02-30",
		"yesterday",
		"2018-10-03T12:00:00",
		"99999999999999999",
		"",
		"10000-01-01",
		"0000-01-01",
	])("%j is no moment", async (from) => {
		const { code, message } = await refusal(
			app,
			"query ($from: TimeInput) { statements(filter: { saidAt: { from: $from } }) { totalCount } }",
			{ from },
		);
		expect(code).toBe("BAD_USER_INPUT");
		expect(message).toContain("expected an ISO 8601 date");
	});

	test.each([1.5, true, ["2018-10-03"], 1e300])("%j is no moment either", async (from) => {
		expect(
			(
				await refusal(
					app,
					"query ($from: TimeInput) { statements(filter: { saidAt: { from: $from } }) { totalCount } }",
					{ from },
				)
			).code,
		).toBe("BAD_USER_INPUT");
	});

	test.each([
		"2018-10-03",
		"2018-10-03T00:00:00Z",
		"2018-10-03T03:00:00+03:00",
		"1538524800000",
		1538524800000,
	])("%j is the midnight that a day begins with", async (to) => {
		const { statements } = await answer(
			app,
			"query ($to: TimeInput) { statements(filter: { saidAt: { to: $to } }) { totalCount } }",
			{ to },
		);
		expect(statements).toEqual({ totalCount: 7 });
	});

	test("from after to is refused", async () => {
		const { message } = await refusal(
			app,
			'{ statements(filter: { saidAt: { from: "2026-01-01", to: "2018-01-01" } }) { totalCount } }',
		);
		expect(message).toContain("a range whose from is not after its to");
	});

	test.each(["not a locale", "x", ""])("%j is no language", async (lang) => {
		const { code, message } = await refusal(
			app,
			'query ($lang: Locale) { speaker(by: { slug: "putin" }) { name(lang: $lang) } }',
			{ lang },
		);
		expect(code).toBe("BAD_USER_INPUT");
		expect(message).toContain("expected a BCP 47 language tag");
	});

	test("an impossible day is refused in a literal too", async () => {
		const { errors } = await ask(
			app,
			'{ speaker(by: { slug: "putin" }) { office(at: "2026-02-30") { title } } }',
		);
		expect(errors?.[0]?.message).toContain("expected a day that exists");
		expect(errors?.[0]?.extensions?.code).toBeDefined();
	});

	test.each([-1, 1001])("a context of %i characters is refused", async (length) => {
		const { code } = await refusal(
			app,
			"query ($length: Int) { statements(first: 1) { nodes { cue { prefix(length: $length) } } } }",
			{ length },
		);
		expect(code).toBe("BAD_USER_INPUT");
	});
});
