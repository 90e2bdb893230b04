import { beforeAll, describe, expect, test } from "vitest";
import type { CheckedCorpus } from "../../../src/curation/corpus.ts";
import { ColumnDeriver, columnRowCount } from "../../../src/database/columns/deriver.ts";
import { decodeColumn, NONE } from "../../../src/database/columns/encode.ts";
import {
	ACTS,
	actOfForm,
	COLUMNS,
	FIRST_DRAFT_FORM,
	KINDS,
	kindOfForm,
	LINKS,
	type Link,
	SEGMENT_SIZE,
} from "../../../src/database/columns/segment.ts";
import { Numbers } from "../../../src/database/load/numbers.ts";
import { SpeechAct, StatementKind } from "../../../src/generated/prisma/client.ts";
import { variedCorpus } from "../variants.ts";
import { type ColumnRow, columnRows } from "./segmented.ts";

const SIZE = 7;
let corpus: CheckedCorpus;
let rows: ColumnRow[];
beforeAll(async () => {
	corpus = await variedCorpus();
	rows = await columnRows(corpus, SIZE);
});

function valuesIn(segment: number, name: string): number[] {
	const row = rows.find((one) => one.segment === segment && one.name === name);
	if (row === undefined) throw new Error(`no column ${name} in segment ${segment}`);
	const { elements, base } = decodeColumn(row);
	return Array.from(elements, (element) => element + base);
}

/** A column of all segments; NONE where the element 0 stands for none. */
function dense(name: string): number[] {
	return segments().flatMap((segment) => {
		const { base } = rows.find((one) => one.segment === segment && one.name === name) ?? {};
		return valuesIn(segment, name).map((value) => (value === base ? NONE : value));
	});
}

function segments(): number[] {
	return [...new Set(rows.map(({ segment }) => segment))];
}

/** The values of a link that each statement has, by the order of the statements. */
function linked(link: Link, statementCount: number): number[][] {
	const found = Array.from({ length: statementCount }, (): number[] => []);
	for (const segment of segments()) {
		const owners = valuesIn(segment, `${link}Owner`);
		for (const [index, value] of valuesIn(segment, link).entries())
			found[segment * SIZE + (owners[index] ?? 0)]?.push(value);
	}
	return found;
}

function statements() {
	return corpus.articles.flatMap((article) =>
		article.statements.map((statement) => ({ ...statement, article })),
	);
}

const day = (text: string | null) => (text === null ? NONE : Date.parse(text) / 86_400_000);

/** Numbers slugs in the order in which they come. */
function numbering() {
	const known = new Map<string, number>();
	return (slug: string) => {
		known.set(slug, known.get(slug) ?? known.size);
		return known.get(slug) ?? NONE;
	};
}

describe("the columns of a corpus", () => {
	test("are in segments of so many statements, each with all columns", () => {
		const count = statements().length;
		expect(segments()).toHaveLength(Math.ceil(count / SIZE));
		expect(rows).toHaveLength(Math.ceil(count / SIZE) * COLUMNS.length);
		expect(valuesIn(0, "form")).toHaveLength(SIZE);
		expect(valuesIn(segments().length - 1, "form")).toHaveLength(count % SIZE);
	});

	test("say of each statement its kind, act, review and days", () => {
		const forms = dense("form").map((form) => ({
			kind: KINDS[kindOfForm(form)],
			act: ACTS[actOfForm(form)],
			isDraft: form >= FIRST_DRAFT_FORM,
		}));
		expect(forms).toEqual(
			statements().map(({ kind, act, review }) => ({
				kind,
				act,
				isDraft: review.status === "DRAFT",
			})),
		);
		expect(forms.some(({ isDraft }) => isDraft)).toBe(true);
		expect(dense("firstDay")).toEqual(statements().map(({ said }) => day(said.earliest)));
		expect(dense("lastDay")).toEqual(statements().map(({ said }) => day(said.latest)));
		expect(dense("lastDay")).toContain(NONE);
	});

	test("say its article and outlet by the numbers of the load", () => {
		const [articleNumber, publisherNumber] = [numbering(), numbering()];
		for (const { slug } of corpus.publishers) publisherNumber(slug);
		for (const { slug } of corpus.articles) articleNumber(slug);
		expect(dense("article")).toEqual(
			statements().map(({ article }) => articleNumber(article.slug)),
		);
		expect(dense("publisher")).toEqual(
			statements().map(({ article: { publisherSlug } }) =>
				publisherSlug === null ? NONE : publisherNumber(publisherSlug),
			),
		);
	});

	test("say each speaker, place, relay and addressee once", () => {
		const [speaker, location] = [numbering(), numbering()];
		// In the order of the tables: offices name places and speakers, but after their own rows.
		for (const { slug } of corpus.speakers) speaker(slug);
		const byDepth = corpus.locations.toSorted((a, b) => a.ancestors.length - b.ancestors.length);
		for (const { slug } of byDepth) location(slug);
		const all = statements();
		const once = (numbers: number[]) => [...new Set(numbers)];
		const expected = {
			speaker: all.map(({ attributions }) => attributions.map((one) => speaker(one.speakerSlug))),
			location: all.map(({ locations }) => locations.map((one) => location(one.locationSlug))),
			relay: all.map(({ relays }) => relays.map((one) => speaker(one.speakerSlug))),
			addressee: all.map(({ addressees }) =>
				addressees.flatMap(({ speakerSlug }) =>
					speakerSlug === null ? [] : [speaker(speakerSlug)],
				),
			),
		};
		for (const link of LINKS)
			expect(linked(link, all.length), link).toEqual(expected[link].map(once));
		expect(expected.location.some((numbers) => once(numbers).length < numbers.length)).toBe(true);
	});
});

test("kinds and acts are those of the database, in the order of their text", () => {
	expect(KINDS).toEqual(Object.values(StatementKind).toSorted());
	expect(ACTS).toEqual(Object.values(SpeechAct).toSorted());
});

test("an act that columns do not know is refused", () => {
	const row = { articleSlug: "a", kind: "DIRECT", act: "SING", reviewStatus: "CURATED" };
	expect(() => new ColumnDeriver().see("statement", row, new Numbers())).toThrow(
		"found DIRECT and SING",
	);
});

test("so many rows there are of columns", () => {
	expect([0, 1, SEGMENT_SIZE, SEGMENT_SIZE + 1].map(columnRowCount)).toEqual([0, 13, 13, 26]);
});
