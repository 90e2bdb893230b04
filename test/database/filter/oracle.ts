import type {
	CheckedCorpus,
	CorpusArticle,
	CorpusDate,
	CorpusLocation,
	CorpusSpeaker,
	CorpusStatement,
} from "../../../src/curation/corpus.ts";
import type {
	ArticleFilter,
	DateRange,
	LocationFilter,
	LocationRefFilter,
	RefFilter,
	ReviewFilter,
	ReviewStatus,
	SpeakerFilter,
	StatementFilter,
	ValueFilter,
} from "../../../src/database/filter/inputs.ts";
import { draftsOf } from "../drafted-oracle.ts";

// What every filter means, said once more in plain TypeScript over the checked corpus.
// A predicate is given where a field is; a row matches when every predicate is true.

type List<Value> = {
	eq?: Value | null;
	in?: readonly Value[] | null;
	notIn?: readonly Value[] | null;
};

/** Whether a row that has some values matches a filter of values. */
function listed<Value>(
	filter: List<Value> | null | undefined,
	has: (value: Value) => boolean,
): boolean {
	if (filter == null) return true;
	if (filter.eq != null && !has(filter.eq)) return false;
	if (filter.in != null && !filter.in.some(has)) return false;
	return filter.notIn == null || !filter.notIn.some(has);
}

function refersTo(
	filter: RefFilter | null | undefined,
	slugs: readonly (string | null)[],
): boolean {
	return listed(filter as List<string> | null | undefined, (slug) => slugs.includes(slug));
}

function isOneOf<Value>(filter: ValueFilter<Value> | null | undefined, value: Value): boolean {
	return listed(filter as List<Value> | null | undefined, (wanted) => wanted === value);
}

/** Whether one of some values matches what is wanted at once, and none what is not. */
function isAnyOf<Value>(
	filter: ValueFilter<Value> | null | undefined,
	values: readonly Value[],
): boolean {
	const { eq, in: some, notIn } = filter ?? {};
	return (
		values.some(
			(value) => (eq == null || value === eq) && (some == null || some.includes(value)),
		) && !values.some((value) => notIn?.includes(value))
	);
}

/** The first moment of a day, in UTC. */
function begin(day: string): number {
	return Date.parse(`${day}T00:00:00Z`);
}

function nextDay(day: string): number {
	return begin(day) + 86_400_000;
}

function lies(range: DateRange | null | undefined, date: CorpusDate): boolean {
	if (range?.from == null && range?.to == null) return true;
	if (date.earliest === null || date.latest === null) return false;
	return (
		(range.from == null || begin(date.earliest) >= range.from) &&
		(range.to == null || nextDay(date.latest) <= range.to)
	);
}

/** Whether some places with roles match; the roles of places that an article names are null. */
function placed(
	corpus: CheckedCorpus,
	filter: LocationRefFilter | null | undefined,
	places: readonly { locationSlug: string; role: string | null }[],
): boolean {
	const { role, within } = filter ?? {};
	const counted = places.filter((place) => role == null || place.role === role);
	const inside = ({ locationSlug }: { locationSlug: string }, slug: string) =>
		locationSlug === slug ||
		(within !== false &&
			corpus.locations.some(
				(location) => location.slug === locationSlug && location.ancestors.includes(slug),
			));
	if (role != null && filter?.eq == null && filter?.in == null && filter?.notIn == null)
		return counted.length > 0;
	return listed(filter as List<string> | null | undefined, (slug) =>
		counted.some((place) => inside(place, slug)),
	);
}

function matches(
	corpus: CheckedCorpus,
	filter: StatementFilter,
	article: CorpusArticle,
	statement: CorpusStatement,
): boolean {
	const { attributions, addressees, relays } = statement;
	const flags: readonly [unknown, unknown][] = [
		[filter.relayed, relays.length > 0],
		[filter.joint, attributions.some(({ role }) => role === "JOINT")],
		[filter.reviewStatus, statement.review.status],
	];
	return (
		flags.every(([wanted, found]) => wanted == null || wanted === found) &&
		(filter.reviewStatusIn?.includes(statement.review.status) ?? true) &&
		refersTo(
			filter.speaker,
			attributions.map(({ speakerSlug }) => speakerSlug),
		) &&
		refersTo(
			filter.addressee,
			addressees.map(({ speakerSlug }) => speakerSlug),
		) &&
		refersTo(
			filter.relay,
			relays.map(({ speakerSlug }) => speakerSlug),
		) &&
		(filter.attributionRole == null ||
			attributions.some(({ role }) => role === filter.attributionRole)) &&
		isAnyOf(
			filter.resolution,
			attributions.map(({ resolution }) => resolution),
		) &&
		isOneOf(filter.datePrecision, statement.said.precision) &&
		(filter.confidenceBelow == null ||
			(statement.review.confidence !== null &&
				statement.review.confidence < filter.confidenceBelow)) &&
		placed(corpus, filter.location, statement.locations) &&
		refersTo(filter.article, [article.slug]) &&
		refersTo(filter.publisher, [article.publisherSlug]) &&
		refersTo(filter.occasion, [statement.occasionSlug]) &&
		isOneOf(filter.kind, statement.kind) &&
		isOneOf(filter.act, statement.act) &&
		lies(filter.saidAt, statement.said) &&
		lies(filter.publishedAt, article.published) &&
		(filter.or == null ||
			filter.or.some((branch) => matches(corpus, branch, article, statement))) &&
		(filter.not == null || !matches(corpus, filter.not, article, statement))
	);
}

