import jsonld from "jsonld";
import { beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../../src/server/app.ts";
import { jsonLd } from "../../../src/server/exports/json-ld.ts";
import type { ExportRecord } from "../../../src/server/exports/record.ts";
import { variedDatabase } from "../../database/varied-database.ts";
import { exported, exportingApp, records } from "./exporting.ts";

const SCHEMA = "https://schema.org/";
const OA = "http://www.w3.org/ns/oa#";
const XSD = "http://www.w3.org/2001/XMLSchema#";
const ALL = { or: [{ reviewStatus: "DRAFT" }, { reviewStatus: "CURATED" }] };

/** Safe: whatever would be dropped is an error. Nothing is fetched. The types know nothing of it. */
const OPTIONS = {
	safe: true,
	documentLoader: (url: string) => Promise.reject(new Error(`the network was asked for ${url}`)),
} as object;

/** A node as expansion leaves it: only IRIs, only lists. */
type Node = Record<string, unknown> & { readonly "@id"?: string; readonly "@type"?: string[] };

interface Value {
	readonly "@value"?: unknown;
	readonly "@type"?: string;
	readonly "@language"?: string;
	readonly "@id"?: string;
}

let app: App;
let all: ExportRecord[];
let text: string;
let flat: Node[];
beforeAll(async () => {
	app = exportingApp((await variedDatabase()).database, 20);
	all = await records(app, { filter: ALL });
	text = await exported(app, "jsonld", { filter: ALL });
	flat = (await jsonld.flatten(JSON.parse(text), undefined, OPTIONS)) as unknown as Node[];
});

function ofType(type: string): Node[] {
	return flat.filter((node) => node["@type"]?.includes(type));
}

function node(iri: string): Node {
	const found = flat.find((one) => one["@id"] === iri);
	if (found === undefined) throw new Error(`${iri} is not in the graph`);
	return found;
}

function valuesOf(subject: Node, property: string): Value[] {
	return (subject[property] ?? []) as Value[];
}

/** The nodes that a property leads to. */
function follow(subject: Node, property: string): Node[] {
	return valuesOf(subject, property).map(({ "@id": iri = "" }) => node(iri));
}

function quotationOf({ slug }: ExportRecord): Node {
	return node(`urn:aqwal:statement:${slug}`);
}

describe("the document", () => {
	it("is JSON-LD of which nothing is lost, and needs no network", async () => {
		const document = JSON.parse(text);
		const expanded = await jsonld.expand(document, OPTIONS);
		expect(expanded).toHaveLength(all.length + 1);
		const quads = (await jsonld.toRDF(document, OPTIONS)) as unknown[];
		expect(quads.length).toBeGreaterThan(all.length * 10);
	});

	it("would be found out if a term of it meant nothing", async () => {
		const document = JSON.parse(text);
		delete document["@context"].spokenByCharacter;
		await expect(jsonld.expand(document, OPTIONS)).rejects.toThrow();
	});

	it("has a Quotation for each statement, each with a name of its own", () => {
		const quotations = ofType(`${SCHEMA}Quotation`).map((one) => one["@id"]);
		expect(quotations.toSorted()).toEqual(
			all.map(({ slug }) => `urn:aqwal:statement:${slug}`).toSorted(),
		);
	});

	it("says which version of the corpus it is of", () => {
		const [dataset] = ofType(`${SCHEMA}Dataset`);
		const [version] = valuesOf(dataset ?? {}, `${SCHEMA}version`);
		expect(dataset?.["@id"]).toBe(`urn:aqwal:corpus:${version?.["@value"]}`);
	});

	it("is whole when nothing matches", async () => {
		const empty = await exported(app, "jsonld", { filter: { speaker: { in: [] } } });
		expect(JSON.parse(empty)["@graph"]).toHaveLength(1);
	});
});

describe("a quotation", () => {
	it("has the words, in their language, and who says them", () => {
		for (const record of all) {
			const quotation = quotationOf(record);
			expect(valuesOf(quotation, `${SCHEMA}text`)).toEqual([
				{ "@value": record.text, "@language": record.language },
			]);
			const speakers = follow(quotation, `${SCHEMA}spokenByCharacter`);
			expect(speakers.map((one) => one["@id"])).toEqual(
				record.attributions.map(({ speaker }) => `urn:aqwal:speaker:${speaker.slug}`),
			);
		}
	});

	it("is a part of its article, which has its headline and its outlet", () => {
		for (const record of all) {
			const [article] = follow(quotationOf(record), `${SCHEMA}isPartOf`);
			expect(article?.["@type"]).toEqual([`${SCHEMA}NewsArticle`]);
			expect(article?.["@id"]).toBe(`urn:aqwal:article:${record.article.slug}`);
			const { title, language, publisher } = record.article;
			expect(valuesOf(article ?? {}, `${SCHEMA}headline`)).toEqual(
				title === null ? [] : [{ "@value": title, "@language": language }],
			);
			expect(valuesOf(article ?? {}, `${SCHEMA}publisher`)).toEqual(
				publisher === null ? [] : [{ "@id": `urn:aqwal:publisher:${publisher.slug}` }],
			);
		}
	});

	it("has its date as finely as it is known, and none when it is unknown", () => {
		const types = { DAY: `${XSD}date`, UNKNOWN: null };
		const seen = new Set<string>();
		for (const record of all) {
			const { precision, edtf } = record.saidAt;
			seen.add(precision);
			const type =
				precision in types
					? types[precision as keyof typeof types]
					: "http://id.loc.gov/datatypes/edtf/EDTF";
			expect(valuesOf(quotationOf(record), `${SCHEMA}dateCreated`)).toEqual(
				type === null ? [] : [{ "@value": edtf, "@type": type }],
			);
		}
		expect([...seen].toSorted()).toEqual(["DAY", "INTERVAL", "MONTH", "UNKNOWN", "YEAR"]);
	});

	it("has its places by what they have to do with it", () => {
		const roles = { SPOKEN_AT: "locationCreated", ABOUT: "about", MENTIONED: "mentions" };
		for (const record of all)
			for (const [role, property] of Object.entries(roles))
				expect(valuesOf(quotationOf(record), SCHEMA + property)).toEqual(
					record.locations
						.filter((place) => place.role === role)
						.map(({ slug }) => ({ "@id": `urn:aqwal:location:${slug}` })),
				);
	});
});

describe("the evidence", () => {
	it("leads to the article, by code points and by the words themselves", () => {
		for (const record of all) {
			const resources = follow(quotationOf(record), `${SCHEMA}isBasedOn`);
			expect(resources).toHaveLength(record.spans.length);
			for (const [index, resource] of resources.entries()) {
				const span = record.spans[index];
				const article = `urn:aqwal:article:${record.article.slug}`;
				expect(resource["@type"]).toEqual([`${OA}SpecificResource`]);
				expect(valuesOf(resource, `${OA}hasSource`)).toEqual([
					{ "@id": span?.source === "TITLE" ? `${article}#title` : article },
				]);
				const [position, quote] = follow(resource, `${OA}hasSelector`);
				expect(position).toMatchObject({
					"@type": [`${OA}TextPositionSelector`],
					[`${OA}start`]: [{ "@value": span?.startCodePoint, "@type": `${XSD}nonNegativeInteger` }],
					[`${OA}end`]: [{ "@value": span?.endCodePoint, "@type": `${XSD}nonNegativeInteger` }],
				});
				expect(quote).toMatchObject({
					"@type": [`${OA}TextQuoteSelector`],
					[`${OA}exact`]: [{ "@value": span?.exact }],
					[`${OA}prefix`]: [{ "@value": span?.prefix }],
					[`${OA}suffix`]: [{ "@value": span?.suffix }],
				});
			}
		}
	});
});

describe("a speaker", () => {
	const types = [
		["PERSON", [`${SCHEMA}Person`]],
		["ORGANIZATION", [`${SCHEMA}Organization`]],
		["STATE", [`${SCHEMA}Organization`]],
		["MEDIA", [`${SCHEMA}NewsMediaOrganization`]],
		["GROUP", undefined],
		["ANONYMOUS", undefined],
		["UNKNOWN", undefined],
	] as const;

	it.each(types)("of kind %s has only a type that is certain", async (kind, expected) => {
		const [record] = all;
		const [attribution] = record?.attributions ?? [];
		if (record === undefined || attribution === undefined) throw new Error("nobody says anything");
		const speaker = { ...attribution.speaker, slug: "somebody", kind };
		const changed = { ...record, attributions: [{ ...attribution, speaker }] };
		const document = jsonLd.begin("v") + jsonLd.write([changed]) + jsonLd.end;
		const nodes = (await jsonld.flatten(
			JSON.parse(document),
			undefined,
			OPTIONS,
		)) as unknown as Node[];
		const found = nodes.find((one) => one["@id"] === "urn:aqwal:speaker:somebody");
		expect(found?.["@type"]).toEqual(expected);
	});

	it("is the same as in Wikidata, where it is known there", () => {
		const putin = node("urn:aqwal:speaker:putin");
		expect(valuesOf(putin, `${SCHEMA}sameAs`)).toEqual([
			{ "@id": "http://www.wikidata.org/entity/Q7747" },
		]);
	});
});
