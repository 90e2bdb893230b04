import type { CorpusArticle, CorpusStatement } from "../../../src/curation/corpus.ts";
import type { Draft, DraftStatement } from "../../../src/drafting/draft.ts";
import { draftArticle } from "../../../src/drafting/draft-article.ts";
import { matchStatements } from "../../../src/drafting/evaluate/score.ts";
import { corpus, yamlOf } from "../../curation/real-corpus.ts";
import { context } from "../annotate/curated.ts";

/** How many of what is curated a draft has, how many it has that are not curated. */
export interface Count {
	right: number;
	missing: number;
	wrong: number;
}

/** What of drafts is held against the curation. */
export const DETAILS = [
	"speakers",
	"resolutions",
	"roles",
	"offices",
	"acts",
	"relays",
	"addressees",
	"statement places",
	"places with their role",
	"days",
	"parents",
	"article places",
	"other quotations",
] as const;
export type Detail = (typeof DETAILS)[number];
export type Figures = Record<Detail, Count>;

function draftOf(article: CorpusArticle): Draft {
	const { earliest, latest } = article.published;
	const day = earliest === latest ? earliest : null;
	return draftArticle({ title: article.title, body: article.body }, { ...context, day });
}

function count(total: Count, curated: readonly string[], drafted: readonly string[]): void {
	const [known, proposed] = [new Set(curated), new Set(drafted)];
	for (const one of known) total[proposed.has(one) ? "right" : "missing"] += 1;
	for (const one of proposed) if (!known.has(one)) total.wrong += 1;
}

/** The details of a statement: curated ones without words in the article are left out. */
function curatedDetails(statement: CorpusStatement, office: readonly string[]) {
	const { attributions, relays, addressees, locations, act } = statement;
	const places = locations.filter(({ mention }) => mention !== null);
	return {
		speakers: attributions.map(({ speakerSlug }) => speakerSlug),
		resolutions: attributions.map(({ speakerSlug, resolution }) => `${speakerSlug} ${resolution}`),
		roles: attributions.map(({ speakerSlug, role }) => `${speakerSlug} ${role}`),
		offices: office,
		acts: [act],
		relays: relays.map(({ speakerSlug }) => speakerSlug),
		addressees: addressees.map(({ speakerSlug, description }) => speakerSlug ?? description),
		"statement places": places.map(({ locationSlug }) => locationSlug),
		"places with their role": places.map(({ locationSlug, role }) => `${locationSlug} ${role}`),
	};
}

function draftedDetails({ speakers, via, addressees, places, act }: DraftStatement) {
	return {
		speakers: speakers.map(({ slug, name }) => slug ?? name),
		resolutions: speakers.map(({ slug, resolution }) => `${slug} ${resolution}`),
		roles: speakers.map(({ slug, role }) => `${slug} ${role}`),
		offices: speakers.flatMap(({ office }) => office ?? []),
		acts: [act],
		relays: via.map(({ slug, name }) => slug ?? name),
		addressees: addressees.map(({ slug, name }) => slug ?? name),
		"statement places": places.map(({ slug }) => slug),
		"places with their role": places.map(({ slug, role }) => `${slug} ${role}`),
	};
}

/** The drafted statement of each curated one of the body; undefined where none was found. */
function pairs(
	{ body }: CorpusArticle,
	curated: readonly CorpusStatement[],
	drafted: readonly DraftStatement[],
): (number | undefined)[] {
	const matches = matchStatements(
		body,
		curated.map(({ kind, spans }) => ({ kind, content: spans, speakers: [] })),
		drafted.map(({ kind, content }) => ({ kind, content, speakers: [] })),
	);
	return curated.map((_, index) => matches.find(({ reference }) => reference === index)?.proposal);
}

/** Holds the details of one statement against its curation, those that link it aside. */
function measureDetails(
	known: ReturnType<typeof curatedDetails>,
	proposed: ReturnType<typeof draftedDetails>,
	figures: Figures,
	onFault: (fault: string) => void,
): void {
	for (const detail of Object.keys(known) as (keyof typeof known)[]) {
		count(figures[detail], known[detail], proposed[detail]);
		const [one, other] = [known[detail], proposed[detail]].map((list) => list.toSorted().join());
		if (one !== other) onFault(`${detail}: ${one} | ${other}`);
	}
}

function measureDay(
	article: CorpusArticle,
	statement: CorpusStatement,
	drafted: DraftStatement,
	total: Count,
): void {
	if (statement.said.earliest === article.published.earliest) return;
	const curated = statement.said.earliest === null ? [] : ["day"];
	count(total, curated, drafted.saidOn === null ? [] : ["day"]);
}

function measureStatements(
	article: CorpusArticle,
	{ statements }: Draft,
	figures: Figures,
	onFault: (fault: string) => void,
): void {
	const curated = article.statements.filter(({ spans }) => spans[0]?.source === "BODY");
	const yaml = yamlOf(article).statements.filter((entry) => entry.in !== "TITLE");
	const found = pairs(article, curated, statements);
	for (const [index, statement] of curated.entries()) {
		const drafted = statements[found[index] ?? -1];
		if (drafted === undefined) continue;
		const offices = yaml[index]?.speakers.flatMap(({ office }) => office ?? []) ?? [];
		measureDetails(curatedDetails(statement, offices), draftedDetails(drafted), figures, (fault) =>
			onFault(`${statement.slug} ${fault}`),
		);
		measureDay(article, statement, drafted, figures.days);
		const parent = curated.findIndex(({ slug }) => slug === statement.parentSlug);
		const nearest = parent < 0 ? [] : [String(found[parent])];
		count(figures.parents, nearest, drafted.parent === null ? [] : [String(drafted.parent)]);
	}
}

function measureQuotations(article: CorpusArticle, draft: Draft, figures: Figures): void {
	const words = (entry: string | { exact: string }) =>
		typeof entry === "string" ? entry : entry.exact;
	const curated = (yamlOf(article).otherQuotations ?? []).filter((entry) =>
		article.body.includes(`${words(entry.words)}`),
	);
	count(
		figures["other quotations"],
		curated.map((entry) => `${words(entry.words)} ${entry.reason}`),
		draft.otherQuotations.map(
			({ words: { start, end }, reason }) => `${article.body.slice(start, end)} ${reason}`,
		),
	);
}

/**
 * Holds the drafts of all curated articles against their curation.
 *
 * @param onFault is told each detail of a statement that is otherwise than curated
 */
export function measure(onFault: (fault: string) => void = () => {}): Figures {
	const figures = Object.fromEntries(
		DETAILS.map((detail) => [detail, { right: 0, missing: 0, wrong: 0 }]),
	) as Figures;
	for (const article of corpus.articles) {
		const draft = draftOf(article);
		measureStatements(article, draft, figures, onFault);
		count(
			figures["article places"],
			article.locations.map(({ locationSlug }) => locationSlug),
			draft.places.map(({ slug }) => slug),
		);
		measureQuotations(article, draft, figures);
	}
	return figures;
}