/** Whether a filter itself says which review it wants, not counting its alternatives. */
function saysReview({ reviewStatus, reviewStatusIn, not }: StatementFilter): boolean {
	return reviewStatus != null || reviewStatusIn != null || (not != null && namesReview(not));
}

function namesReview(filter: StatementFilter): boolean {
	return saysReview(filter) || (filter.or ?? []).some(namesReview);
}

/** Whether a statement is shown for a filter: a draft only where the filter, or an alternative for itself, speaks of the review. */
function isShown(
	corpus: CheckedCorpus,
	filter: StatementFilter,
	article: CorpusArticle,
	statement: CorpusStatement,
): boolean {
	if (saysReview(filter)) return matches(corpus, filter, article, statement);
	const alternatives = filter.or ?? [];
	if (alternatives.some(namesReview))
		return (
			matches(corpus, { ...filter, or: null }, article, statement) &&
			alternatives.some((alternative) => isShown(corpus, alternative, article, statement))
		);
	return statement.review.status === "CURATED" && matches(corpus, filter, article, statement);
}

/** The statements that match, in the order of POSITION. */
export function matchingStatements(
	corpus: CheckedCorpus,
	filter: StatementFilter | null | undefined,
): CorpusStatement[] {
	return corpus.articles.flatMap((article) =>
		article.statements.filter((statement) => isShown(corpus, filter ?? {}, article, statement)),
	);
}

/** Whether a filter wants a status; of a filter that says nothing, only what is curated. */
function wants(filter: ReviewFilter | null | undefined, status: ReviewStatus): boolean {
	const { reviewStatus = null, reviewStatusIn = null } = filter ?? {};
	if (reviewStatus === null && reviewStatusIn === null) return status === "CURATED";
	return (
		(reviewStatus === null || reviewStatus === status) &&
		(reviewStatusIn === null || reviewStatusIn.includes(status))
	);
}

/** Whether a filter wants something by its status. */
function wantsRow(
	filter: ReviewFilter | null | undefined,
	drafts: ReadonlySet<string>,
	row: string,
): boolean {
	return wants(filter, drafts.has(row) ? "DRAFT" : "CURATED");
}

/** The articles that match, by slug. */
export function matchingArticles(
	corpus: CheckedCorpus,
	filter: ArticleFilter | null | undefined,
): CorpusArticle[] {
	const { publisher, speaker, location, publishedAt } = filter ?? {};
	const drafts = draftsOf(corpus);
	return corpus.articles.filter((article) => {
		const asked = article.statements.filter(({ review }) => wants(filter, review.status));
		const speakers = asked.flatMap(({ attributions }) =>
			attributions.map(({ speakerSlug }) => speakerSlug),
		);
		const places =
			location?.role == null
				? article.locations.map(({ locationSlug }) => ({ locationSlug, role: null }))
				: asked.flatMap(({ locations }) => locations);
		return (
			wantsRow(filter, drafts, `article ${article.slug}`) &&
			refersTo(publisher, [article.publisherSlug]) &&
			refersTo(speaker, speakers) &&
			placed(corpus, location, places) &&
			lies(publishedAt, article.published)
		);
	});
}

/** How many curated statements a speaker has. */
export function countOfSpeaker(corpus: CheckedCorpus, slug: string): number {
	return matchingStatements(corpus, { speaker: { eq: slug } }).length;
}

/** How many curated statements are linked to a place itself. */
export function countOfLocation(corpus: CheckedCorpus, slug: string): number {
	return matchingStatements(corpus, { location: { eq: slug, within: false } }).length;
}

/** The speakers that match, by slug. */
export function matchingSpeakers(
	corpus: CheckedCorpus,
	filter: SpeakerFilter | null | undefined,
): CorpusSpeaker[] {
	const { kind, hasStatements } = filter ?? {};
	const drafts = draftsOf(corpus);
	return corpus.speakers.filter(
		(speaker) =>
			wantsRow(filter, drafts, `speaker ${speaker.slug}`) &&
			(kind == null || speaker.kind === kind) &&
			(hasStatements == null || countOfSpeaker(corpus, speaker.slug) > 0 === hasStatements),
	);
}

/** The places that match, by slug. */
export function matchingLocations(
	corpus: CheckedCorpus,
	filter: LocationFilter | null | undefined,
): CorpusLocation[] {
	const { kind, within, hasStatements } = filter ?? {};
	const drafts = draftsOf(corpus);
	return corpus.locations.filter(
		({ slug, kind: own, ancestors }) =>
			wantsRow(filter, drafts, `location ${slug}`) &&
			(kind == null || own === kind) &&
			(within == null || slug === within || ancestors.includes(within)) &&
			(hasStatements == null || countOfLocation(corpus, slug) > 0 === hasStatements),
	);
}
