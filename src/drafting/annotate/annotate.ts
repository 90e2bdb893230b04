import type { ArticleFile, StatementEntry } from "../../curation/format/article.ts";
import type {
	LocationEntry,
	PublisherEntry,
	SpeakerEntry,
} from "../../curation/format/authorities.ts";
import { slugOf, untaken } from "../../text/romanise.ts";
import type { Draft } from "../draft.ts";
import type { PageArticle } from "../page.ts";
import { type ChosenStatement, chooseStatements } from "./choose.ts";
import { publishedDate } from "./dates.ts";
import { placeEntries } from "./places.ts";
import { printArticle } from "./print.ts";
import { otherQuotations } from "./quotations.ts";
import { segmentEntries } from "./segments.ts";
import { Sources } from "./sources.ts";
import { nameSources, type Surroundings, statementEntry } from "./statement.ts";
import { type DraftDocument, textsOf } from "./texts.ts";
import { type Verbatim, verbatimOf } from "./verbatim.ts";

/** The entries that an article may link to. */
export interface AnnotateContext {
	readonly speakers: readonly SpeakerEntry[];
	readonly locations: readonly LocationEntry[];
	readonly publishers: readonly PublisherEntry[];
	/** Gives an article its slug, near to the one that its headline makes, and its own alone. */
	slugFor(wanted: string): string;
}

/** The file of an article, and the entries that it links to and that are not there yet. */
export interface Annotated {
	readonly slug: string;
	/** Canonical. */
	readonly yaml: string;
	readonly speakers: readonly SpeakerEntry[];
	readonly publishers: readonly PublisherEntry[];
}

/** The longest slug of an article, in characters. */
const LONGEST_SLUG = 60;
/** Of an article without a headline so many words of the body make the slug. */
const WORDS_FOR_SLUG = 8;

type Unkeyed = Omit<StatementEntry, "key" | "parent">;

/** A statement that is written: its entry, and the one that it was made of. */
interface Written {
	readonly chosen: ChosenStatement;
	readonly verbatim: Verbatim;
	readonly entry: Unkeyed;
}

function keyOf({ speakers, act }: Unkeyed): string {
	return `${speakers[0]?.speaker ?? "unknown"}-${act.toLowerCase().replaceAll("_", "-")}`;
}

/** Keys for statements, in their order: speaker and act, with a number from the second on. */
function keysOf(entries: readonly Unkeyed[]): string[] {
	const keys = new Set<string>();
	for (const entry of entries) keys.add(untaken(keyOf(entry), (key) => keys.has(key)));
	return [...keys];
}

function withKeys(written: readonly Written[]): StatementEntry[] {
	const keys = keysOf(written.map(({ entry }) => entry));
	return written.map(({ chosen, entry }, index) => {
		const parent = chosen.parent === null ? undefined : keys[chosen.parent];
		return { key: keys[index] ?? "", ...entry, ...(parent === undefined ? {} : { parent }) };
	});
}

/** Writes the statements that can be written; where one cannot, those that are left are chosen anew. */
function writeStatements(draft: Draft, around: Surroundings): Written[] {
	const body = around.texts.body.text;
	const chosen = chooseStatements(body, draft.statements);
	const written = chosen.flatMap((one): Written[] => {
		const verbatim = verbatimOf(body, one);
		const entry = statementEntry(one, verbatim, around);
		return entry === null ? [] : [{ chosen: one, verbatim, entry }];
	});
	if (written.length === chosen.length) return written;
	const left = written.map(({ chosen: { draft } }) => ({ ...draft, parent: null }));
	return writeStatements({ ...draft, statements: left }, around);
}

/** The slug that the headline makes, or else the first words of the body. */
function wantedSlug({ title, body }: PageArticle): string {
	const words = title ?? body.split(/\s+/u).slice(0, WORDS_FOR_SLUG).join(" ");
	return slugOf(words, LONGEST_SLUG, "article");
}

/**
 * Writes the file of a drafted article, in which every rule of the checker holds. What of the
 * draft would break one is left out: the file is a proposal for a person to go on from.
 *
 * @param context the entries that there are; proposed ones of other articles among them
 * @throws Error where the page itself is at fault: parts that cut words, another body than its parts make
 */
export function annotate(
	document: DraftDocument,
	page: PageArticle,
	draft: Draft,
	context: AnnotateContext,
): Annotated {
	const texts = textsOf(document, page);
	const sources = new Sources(context);
	for (const chosen of chooseStatements(page.body, draft.statements)) nameSources(chosen, sources);
	const known = { speakers: sources.speakers, locations: context.locations };
	const places = placeEntries(draft, texts, known);
	const published = publishedDate(page, texts);
	const written = writeStatements(draft, {
		texts,
		sources,
		locations: context.locations,
		places: new Set(places.map(({ location }) => location)),
		published,
	});
	const verbatim = written.flatMap((one) => one.verbatim.spans);
	const quotations = otherQuotations(texts.title.text, page.body, verbatim, draft.otherQuotations);
	const outlet = page.publisher;
	const publisher =
		outlet === null ? null : sources.publisherOf(document.text.slice(outlet.start, outlet.end));
	const article: ArticleFile = {
		document: document.fileName,
		sha256: document.sha256,
		language: "ar",
		...(publisher === null ? {} : { publisher }),
		published: published.entry,
		review: { status: "DRAFT", method: "RULE" },
		segments: segmentEntries(page, texts),
		...(places.length === 0 ? {} : { places }),
		...(quotations.length === 0 ? {} : { otherQuotations: quotations }),
		statements: withKeys(written),
	};
	return {
		slug: context.slugFor(wantedSlug(page)),
		yaml: printArticle(
			article,
			written.map(({ chosen }) => chosen.draft.rule),
		),
		speakers: sources.proposedSpeakers,
		publishers: sources.proposedPublishers,
	};
}
