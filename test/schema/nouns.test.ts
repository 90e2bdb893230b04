import { describe, expect, test } from "vitest";
import { answer, testApp } from "../support/app.ts";
import { corpusDatabase } from "../support/database.ts";

const app = testApp(await corpusDatabase());

describe("a statement", () => {
	test("tells who, to whom, where, when, through whom, and how we know", async () => {
		const { statement } = await answer(
			app,
			`{ statement(by: { slug: "putin-erdogan-call-2024.putin-erdogan-coordination-russia-turkey-iran" }) {
				kind act language direction
				attributions { role resolution speaker { slug } mention { exact } office { title(lang: "en") of { slug } from to } }
				relays { position speaker { slug } mention { exact } }
				parent { slug kind }
				occasion { slug kind name(lang: "en") date { edtf basis } location { slug } }
				saidAt { edtf earliest latest precision basis }
				review { status method confidence }
			} }`,
		);
		expect(statement).toEqual({
			kind: "INDIRECT",
			act: "ASSERT",
			language: "ar",
			direction: "RTL",
			attributions: [
				{
					role: "JOINT",
					resolution: "PRONOUN",
					speaker: { slug: "putin" },
					mention: { exact: "وأنهما" },
					office: {
						title: "President of Russia",
						of: { slug: "russia" },
						from: "2012-05-07",
						to: null,
					},
				},
				{
					role: "JOINT",
					resolution: "PRONOUN",
					speaker: { slug: "erdogan" },
					mention: { exact: "وأنهما" },
					office: {
						title: "President of Turkey",
						of: { slug: "turkey" },
						from: "2014-08-28",
						to: null,
					},
				},
			],
			relays: [{ position: 0, speaker: { slug: "kremlin" }, mention: { exact: "الكرملين" } }],
			parent: { slug: "putin-erdogan-call-2024.kremlin-presidents-stay-in-contact", kind: "MIXED" },
			occasion: {
				slug: "putin-erdogan-call-2024",
				kind: "CALL",
				name: "Telephone call of Putin and Erdogan",
				date: { edtf: "2024-12-03", basis: "WEEKDAY_RELATIVE" },
				location: null,
			},
			saidAt: {
				edtf: "2024-12-03",
				earliest: "2024-12-03",
				latest: "2024-12-03",
				precision: "DAY",
				basis: "WEEKDAY_RELATIVE",
			},
			review: { status: "CURATED", method: "HAND", confidence: null },
		});
	});

	test("of unknown date says so", async () => {
		const { statement } = await answer(
			app,
			'{ statement(by: { slug: "putin-al-sharaa-meeting-2026.damascus-authorities-demand-assads-return" }) { saidAt { edtf earliest latest precision basis evidence { exact } } review { confidence } } }',
		);
		expect(statement).toEqual({
			saidAt: {
				edtf: "XXXX",
				earliest: null,
				latest: null,
				precision: "UNKNOWN",
				basis: "NONE",
				evidence: null,
			},
			review: { confidence: 0.65 },
		});
	});

	test("takes the place of its occasion", async () => {
		const { statement } = await answer(
			app,
			'{ statement(by: { slug: "putin-assad-meeting-2018.putin-terrorists-threw-down-arms" }) { locations { role location { slug parent { slug } } mention { exact } } } }',
		);
		expect(statement).toMatchObject({
			locations: expect.arrayContaining([
				{
					role: "SPOKEN_AT",
					location: { slug: "sochi", parent: { slug: "russia" } },
					mention: null,
				},
			]),
		});
	});
});

