import type {
	CheckedCorpus,
	CorpusArticle,
	CorpusDate,
	CorpusPublisher,
	CorpusStatement,
} from "../curation/corpus.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import { fold } from "../text/fold.ts";
import { linkRows } from "./link-rows.ts";
import { numbered, toDay, toJson, toJsonArray } from "./row-values.ts";
import { searchRows } from "./search/search-rows.ts";

/** A row before the loader gives it its number. */
type Unnumbered<Row> = Omit<Row, "number">;

/** Rows of every table but those that the loader derives, as Prisma's createMany takes them, parents before children. */
export interface Tables {
	readonly document: Prisma.DocumentCreateManyInput[];
	readonly documentSegment: Prisma.DocumentSegmentCreateManyInput[];
	readonly publisher: Unnumbered<Prisma.PublisherCreateManyInput>[];
	readonly publisherName: Prisma.PublisherNameCreateManyInput[];
	readonly location: Unnumbered<Prisma.LocationCreateManyInput>[];
	readonly locationName: Prisma.LocationNameCreateManyInput[];
	readonly locationAncestor: Prisma.LocationAncestorCreateManyInput[];
	readonly speaker: Unnumbered<Prisma.SpeakerCreateManyInput>[];
	readonly speakerName: Prisma.SpeakerNameCreateManyInput[];
	readonly office: Prisma.OfficeCreateManyInput[];
	readonly occasion: Prisma.OccasionCreateManyInput[];
	readonly article: Unnumbered<Prisma.ArticleCreateManyInput>[];
	readonly creditedSource: Prisma.CreditedSourceCreateManyInput[];
	readonly articleLocation: Prisma.ArticleLocationCreateManyInput[];
	readonly statement: Unnumbered<Prisma.StatementCreateManyInput>[];
	readonly attribution: Prisma.AttributionCreateManyInput[];
	readonly addressee: Prisma.AddresseeCreateManyInput[];
	readonly relay: Prisma.RelayCreateManyInput[];
	readonly statementLocation: Prisma.StatementLocationCreateManyInput[];
	readonly articleSearch: Prisma.ArticleSearchCreateManyInput[];
	readonly statementSearch: Prisma.StatementSearchCreateManyInput[];
	readonly searchWord: Prisma.SearchWordCreateManyInput[];
}

/** How often each slug occurs. */
function countBy(slugs: Iterable<string>): Map<string, number> {
	const counts = new Map<string, number>();
	for (const slug of slugs) counts.set(slug, (counts.get(slug) ?? 0) + 1);
	return counts;
}

function publishedColumns({
	edtf,
	earliest,
	latest,
	precision,
	basis,
	evidence,
	note,
}: CorpusDate) {
	return {
		publishedEdtf: edtf,
		publishedEarliest: toDay(earliest),
		publishedLatest: toDay(latest),
		publishedPrecision: precision,
		publishedBasis: basis,
		publishedEvidence: toJson(evidence),
		publishedNote: note,
	};
}

function publisherRow({
	slug,
	names,
}: CorpusPublisher): Unnumbered<Prisma.PublisherCreateManyInput> {
	const official = names.find(({ kind, language }) => kind === "OFFICIAL" && language === "ar");
	if (official === undefined) throw new Error(`the outlet ${slug} has no official Arabic name`);
	return { slug, sortName: official.folded };
}

function articleRow(article: CorpusArticle): Unnumbered<Prisma.ArticleCreateManyInput> {
	const { slug, title, body, language, direction, publisherSlug, documentFileName, published } =
		article;
	return {
		slug,
		title,
		sortTitle: fold(title ?? slug),
		body,
		language,
		direction,
		publisherSlug,
		documentFileName,
		...publishedColumns(published),
	};
}

function statementRow(
	article: CorpusArticle,
	statement: CorpusStatement,
): Unnumbered<Prisma.StatementCreateManyInput> {
	const {
		slug,
		position,
		kind,
		act,
		text,
		language,
		direction,
		parentSlug,
		occasionSlug,
		said,
		review,
	} = statement;
	return {
		slug,
		articleSlug: article.slug,
		position,
		kind,
		act,
		text,
		language,
		direction,
		spans: statement.spans.map((span) => ({ ...span })),
		quotes: statement.quotes.map((span) => ({ ...span })),
		cue: toJson(statement.cue),
		attributions: toJsonArray(statement.attributions),
		addressees: toJsonArray(statement.addressees),
		relays: toJsonArray(statement.relays),
		locations: toJsonArray(statement.locations),
		parentSlug,
		occasionSlug,
		saidEdtf: said.edtf,
		saidEarliest: toDay(said.earliest),
		saidLatest: toDay(said.latest),
		saidPrecision: said.precision,
		saidBasis: said.basis,
		saidEvidence: toJson(said.evidence),
		saidNote: said.note,
		publishedEarliest: toDay(article.published.earliest),
		reviewStatus: review.status,
		reviewMethod: review.method,
		reviewConfidence: review.confidence,
	};
}

