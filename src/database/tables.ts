import type {
	CheckedCorpus,
	CorpusArticle,
	CorpusDate,
	CorpusPublisher,
	CorpusStatement,
} from "../curation/corpus.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import { fold } from "../text/fold.ts";
import { type ReviewStatus, statusesIn, statusOfArticle } from "./drafted.ts";
import { numbered, toDay, toJson, toJsonArray } from "./row-values.ts";

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
}

type StatusOf = ReturnType<typeof statusesIn>;

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

function publisherRow(
	{ slug, names }: CorpusPublisher,
	statusOf: StatusOf,
): Unnumbered<Prisma.PublisherCreateManyInput> {
	const official = names.find(({ kind, language }) => kind === "OFFICIAL" && language === "ar");
	if (official === undefined) throw new Error(`the outlet ${slug} has no official Arabic name`);
	return { slug, sortName: official.folded, reviewStatus: statusOf("publisher", slug) };
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
		reviewStatus: statusOfArticle(article),
	};
}

/** The statement that one is inside of. A curated one is inside of no draft: nobody has confirmed that it is one. */
function parentSlugOf({ statements }: CorpusArticle, { parentSlug, review }: CorpusStatement) {
	if (parentSlug === null) return null;
	const parent = statements.find(({ slug }) => slug === parentSlug);
	return review.status === "CURATED" && parent?.review.status === "DRAFT" ? null : parentSlug;
}

function statementRow(
	article: CorpusArticle,
	statement: CorpusStatement,
): Unnumbered<Prisma.StatementCreateManyInput> {
	const { slug, position, kind, act, text, language, direction, occasionSlug, said, review } =
		statement;
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
		parentSlug: parentSlugOf(article, statement),
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
	countsOf: (slug: string) => Counts,
	statusOf: StatusOf,
): Pick<Tables, "location" | "locationName" | "locationAncestor"> {
	return {
		location: locations
			.toSorted((a, b) => a.ancestors.length - b.ancestors.length)
			.map(({ names: _names, ancestors: _ancestors, ...location }) => ({
				...location,
				...countsOf(location.slug),
				reviewStatus: statusOf("location", location.slug),
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
	countsOf: (slug: string) => Counts,
	statusOf: StatusOf,
): Pick<Tables, "speaker" | "speakerName" | "office"> {
	return {
		speaker: speakers.map(({ slug, kind, wikidataId, sortName }) => ({
			slug,
			kind,
			wikidataId,
			sortName,
			...countsOf(slug),
			reviewStatus: statusOf("speaker", slug),
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

function occasionRows({ occasions }: CheckedCorpus, statusOf: StatusOf): Pick<Tables, "occasion"> {
	return {
		occasion: occasions.map(({ date, ...occasion }) => ({
			...occasion,
			dateEdtf: date.edtf,
			dateEarliest: toDay(date.earliest),
			dateLatest: toDay(date.latest),
			datePrecision: date.precision,
			dateBasis: date.basis,
			dateNote: date.note,
			reviewStatus: statusOf("occasion", occasion.slug),
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

/** How many statements a row has, drafts by themselves. */
type Counts = Pick<Prisma.SpeakerCreateManyInput, "statementCount" | "draftStatementCount">;

/** Counts statements by the slugs that each has. */
function counted(
	{ articles }: CheckedCorpus,
	slugsOf: (statement: CorpusStatement) => readonly string[],
): (slug: string) => Counts {
	const statements = articles.flatMap((article) => article.statements);
	const count = (status: ReviewStatus) =>
		countBy(statements.filter(({ review }) => review.status === status).flatMap(slugsOf));
	const [curated, drafts] = [count("CURATED"), count("DRAFT")];
	return (slug) => ({
		statementCount: curated.get(slug) ?? 0,
		draftStatementCount: drafts.get(slug) ?? 0,
	});
}

/**
 * The rows of a corpus. Statements are counted apart from drafts, which no list shows
 * unless they are asked for; a statement with a place in two roles counts once.
 */
export function toTables(corpus: CheckedCorpus): Tables {
	const statusOf = statusesIn(corpus);
	const ofSpeaker = counted(corpus, ({ attributions }) =>
		attributions.map(({ speakerSlug }) => speakerSlug),
	);
	const ofLocation = counted(corpus, ({ locations }) => [
		...new Set(locations.map(({ locationSlug }) => locationSlug)),
	]);
	return {
		...documentRows(corpus),
		publisher: corpus.publishers.map((publisher) => publisherRow(publisher, statusOf)),
		publisherName: corpus.publishers.flatMap(({ slug, names }) =>
			numbered(names, { publisherSlug: slug }).map(({ folded: _folded, ...row }) => row),
		),
		...locationRows(corpus, ofLocation, statusOf),
		...speakerRows(corpus, ofSpeaker, statusOf),
		...occasionRows(corpus, statusOf),
		...articleRows(corpus),
	};
}
