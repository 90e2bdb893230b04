import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { csv } from "../../../src/server/exports/csv.ts";
import { jsonLd } from "../../../src/server/exports/json-ld.ts";
import { ndjson } from "../../../src/server/exports/ndjson.ts";
import type { ExportDate, ExportRecord, ExportSpan } from "../../../src/server/exports/record.ts";

const day: ExportDate = {
	edtf: "2020-05-04",
	earliest: "2020-05-04",
	latest: "2020-05-04",
	precision: "DAY",
	basis: "EXPLICIT",
	note: null,
};
const span: ExportSpan = {
	source: "BODY",
	start: 4,
	end: 8,
	startCodePoint: 3,
	endCodePoint: 7,
	exact: "قولا",
};
const speaker = { slug: "somebody", kind: "PERSON", name: "فلان", wikidataId: "Q1" } as const;
const record: ExportRecord = {
	id: "U3RhdGVtZW50OmFydGljbGUua2V5",
	slug: "article.key",
	kind: "MIXED",
	act: "ASSERT",
	text: "قولا",
	language: "ar",
	spans: [{ ...span, prefix: "قال ", suffix: "." }],
	quotes: [span, span],
	cue: { ...span, exact: "قال" },
	attributions: [{ speaker, role: "SOLE", resolution: "NAMED" }],
	addressees: [
		{ speaker, description: "فلان" },
		{ speaker: null, description: "الناس" },
	],
	relays: [speaker],
	parent: null,
	saidAt: { ...day, edtf: "2020-05", precision: "MONTH" },
	locations: [{ slug: "town", role: "ABOUT", kind: "CITY", name: "مدينة", wikidataId: null }],
	occasion: { slug: "meeting", name: "لقاء" },
	article: {
		slug: "article",
		title: "عنوان",
		language: "ar",
		publisher: { slug: "outlet", name: "منفذ" },
		publishedAt: day,
	},
	review: { status: "CURATED", method: "HAND", confidence: 0.5 },
};

/** The digest of what each edition makes of the record above. */
const EDITIONS: Readonly<Record<string, string>> = {
	"csv 1": "00e2cb46282049e2",
	"ndjson 1": "9b9e7fbb131afa43",
	"jsonld 1": "9e2d1e027f3b5889",
};

// Whoever meant to change the bytes counts the edition up and adds its digest here, and
// caches fetch the file again; whoever did not mean to has found a fault.
it.each([csv, ndjson, jsonLd])("the bytes of $ending are those of its edition", (format) => {
	const text = format.begin("version") + format.write([record, record]) + format.end;
	const digest = createHash("sha256").update(text).digest("hex").slice(0, 16);
	expect(EDITIONS[`${format.ending} ${format.edition}`]).toBe(digest);
});