function documentRows({ documents }: CheckedCorpus): Pick<Tables, "document" | "documentSegment"> {
	return {
		document: documents.map(({ fileName, sha256, text }) => ({ fileName, sha256, text })),
		documentSegment: documents.flatMap(({ fileName, segments }) =>
			numbered(segments, { documentFileName: fileName }).map((segment) => ({
				...segment,
				span: { ...segment.span },
			})),
		),
	};
}

function locationRows(
	{ locations }: CheckedCorpus,
	counts: ReadonlyMap<string, number>,
): Pick<Tables, "location" | "locationName" | "locationAncestor"> {
	return {
		location: locations
			.toSorted((a, b) => a.ancestors.length - b.ancestors.length)
			.map(({ names: _names, ancestors: _ancestors, ...location }) => ({
				...location,
				statementCount: counts.get(location.slug) ?? 0,
			})),
		locationName: locations.flatMap(({ slug, names }) => numbered(names, { locationSlug: slug })),
		locationAncestor: locations.flatMap(({ slug, ancestors }) =>
			[slug, ...ancestors].map((ancestorSlug, distance) => ({
				descendantSlug: slug,
				ancestorSlug,
				distance,
			})),
		),
	};
}

function speakerRows(
	{ speakers }: CheckedCorpus,
	counts: ReadonlyMap<string, number>,
): Pick<Tables, "speaker" | "speakerName" | "office"> {
	return {
		speaker: speakers.map(({ slug, kind, wikidataId, sortName }) => ({
			slug,
			kind,
			wikidataId,
			sortName,
			statementCount: counts.get(slug) ?? 0,
		})),
		speakerName: speakers.flatMap(({ slug, names }) => numbered(names, { speakerSlug: slug })),
		office: speakers.flatMap(({ slug, offices }) =>
			numbered(offices, { speakerSlug: slug }).map((office) => ({
				...office,
				startDate: toDay(office.startDate),
				endDate: toDay(office.endDate),
			})),
		),
	};
}

function occasionRows({ occasions }: CheckedCorpus): Pick<Tables, "occasion"> {
	return {
		occasion: occasions.map(({ date, ...occasion }) => ({
			...occasion,
			dateEdtf: date.edtf,
			dateEarliest: toDay(date.earliest),
			dateLatest: toDay(date.latest),
			datePrecision: date.precision,
			dateBasis: date.basis,
			dateNote: date.note,
		})),
	};
}

function articleRows({
	articles,
}: CheckedCorpus): Pick<Tables, "article" | "creditedSource" | "articleLocation" | "statement"> {
	return {
		article: articles.map(articleRow),
		creditedSource: articles.flatMap(({ slug, creditedSources }) =>
			numbered(creditedSources, { articleSlug: slug }),
		),
		articleLocation: articles.flatMap(({ slug, locations }) =>
			numbered(locations, { articleSlug: slug }).map((row) => ({
				...row,
				mention: { ...row.mention },
			})),
		),
		statement: articles.flatMap((article) =>
			article.statements.map((statement) => statementRow(article, statement)),
		),
	};
}

/**
 * The rows of a corpus. Counts are of curated statements, which is what every list
 * shows unless drafts are asked for; a statement with a place in two roles counts once.
 */
export function toTables(corpus: CheckedCorpus): Tables {
	const statements = corpus.articles.flatMap((article) => article.statements);
	const curated = statements.filter(({ review }) => review.status === "CURATED");
	const bySpeaker = countBy(
		curated.flatMap(({ attributions }) => attributions.map(({ speakerSlug }) => speakerSlug)),
	);
	const byLocation = countBy(
		curated.flatMap(({ locations }) => [
			...new Set(locations.map(({ locationSlug }) => locationSlug)),
		]),
	);
	return {
		...documentRows(corpus),
		publisher: corpus.publishers.map(publisherRow),
		publisherName: corpus.publishers.flatMap(({ slug, names }) =>
			numbered(names, { publisherSlug: slug }).map(({ folded: _folded, ...row }) => row),
		),
		...locationRows(corpus, byLocation),
		...speakerRows(corpus, bySpeaker),
		...occasionRows(corpus),
		...articleRows(corpus),
		...linkRows(corpus.articles),
		...searchRows(corpus),
	};
}
