import { describe, expect, test } from "vitest";
import { answer, testApp } from "../support/app.ts";
import { corpusDatabase } from "../support/database.ts";

const app = testApp(await corpusDatabase());

describe("a place", () => {
	test("knows what it lies in and what lies in it", async () => {
		const { location } = await answer(
			app,
			'{ location(by: { name: "ادلب" }) { slug kind name name_en: name(lang: "en") countryCode geonamesId parent { slug parent { slug } } } }',
		);
		expect(location).toEqual({
			slug: "idlib",
			kind: "REGION",
			name: "محافظة إدلب",
			name_en: "Idlib Governorate",
			countryCode: "SY",
			geonamesId: "169387",
			parent: { slug: "syria", parent: { slug: "middle-east" } },
		});
	});

	test("within takes in everything inside, at any depth", async () => {
		const { locations, children } = await answer(
			app,
			'{ locations(filter: { within: "russia" }, orderBy: { field: NAME, direction: ASC }) { nodes { slug } } children: location(by: { slug: "russia" }) { children { slug } } }',
		);
		expect(
			(locations as { nodes: { slug: string }[] }).nodes.map(({ slug }) => slug).toSorted(),
		).toEqual(["moscow", "moscow-kremlin", "russia", "sochi"]);
		expect(children).toEqual({ children: [{ slug: "moscow" }, { slug: "sochi" }] });
	});

	test("counts what the list of statements shows", async () => {
		const { locations } = await answer(
			app,
			"{ locations(first: 100) { nodes { slug statementCount statements { totalCount } } } }",
		);
		for (const { statementCount, statements } of (
			locations as { nodes: { statementCount: number; statements: { totalCount: number } }[] }
		).nodes)
			expect(statements.totalCount).toBe(statementCount);
	});
});

test("an occasion lists what was said at it", async () => {
	const { statement } = await answer(
		app,
		'{ statement(by: { slug: "putin-erdogan-idlib-2020.erdogan-announces-idlib-ceasefire" }) { occasion { name date { edtf note } location { slug } statements(first: 2) { totalCount nodes { slug } } } } }',
	);
	expect(statement).toMatchObject({
		occasion: {
			date: { edtf: "2020-03-05" },
			location: { slug: "moscow-kremlin" },
			statements: { totalCount: 18 },
		},
	});
});

test("the corpus tells its version and its size", async () => {
	const { corpus } = await answer(
		app,
		"{ corpus { version seededAt articleCount statementCount speakerCount locationCount } }",
	);
	expect(corpus).toMatchObject({
		version: expect.stringMatching(/^[0-9a-f]{16}$/),
		seededAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
		articleCount: 6,
		statementCount: 52,
	});
});
