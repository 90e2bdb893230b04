import type { CorpusArticle, CorpusContent, CorpusStatement } from "../../src/curation/corpus.ts";

import { groupBy } from "../../src/curation/group-by.ts";

// What is a draft, said once more in plain TypeScript: something that is named, and only by drafts.

/** Whether an article is one that nobody has confirmed anything of. */
export function isDraftArticle({ review, statements }: CorpusArticle): boolean {
	return (
		review.status === "DRAFT" &&
		statements.every((statement) => statement.review.status === "DRAFT")
	);
}

interface Link {
	readonly from: string;
	readonly to: string;
}

function linksOfStatement({ slug, ...statement }: CorpusStatement): Link[] {
	const { attributions, addressees, relays, locations, occasionSlug } = statement;
	const speakers = [...attributions, ...addressees, ...relays].map(
		({ speakerSlug }) => `speaker ${speakerSlug}`,
	);
	const places = locations.map(({ locationSlug }) => `location ${locationSlug}`);
	return [...speakers, ...places, `occasion ${occasionSlug}`].map((to) => ({
		from: `statement ${slug}`,
		to,
	}));
}

function linksOfArticle({ slug, ...article }: CorpusArticle): Link[] {
	const credited = article.creditedSources.map(({ speakerSlug }) => `speaker ${speakerSlug}`);
	const places = article.locations.map(({ locationSlug }) => `location ${locationSlug}`);
	const own = [...credited, ...places, `publisher ${article.publisherSlug}`];
	return [
		...own.map((to) => ({ from: `article ${slug}`, to })),
		...article.statements.flatMap(linksOfStatement),
	];
}

/** Everything that names something, and what it names; "speaker null" where nobody is named. */
export function linksOf(corpus: CorpusContent): Link[] {
	return [
		...corpus.articles.flatMap(linksOfArticle),
		...corpus.speakers.flatMap(({ slug, offices }) =>
			offices.flatMap(({ organizationSlug, locationSlug }) => [
				{ from: `speaker ${slug}`, to: `speaker ${organizationSlug}` },
				{ from: `speaker ${slug}`, to: `location ${locationSlug}` },
			]),
		),
		...corpus.locations.map(({ slug, parentSlug }) => ({
			from: `location ${slug}`,
			to: `location ${parentSlug}`,
		})),
		...corpus.occasions.map(({ slug, locationSlug }) => ({
			from: `occasion ${slug}`,
			to: `location ${locationSlug}`,
		})),
	];
}

/** All that is a draft, as "speaker putin": again and again what only drafts name, until there is no more. */
export function draftsOf(corpus: CorpusContent): ReadonlySet<string> {
	const { articles } = corpus;
	const drafts = new Set([
		...articles.filter(isDraftArticle).map(({ slug }) => `article ${slug}`),
		...articles
			.flatMap(({ statements }) => statements)
			.filter(({ review }) => review.status === "DRAFT")
			.map(({ slug }) => `statement ${slug}`),
	]);
	const namers = groupBy(linksOf(corpus), ({ to }) => to);
	for (let size = -1; size !== drafts.size; ) {
		size = drafts.size;
		for (const [to, links] of namers)
			if (!to.endsWith(" null") && links.every(({ from }) => drafts.has(from))) drafts.add(to);
	}
	return drafts;
}
