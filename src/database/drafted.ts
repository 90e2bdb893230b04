import type { CorpusArticle, CorpusContent, CorpusStatement } from "../curation/corpus.ts";

/** Whether a person has confirmed something. */
export type ReviewStatus = CorpusStatement["review"]["status"];

/** A noun that statements and articles name, and that drafts can bring in. */
export type NamedNoun = "location" | "occasion" | "publisher" | "speaker";

/** A row of such a noun. */
type Named = `${NamedNoun} ${string}`;

function isCurated({ review }: CorpusStatement): boolean {
	return review.status === "CURATED";
}

/** The status of an article: a draft as long as nobody has confirmed it, nor any statement in it. */
export function statusOfArticle({ review, statements }: CorpusArticle): ReviewStatus {
	return review.status === "DRAFT" && !statements.some(isCurated) ? "DRAFT" : "CURATED";
}

function rows(noun: NamedNoun, slugs: Iterable<string | null>): Named[] {
	return [...slugs].flatMap((slug) => (slug === null ? [] : (`${noun} ${slug}` as const)));
}

function namedByStatement(statement: CorpusStatement): Named[] {
	const { attributions, addressees, relays, locations, occasionSlug } = statement;
	const speakers = [...attributions, ...addressees, ...relays];
	return [
		...rows(
			"speaker",
			speakers.map(({ speakerSlug }) => speakerSlug),
		),
		...rows(
			"location",
			locations.map(({ locationSlug }) => locationSlug),
		),
		...rows("occasion", [occasionSlug]),
	];
}

/** What an article names outside its statements. */
function namedByArticle({ publisherSlug, creditedSources, locations }: CorpusArticle): Named[] {
	return [
		...rows("publisher", [publisherSlug]),
		...rows(
			"speaker",
			creditedSources.map(({ speakerSlug }) => speakerSlug),
		),
		...rows(
			"location",
			locations.map(({ locationSlug }) => locationSlug),
		),
	];
}

/** By each speaker, place, outlet and occasion, what its own entry names. */
function namedByEntries(corpus: CorpusContent): Map<Named, Named[]> {
	const { speakers, locations, occasions, publishers } = corpus;
	return new Map<Named, Named[]>([
		...speakers.map(({ slug, offices }): [Named, Named[]] => [
			`speaker ${slug}`,
			[
				...rows(
					"speaker",
					offices.map(({ organizationSlug }) => organizationSlug),
				),
				...rows(
					"location",
					offices.map(({ locationSlug }) => locationSlug),
				),
			],
		]),
		...locations.map(({ slug, ancestors }): [Named, Named[]] => [
			`location ${slug}`,
			rows("location", ancestors),
		]),
		...occasions.map(({ slug, locationSlug }): [Named, Named[]] => [
			`occasion ${slug}`,
			rows("location", [locationSlug]),
		]),
		...publishers.map(({ slug }): [Named, Named[]] => [`publisher ${slug}`, []]),
	]);
}

/** Some rows with all that they name, and all that these name. */
function reach(start: readonly Named[], entries: ReadonlyMap<Named, readonly Named[]>): Set<Named> {
	const reached = new Set<Named>();
	const left = [...start];
	for (let named = left.pop(); named !== undefined; named = left.pop()) {
		if (reached.has(named)) continue;
		reached.add(named);
		left.push(...(entries.get(named) ?? []));
	}
	return reached;
}

/**
 * What only drafts tell of: what drafts name, or the entry of something that they name,
 * and nothing curated does. An entry that nothing names at all was put there by a person.
 */
function namedByDraftsAlone(corpus: CorpusContent): Set<Named> {
	const { articles } = corpus;
	const statements = articles.flatMap((article) => article.statements);
	const entries = namedByEntries(corpus);
	const namedWith = (status: ReviewStatus) => [
		...articles
			.filter((article) => statusOfArticle(article) === status)
			.flatMap((article) => namedByArticle(article)),
		...statements.filter(({ review }) => review.status === status).flatMap(namedByStatement),
	];
	const byDrafts = reach(namedWith("DRAFT"), entries);
	const others = [...entries.keys()].filter((named) => !byDrafts.has(named));
	const byCurated = reach([...namedWith("CURATED"), ...others], entries);
	return new Set([...byDrafts].filter((named) => !byCurated.has(named)));
}

/**
 * Tells the status of speakers, places, outlets and occasions, which no file states: DRAFT
 * for one that only drafts tell of, so that a curated row never leads to it.
 */
export function statusesIn(corpus: CorpusContent): (noun: NamedNoun, slug: string) => ReviewStatus {
	// Looked for when it is asked: a corpus that comes in parts has its entries in one of them.
	let drafted: Set<Named> | undefined;
	return (noun, slug) => {
		drafted ??= namedByDraftsAlone(corpus);
		return drafted.has(`${noun} ${slug}`) ? "DRAFT" : "CURATED";
	};
}
