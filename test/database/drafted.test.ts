import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { CheckedCorpus, CorpusContent } from "../../src/curation/corpus.ts";
import { type NamedNoun, statusesIn, statusOfArticle } from "../../src/database/drafted.ts";
import { realCorpus } from "../support/database.ts";
import { draftsOf, isDraftArticle, linksOf } from "./drafted-oracle.ts";

let corpus: CheckedCorpus;
beforeAll(async () => {
	corpus = await realCorpus();
});

/** The corpus with the articles and statements of some places in its order made drafts. */
function withDrafts(places: ReadonlySet<number>): CorpusContent {
	let place = -1;
	const reviewed = <Row extends { readonly review: object }>(row: Row): Row => {
		place += 1;
		return { ...row, review: { ...row.review, status: places.has(place) ? "DRAFT" : "CURATED" } };
	};
	return {
		...corpus,
		articles: corpus.articles.map((article) => ({
			...reviewed(article),
			statements: article.statements.map(reviewed),
		})),
	};
}

/** All speakers, places, outlets and occasions of a status. */
function named(content: CorpusContent, status: "CURATED" | "DRAFT"): string[] {
	const statusOf = statusesIn(content);
	const nouns: Record<NamedNoun, readonly { slug: string }[]> = {
		location: content.locations,
		occasion: content.occasions,
		publisher: content.publishers,
		speaker: content.speakers,
	};
	return (Object.keys(nouns) as NamedNoun[]).flatMap((noun) =>
		nouns[noun]
			.filter(({ slug }) => statusOf(noun, slug) === status)
			.map(({ slug }) => `${noun} ${slug}`),
	);
}

const MOST = 60;
const somePlaces = fc
	.tuple(fc.array(fc.nat({ max: MOST }), { maxLength: MOST }), fc.boolean())
	.map(([places, others]) => {
		const all = Array.from({ length: MOST }, (_none, place) => place);
		// Few are drafts, or few are none.
		return new Set(others ? all.filter((place) => !places.includes(place)) : places);
	});

describe("statusesIn", () => {
	test("gives the same as plain code, whatever is a draft", () => {
		fc.assert(
			fc.property(somePlaces, (places) => {
				const content = withDrafts(places);
				const drafts = [...draftsOf(content)].filter((row) => !/^(article|statement) /.test(row));
				expect(named(content, "DRAFT").toSorted()).toEqual(drafts.toSorted());
			}),
		);
	});

	test("lets nothing curated name a draft", () => {
		fc.assert(
			fc.property(somePlaces, (places) => {
				const content = withDrafts(places);
				const drafts = new Set(named(content, "DRAFT"));
				const written = draftsOf(content);
				for (const { from, to } of linksOf(content))
					if (!written.has(from)) expect(drafts.has(to), `${from} names ${to}`).toBe(false);
			}),
		);
	});

	test("knows no draft in a corpus without drafts, and many in one of nothing else", () => {
		expect(named(withDrafts(new Set()), "DRAFT")).toEqual([]);
		const all = withDrafts(new Set(Array.from({ length: 1000 }, (_none, place) => place)));
		expect(named(all, "DRAFT").length).toBeGreaterThan(30);
	});
});

test("an article is a draft until it, or a statement in it, is confirmed", () => {
	fc.assert(
		fc.property(somePlaces, (places) => {
			for (const article of withDrafts(places).articles)
				expect(statusOfArticle(article)).toBe(isDraftArticle(article) ? "DRAFT" : "CURATED");
		}),
	);
});
