import type { CorpusArticle, CorpusStatement } from "../../../src/curation/corpus.ts";
import {
	locationsFile,
	publishersFile,
	speakersFile,
} from "../../../src/curation/format/authorities.ts";
import { parseYaml } from "../../../src/curation/format/yaml.ts";
import type { AnnotateContext } from "../../../src/drafting/annotate/annotate.ts";
import type { DraftDocument } from "../../../src/drafting/annotate/texts.ts";
import type { Draft, DraftStatement } from "../../../src/drafting/draft.ts";
import type { PageArticle } from "../../../src/drafting/page.ts";
import { corpus, documentOf, files } from "../../curation/real-corpus.ts";

/** The text of a file of the real seed folder. */
export function seedText(file: string): string {
	return new TextDecoder().decode(files.get(file));
}

function entriesOf<Value>(source: { value: Value } | null): Value {
	if (source === null) throw new Error("the real authorities have a fault");
	return source.value;
}

const text = (name: string) => seedText(`authorities/${name}.yaml`);

/** The authorities of the real corpus. */
export const context: AnnotateContext = {
	speakers: entriesOf(parseYaml("speakers", text("speakers"), speakersFile).source),
	locations: entriesOf(parseYaml("locations", text("locations"), locationsFile).source),
	publishers: entriesOf(parseYaml("publishers", text("publishers"), publishersFile).source),
	slugFor: (wanted) => wanted,
};

/** A curated article of the real corpus, as the stages would hand it on. */
export interface CuratedPage {
	readonly document: DraftDocument;
	readonly page: PageArticle;
	readonly draft: Draft;
}

function nameOf(slug: string): string {
	return context.speakers.find((entry) => entry.slug === slug)?.names.ar.official ?? slug;
}

function toDraft(statement: CorpusStatement): DraftStatement {
	const source = (slug: string | null, mention: DraftStatement["cue"]) => ({
		name: nameOf(slug ?? ""),
		slug,
		kind: "PERSON" as const,
		mention,
	});
	return {
		kind: statement.kind,
		act: statement.act,
		content: statement.spans,
		quotes: statement.kind === "MIXED" ? statement.quotes : [],
		cue: statement.cue,
		speakers: statement.attributions.map(({ speakerSlug, mention, resolution, role }) => ({
			...source(speakerSlug, mention),
			resolution,
			role,
			office: null,
		})),
		via: statement.relays.map(({ speakerSlug, mention }) => source(speakerSlug, mention)),
		addressees: statement.addressees.map(({ speakerSlug, mention, description }) => ({
			...source(speakerSlug, mention),
			name: description === "" ? nameOf(speakerSlug ?? "") : description,
		})),
		places: statement.locations.flatMap(({ locationSlug, role, mention }) =>
			mention === null ? [] : [{ slug: locationSlug, role, mention }],
		),
		saidOn: null,
		parent: null,
		confidence: statement.review.confidence ?? 0.9,
		rule: "by-hand",
	};
}

/** What the stages would say of a curated article if they found all that its body says. */
export function curatedPage(article: CorpusArticle): CuratedPage {
	const { fileName, sha256, text, segments } = documentOf(article);
	const body = segments.filter(({ kind }) => kind === "BODY");
	const own = (words: string) => words !== "" && article.body.includes(words);
	const page: PageArticle = {
		title: article.title,
		body: article.body,
		segments: segments
			.filter(
				({ kind, span }) =>
					(kind !== "BODY" && kind !== "HEADLINE") ||
					own(text.slice(span.start, span.end)) ||
					text.slice(span.start, span.end) === article.title,
			)
			.map(({ kind, span }) => ({ kind, start: span.start, end: span.end })),
		published: null,
		publisher: null,
	};
	if (body.length === 0) throw new Error("an article without a body");
	const bodily = article.statements.filter(({ spans }) => spans[0]?.source === "BODY");
	const draft: Draft = {
		statements: bodily.map(toDraft),
		otherQuotations: [],
		places: [],
	};
	return { document: { fileName, sha256, text }, page, draft };
}

/** The articles that have a document of their own. */
export const curated: readonly CuratedPage[] = corpus.articles
	.filter(
		({ documentFileName }) =>
			corpus.articles.filter((other) => other.documentFileName === documentFileName).length === 1,
	)
	.map(curatedPage);