describe("an article", () => {
	test("knows its page, its outlet and its date", async () => {
		const { article } = await answer(
			app,
			`{ article(by: { slug: "putin-foreign-forces-2018" }) {
				title english: title(lang: "en") language direction
				publisher { slug name name_en: name(lang: "en") }
				creditedSources { text speaker { slug kind } }
				publishedAt { edtf precision basis evidence { source exact } }
				document { fileName sha256 }
				speakers { slug } locations { slug }
				statements { totalCount }
			} }`,
		);
		expect(article).toEqual({
			title: "بوتين يرى ضرورة انسحاب كل القوات الأجنبية والروسية من سوريا",
			english: null,
			language: "ar",
			direction: "RTL",
			publisher: { slug: "rt-arabic", name: "آر تي العربية", name_en: "RT Arabic" },
			creditedSources: [{ text: "وكالات", speaker: { slug: "news-agencies", kind: "GROUP" } }],
			publishedAt: {
				edtf: "2018-10-03",
				precision: "DAY",
				basis: "EVENT_INFERRED",
				evidence: {
					source: "BODY",
					exact: "بعد ثلاثة أيام من الذكرى السنوية الثالثة لبدء العملية العسكرية الروسية في سوريا",
				},
			},
			document: {
				fileName: "000_3a340354ab93e791.txt",
				sha256: "0e957d70ed7ef00dcacd276952b6df3dc2a24193cbe3adbd7d021170eb9fbd0c",
			},
			speakers: [{ slug: "putin" }],
			locations: [
				"syria",
				"moscow",
				"damascus",
				"united-states",
				"iran",
				"turkey",
				"sochi",
				"astana",
			].map((slug) => ({ slug })),
			statements: { totalCount: 4 },
		});
	});

	test("without a headline has none, and comes last by title either way", async () => {
		const order = async (direction: string) => {
			const { articles } = await answer(
				app,
				`{ articles(orderBy: { field: TITLE, direction: ${direction} }) { nodes { slug title } } }`,
			);
			return (articles as { nodes: { slug: string; title: string | null }[] }).nodes;
		};
		const ascending = await order("ASC");
		const descending = await order("DESC");
		expect(ascending.at(-1)).toEqual({ slug: "putin-assad-meeting-2018", title: null });
		expect(descending.at(-1)).toEqual(ascending.at(-1));
		expect(ascending.slice(0, -1).map(({ slug }) => slug)).toEqual(
			descending
				.slice(0, -1)
				.toReversed()
				.map(({ slug }) => slug),
		);
	});

	test("two can share a document", async () => {
		const { articles } = await answer(
			app,
			"{ articles(orderBy: { field: PUBLISHED_AT, direction: ASC }) { totalCount nodes { slug document { fileName } } } }",
		);
		const { nodes, totalCount } = articles as {
			totalCount: number;
			nodes: { slug: string; document: { fileName: string } }[];
		};
		expect(totalCount).toBe(6);
		expect(
			nodes.filter(({ document }) => document.fileName.startsWith("004")).map(({ slug }) => slug),
		).toEqual(["putin-erdogan-call-2024", "biden-hts-designation-2025"]);
	});

	test("is found by outlet, speaker, place and date", async () => {
		const { byOutlet, bySpeaker, byPlace, byDate } = await answer(
			app,
			`{
				byOutlet: articles(filter: { publisher: { eq: "rt-arabic" } }) { totalCount }
				bySpeaker: articles(filter: { speaker: { eq: "erdogan" } }) { nodes { slug } }
				byPlace: articles(filter: { location: { eq: "idlib" } }) { totalCount }
				byDate: articles(filter: { publishedAt: { from: "2025-01-01", to: "2025-02-01" } }) { nodes { slug } }
			}`,
		);
		expect({ byOutlet, bySpeaker, byPlace, byDate }).toEqual({
			byOutlet: { totalCount: 2 },
			bySpeaker: {
				nodes: [{ slug: "putin-erdogan-call-2024" }, { slug: "putin-erdogan-idlib-2020" }],
			},
			byPlace: { totalCount: 2 },
			byDate: { nodes: [{ slug: "biden-hts-designation-2025" }] },
		});
	});
});

describe("a speaker", () => {
	test("is found by slug, id, Wikidata id and any spelling", async () => {
		const keys = [
			'slug: "trump"',
			'id: "U3BlYWtlcjp0cnVtcA=="',
			'wikidataId: "Q22686"',
			'name: "دونالد تَرامْب"',
			'name: "donald TRUMP"',
		];
		for (const key of keys)
			expect(await answer(app, `{ speaker(by: { ${key} }) { slug } }`)).toEqual({
				speaker: { slug: "trump" },
			});
	});

	test("held an office for a term: on its last day no longer", async () => {
		const { speaker } = await answer(
			app,
			'{ speaker(by: { slug: "assad" }) { last: office(at: "2024-12-07") { title(lang: "en") } after: office(at: "2024-12-08") { title } before: office(at: "2000-07-16") { title } } }',
		);
		expect(speaker).toEqual({ last: { title: "President of Syria" }, after: null, before: null });
	});

	test("the most heard come first, and the silent are there too", async () => {
		const { speakers, silent } = await answer(
			app,
			"{ speakers(first: 2) { nodes { slug statementCount } } silent: speakers(filter: { hasStatements: false, kind: PERSON }) { nodes { slug } } }",
		);
		expect(speakers).toEqual({
			nodes: [
				{ slug: "putin", statementCount: 28 },
				{ slug: "erdogan", statementCount: 8 },
			],
		});
		expect(
			(silent as { nodes: { slug: string }[] }).nodes.map(({ slug }) => slug).toSorted(),
		).toEqual(["assad", "biden"]);
	});

	test("counts what the list of statements shows", async () => {
		const { speakers } = await answer(
			app,
			"{ speakers(first: 100) { nodes { slug statementCount statements { totalCount } } } }",
		);
		for (const { statementCount, statements } of (
			speakers as { nodes: { statementCount: number; statements: { totalCount: number } }[] }
		).nodes)
			expect(statements.totalCount).toBe(statementCount);
	});
});
