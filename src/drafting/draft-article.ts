import type { LocationEntry, SpeakerEntry } from "../curation/format/authorities.ts";
import type { Match } from "../curation/rules/places-linked.ts";
import type { Range } from "../text/span.ts";
import { actOf } from "./acts.ts";
import { addresseesOf } from "./addressees.ts";
import { ArticleSources } from "./authority/article-sources.ts";
import { confidenceOf } from "./confidence.ts";
import type { Draft, DraftStatement } from "./draft.ts";
import { ARTICLE } from "./letters.ts";
import { otherQuotationsOf } from "./other-quotations.ts";
import { compareReadingOrder, parentOf } from "./parents.ts";
import { findPlaces, placesOfArticle } from "./places.ts";
import type { Proposal } from "./proposal.ts";
import { propose } from "./propose.ts";
import { rangeOf } from "./ranges.ts";
import { saidOn, withInheritedDays } from "./said-on.ts";
import { Entities } from "./source/entities.ts";
import { findBodies } from "./source/find-bodies.ts";
import { findPersons, findTitled } from "./source/find-persons.ts";
import { placesOfStatement } from "./statement-places.ts";
import { type TokenisedText, tokenise } from "./tokens.ts";

/** What is known beside the article. */
export interface DraftContext {
	readonly speakers: readonly SpeakerEntry[];
	readonly locations: readonly LocationEntry[];
	/** The day of publication, YYYY-MM-DD; null where it is not known. */
	readonly day: string | null;
}

/** What the statements of an article are written with. */
interface Known {
	readonly text: TokenisedText;
	readonly sources: ArticleSources;
	/** Of the body. */
	readonly places: readonly Match[];
	/** The slugs of all cities. */
	readonly cities: ReadonlySet<string>;
	/** All that is said in the body. */
	readonly contents: readonly Range[];
}

function toStatement(
	{ text, sources, places, cities, contents }: Known,
	found: Proposal,
): DraftStatement {
	const isKnown = (name: string) => sources.isKnown(name);
	const addressees = addresseesOf(text, found, sources.behindSpeakers(found), isKnown).flatMap(
		(listener) => sources.apart(listener),
	);
	const proposal = sources.withoutListeners(found, addressees);
	const { cue, content } = proposal;
	const isOnly = proposal.speakers.length === 1;
	const speakers = proposal.speakers.map((speaker) => sources.speaker(speaker, isOnly));
	const mentions = speakers.flatMap(({ mention }) => mention ?? []);
	const said = { cue, content: [content.range] };
	return {
		kind: content.kind,
		act: actOf(text, proposal),
		content: said.content,
		quotes: content.kind === "MIXED" ? content.quotes : [],
		cue: rangeOf(text, { start: cue.start, end: cue.end }),
		speakers,
		via: sources.relays(proposal),
		addressees: addressees.map((listener) => sources.listener(listener)),
		places: placesOfStatement(text, said, mentions, places, cities),
		saidOn: saidOn(text, proposal, contents),
		parent: null,
		confidence: confidenceOf(cue.rule, proposal.speakers[0]?.resolution ?? "NAMED"),
		rule: cue.rule,
	};
}

/** The words of all personal names but the first of each: so they are called later. */
function surnames(entities: Entities): Set<string> {
	return new Set(
		entities.all
			.filter(({ kind }) => kind === "PERSON")
			.flatMap(({ words }) => words.slice(1).flatMap((word) => [word, ARTICLE + word])),
	);
}

/** What stands inside of a statement is passed on by whoever makes that one. */
function relaysOf({ speakers, via }: DraftStatement, outer: DraftStatement | undefined) {
	if (outer === undefined || via.length > 0) return via;
	const others = outer.speakers.filter(({ name }) => speakers.every((own) => own.name !== name));
	return others.map(({ name, slug, kind, mention }) => ({ name, slug, kind, mention }));
}

function withParents(statements: readonly DraftStatement[]): DraftStatement[] {
	const inOrder = statements.toSorted(compareReadingOrder);
	return inOrder.map((statement, index) => {
		const parent = parentOf(inOrder, index);
		const outer = inOrder[parent ?? -1];
		return { ...statement, parent, via: relaysOf(statement, outer) };
	});
}

/** The words that statements have as they were said. */
function verbatimOf(statements: readonly DraftStatement[]): Range[] {
	return statements.flatMap(({ kind, content, quotes }) => (kind === "DIRECT" ? content : quotes));
}

/**
 * Proposes the statements of an article.
 *
 * @param page its title and its body, in NFC
 */
export function draftArticle(
	{ title, body }: { readonly title: string | null; readonly body: string },
	context: DraftContext,
): Draft {
	const plain = tokenise(body);
	const entities = new Entities();
	findPersons(plain, entities);
	findTitled(plain, entities);
	const text = { ...plain, names: surnames(entities) };
	findBodies(text, entities);
	const proposals = propose(text, entities);
	const places = findPlaces(body, context);
	const sources = new ArticleSources(context.speakers, {
		title,
		text,
		entities,
		day: context.day,
	});
	const contents = proposals.map(({ content }) => content.range);
	const cities = new Set(
		context.locations.filter(({ kind }) => kind === "CITY").map(({ slug }) => slug),
	);
	const known = { text, sources, places, cities, contents };
	const headline = title ?? "";
	const drafted = proposals.map((proposal) => toStatement(known, proposal));
	const statements = withInheritedDays(text, withParents(drafted));
	return {
		statements,
		otherQuotations: otherQuotationsOf(text, verbatimOf(statements), (name) =>
			sources.isKnown(name),
		),
		places: placesOfArticle(
			{ text: headline, places: findPlaces(headline, context) },
			{ text: body, places },
		),
	};
}
