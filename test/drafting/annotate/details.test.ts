import { describe, expect, it } from "vitest";
import { printCanonical } from "../../../src/curation/format/print.ts";
import { fileSchemas } from "../../../src/curation/format/schemas.ts";
import { addSpeakers, isUntouched } from "../../../src/drafting/annotate/print.ts";
import type { DraftStatement } from "../../../src/drafting/draft.ts";
import { expectAccepted } from "./checked.ts";
import { seedText } from "./curated.ts";
import { annotated, pageOf, putin, rangeOf, statementOf } from "./page.ts";

const BODY = `قال بوتين إن السلام قريب. قال بوتين إن السلام قريب جدا اليوم الثلاثاء.

وأضاف لافروف: "الوقت حان" للحديث. نشر يوم 2024-12-03.`;

function yamlOf(statements: readonly DraftStatement[], page = pageOf(BODY)): string {
	const { document, result } = annotated(BODY, statements, page);
	expectAccepted(document, result);
	return result.yaml;
}

const near = (more: Partial<DraftStatement> = {}) =>
	statementOf(BODY, "السلام قريب جدا", putin(BODY, "بوتين"), more);

describe("the file of a draft", () => {
	it("names words that stand twice by the fewest words around them", () => {
		const second = BODY.lastIndexOf("السلام قريب");
		const content = [{ start: second, end: second + "السلام قريب".length }];
		expect(yamlOf([near({ content })])).toContain(
			"content:\n      exact: السلام قريب\n      suffix: جدا\n",
		);
	});

	it("names the rule of each statement above it, and stays as it is when it is formatted", () => {
		const yaml = yamlOf([near({ rule: "verb\nthat" })]);
		expect(yaml).toContain("\n  # rule: verb that\n  - key: putin-assert\n");
		expect(printCanonical(yaml, fileSchemas.article)).toBe(yaml);
		expect(isUntouched(yaml)).toBe(true);
		expect(isUntouched(yaml.replace("ASSERT", "DENY"))).toBe(false);
	});

	it("numbers keys from the second statement on that a speaker makes in one way", () => {
		const other = statementOf(BODY, "السلام قريب", putin(BODY, "بوتين"));
		expect([...yamlOf([near(), other]).matchAll(/key: (.*)/g)].map(([, key]) => key)).toEqual([
			"putin-assert",
			"putin-assert-2",
		]);
	});

	it("counts the day of a statement from the day of publication", () => {
		const page = pageOf(BODY, {
			published: {
				date: "2024-12-05",
				basis: "EXPLICIT",
				evidence: rangeOf(BODY, "2024-12-03"),
			},
		});
		expect(yamlOf([near({ saidOn: rangeOf(BODY, "اليوم الثلاثاء") })], page)).toContain(
			"said:\n      date: 2024-12-03\n      basis: WEEKDAY_RELATIVE\n      evidence: اليوم الثلاثاء\n",
		);
		expect(yamlOf([near({ saidOn: rangeOf(BODY, "للحديث") })], page)).toContain(
			"said:\n      date: XXXX\n      basis: NONE\n",
		);
		expect(yamlOf([near()], page)).not.toContain("said:");
	});

	it("leaves out an office that was not held, a speaker's own relay and a wrong parent", () => {
		const via = [{ ...putin(BODY, "بوتين") }];
		const speakers = [putin(BODY, "بوتين", { office: "president-of-syria" })];
		const yaml = yamlOf([near({ speakers, via, parent: 0 })]);
		expect(yaml).not.toMatch(/office|relays|parent/);
	});

	it("leaves out a mention that names somebody else", () => {
		const speakers = [putin(BODY, "لافروف"), putin(BODY, "بوتين", { slug: null, name: "لافروف" })];
		const yaml = yamlOf([near({ speakers })]);
		expect(yaml).toContain("- speaker: putin\n        resolution: DROPPED_SUBJECT\n");
	});

	it("explains every quotation that no statement has", () => {
		expect(yamlOf([])).toContain("otherQuotations:\n  - words: الوقت حان\n    reason: TERM\n");
		const direct = statementOf(BODY, "الوقت حان", putin(BODY, "بوتين"), { kind: "DIRECT" });
		expect(yamlOf([direct])).not.toContain("otherQuotations");
	});

	it("makes INDIRECT of what is quoted nowhere", () => {
		expect(yamlOf([near({ kind: "DIRECT" })])).toContain("kind: INDIRECT");
		expect(yamlOf([near({ kind: "MIXED" })])).toContain("kind: INDIRECT");
	});

	it("keeps the surer of two contents that cross", () => {
		const crossing = statementOf(BODY, "إن السلام قريب جدا", putin(BODY, "بوتين"), {
			content: [{ start: 0, end: BODY.indexOf("قريب جدا") + 4 }],
			confidence: 0.9,
			act: "DENY",
		});
		expect(yamlOf([near(), crossing]).match(/key: .*/g)).toEqual(["key: putin-deny"]);
	});

	it("proposes an entry for whoever is not known, marked as not looked at, and for nobody twice", () => {
		const lavrov = putin(BODY, "لافروف", { slug: null, name: "لافروف" });
		const { result } = annotated(BODY, [
			near({ speakers: [lavrov] }),
			statementOf(BODY, "الوقت حان", lavrov),
		]);
		expect(result.speakers.map(({ slug }) => slug)).toEqual(["lafruf"]);
		const before = seedText("authorities/speakers.yaml");
		const after = addSpeakers(before, result.speakers);
		expect(after).toContain(
			"- slug: lafruf\n  kind: PERSON\n  names:\n    ar:\n      official: لافروف\n    en:\n      official: Lafruf # proposed by draft: check the English name\n",
		);
		expect(after.replace(/- slug: lafruf\n(?: .*\n)+\n/, "")).toBe(before);
		expect(printCanonical(after, fileSchemas.speakers)).toBe(after);
	});

	it("adds entries to an authority file that has none", () => {
		const entry = {
			slug: "a",
			kind: "PERSON" as const,
			names: { ar: { official: "ا" }, en: { official: "A" } },
		};
		expect(addSpeakers("[]\n", [entry])).toMatch(/^- slug: a\n/);
	});

	it("refuses a page whose parts make another body", () => {
		const page = { ...pageOf(BODY), body: `${BODY}.` };
		expect(() => annotated(BODY, [], page)).toThrow(/^expected the title and the body that/);
	});
});
