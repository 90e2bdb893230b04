import { describe, expect, it } from "vitest";
import { articleFile } from "../../../src/curation/format/article.ts";
import {
	locationsFile,
	occasionsFile,
	publishersFile,
	speakersFile,
} from "../../../src/curation/format/authorities.ts";
import * as common from "../../../src/curation/format/common.ts";
import { fileSchemas, schemaOf } from "../../../src/curation/format/schemas.ts";

type Json = { readonly [key: string]: Json } & readonly Json[];

/** A part of a JSON Schema, by its path. */
function part(schema: unknown, ...path: string[]): unknown {
	return path.reduce<unknown>((value, key) => (value as Json | undefined)?.[key], schema);
}

describe("schemaOf", () => {
	it.each([
		["articles/a.yaml", "article"],
		["authorities/speakers.yaml", "speakers"],
		["authorities/locations.yaml", "locations"],
		["authorities/publishers.yaml", "publishers"],
		["authorities/occasions.yaml", "occasions"],
	])("knows %s", (file, name) => {
		expect(schemaOf(file)?.name).toBe(name);
	});

	it.each([
		"articles/a.yml",
		"articles/a/b.yaml",
		"x/articles/a.yaml",
		"authorities/others.yaml",
		"authorities/speakers.yaml.txt",
		"documents/a.txt",
		"speakers.yaml",
	])("knows nothing of %s", (file) => {
		expect(schemaOf(file)).toBeNull();
	});
});

describe("the JSON Schemas", () => {
	it.each(Object.values(fileSchemas))(
		"$name refuses unknown keys wherever it names keys",
		({ jsonSchema }) => {
			let objects = 0;
			const visit = (value: unknown): void => {
				if (typeof value !== "object" || value === null) return;
				if ("properties" in value) {
					objects += 1;
					expect(value).toHaveProperty("additionalProperties");
					expect(part(value, "additionalProperties")).not.toBe(true);
				}
				for (const inner of Object.values(value)) visit(inner);
			};
			visit(jsonSchema);
			expect(objects).toBeGreaterThan(0);
		},
	);

	it("are of draft 7, which editors read", () => {
		for (const { jsonSchema } of Object.values(fileSchemas))
			expect(jsonSchema.$schema).toBe("http://json-schema.org/draft-07/schema#");
	});

	it("give editors the values and the sentences of the format", () => {
		const statement = part(fileSchemas.article.jsonSchema, "properties", "statements", "items");
		expect(part(statement, "properties", "kind", "enum")).toEqual(["DIRECT", "INDIRECT", "MIXED"]);
		expect(part(statement, "required")).toEqual(["key", "kind", "act", "content", "speakers"]);
		expect(part(statement, "properties", "relays", "description")).toContain("nearest");
	});
});

const NAMES = { ar: { official: "اسم" }, en: { official: "Name" } };
const DATE = { date: "2020", basis: "EXPLICIT" };

describe("the schemas", () => {
	it.each([
		[
			"slug",
			common.slug,
			["a", "a-b", "al-sharaa", "24"],
			["", "A", "a_b", "a--b", "-a", "a-", "اسم", "a b"],
		],
		["text", common.text, ["a", " a"], ["", " ", "\n"]],
		[
			"words",
			common.words,
			["a", { exact: "a" }, { exact: "a", prefix: "b", suffix: "c" }],
			["", {}, { exact: "" }, { exact: "a", infix: "b" }, ["a"]],
		],
		["language", common.language, ["ar", "en-GB", "zh-Hant"], ["", "a", "arabic!", "ar_SY"]],
		[
			"day",
			common.day,
			["2020-02-29", "0001-01-01"],
			["2019-02-29", "2020", "2020-2-1", "2020-02-01T00:00:00Z", "0000-12-31"],
		],
		["wikidataId", common.wikidataId, ["Q1", "Q858"], ["858", "Q0", "Q01", "q858", "Q", "P1"]],
		[
			"names",
			common.names,
			[NAMES, { ...NAMES, fr: { alias: ["Nom"] } }],
			[{ ar: NAMES.ar }, { ...NAMES, en: {} }, { ...NAMES, fr: { nom: "Nom" } }],
		],
		[
			"publishersFile",
			publishersFile,
			[[], [{ slug: "a", names: NAMES }]],
			[{}, [{ slug: "a" }], [{ slug: "a", names: NAMES, kind: "X" }]],
		],
	])("hold %s against what it should be", (_name, schema, good, bad) => {
		for (const value of good)
			expect([value, schema.safeParse(value).success]).toEqual([value, true]);
		for (const value of bad)
			expect([value, schema.safeParse(value).success]).toEqual([value, false]);
	});

	it.each([
		["geonamesId", ["1", "163843"], ["0", "01", "x", 163843]],
		["countryCode", ["SY"], ["sy", "SYR", "S"]],
		[
			"coordinates",
			[{ latitude: -90, longitude: 180 }],
			[
				{ latitude: 90.1, longitude: 0 },
				{ latitude: 0, longitude: -181 },
				{ latitude: 0 },
				{ latitude: "0", longitude: 0 },
			],
		],
		["parent", ["syria"], ["Syria"]],
	])("hold %s of a place against what it should be", (key, good, bad) => {
		const place = (value: unknown) => [{ slug: "a", kind: "CITY", names: NAMES, [key]: value }];
		for (const value of good) expect(locationsFile.safeParse(place(value)).error).toBeUndefined();
		for (const value of bad) expect(locationsFile.safeParse(place(value)).success).toBe(false);
	});

	it("ask for the date of an occasion, and a title of an office in two languages", () => {
		const occasion = { slug: "a", kind: "CALL", names: { ar: "اسم", en: "Name" } };
		expect(occasionsFile.safeParse([{ ...occasion, date: DATE }]).success).toBe(true);
		expect(occasionsFile.safeParse([occasion]).success).toBe(false);
		const speaker = (office: object) => [
			{ slug: "a", kind: "PERSON", names: NAMES, offices: [office] },
		];
		const title = { ar: "اسم", en: "Name" };
		expect(speakersFile.safeParse(speaker({ key: "k", title })).success).toBe(true);
		expect(speakersFile.safeParse(speaker({ key: "k", title: { ar: "اسم" } })).success).toBe(false);
		expect(speakersFile.safeParse(speaker({ key: "k", title, from: "2020" })).success).toBe(false);
	});

	it("ask for a speaker, a digest, a segment, and a confidence from 0 to 1", () => {
		const statement = {
			key: "k",
			kind: "DIRECT",
			act: "ASSERT",
			content: "a",
			speakers: [{ speaker: "s", resolution: "NAMED" }],
		};
		const file = {
			document: "a.txt",
			sha256: "0".repeat(64),
			language: "ar",
			published: DATE,
			review: { status: "CURATED", method: "HAND", confidence: 1 },
			segments: [{ kind: "BODY", from: "a" }],
			statements: [statement],
		};
		expect(articleFile.safeParse(file).error).toBeUndefined();
		for (const bad of [
			{ sha256: "0".repeat(63) },
			{ sha256: "A".repeat(64) },
			{ segments: [] },
			{ review: { ...file.review, confidence: 1.1 } },
			{ review: { ...file.review, confidence: -0.1 } },
			{ statements: [{ ...statement, speakers: [] }] },
			{ statements: [{ ...statement, content: [] }] },
			{ published: { ...DATE, evidence: { page: "a" } } },
		])
			expect([bad, articleFile.safeParse({ ...file, ...bad }).success]).toEqual([bad, false]);
	});
});
