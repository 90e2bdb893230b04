import { type FoldedText, foldWithMap } from "../../text/fold.ts";
import { findNames } from "../../text/names.ts";
import type { Span } from "../../text/span.ts";
import { textOf } from "../corpus.ts";
import { quoteForMessage } from "../diagnostic.ts";
import type { NamesEntry } from "../format/authorities.ts";
import type { Path } from "../format/yaml.ts";
import type { LocatedArticle, LocatedCorpus, LocatedStatement } from "../located.ts";
import type { Report, Rule } from "../rule.ts";

/** An entry of an authority file, by which it is told what words name. */
export interface Named {
	readonly slug: string;
	readonly names: NamesEntry;
	/** For a place: what it lies in. */
	readonly parent?: string | undefined;
}

/** A mention that must not name somebody or some place else. */
interface Mention {
	readonly span: Span;
	readonly slug: string;
	readonly path: Path;
	/** Whether it must have a name in it, and not only no wrong one. */
	readonly strict: boolean;
}

function namesOf({ names }: Named): string[] {
	return Object.values(names).flatMap(({ official, alias = [], spelling = [], epithet = [] }) => [
		...(official === undefined ? [] : [official]),
		...alias,
		...spelling,
		...epithet,
	]);
}

/** Whether words have a name of an entry in them. */
export function isNamed(text: FoldedText, entry: Named): boolean {
	return findNames(text, namesOf(entry)).length > 0;
}

/** Whether a place lies in another one, so that its own name may have the other's in it. */
function liesIn(place: Named, other: Named, known: readonly Named[]): boolean {
	// Places that lie in a circle are at fault elsewhere; here the way must only end.
	const way = new Set<Named>();
	let parent = known.find(({ slug }) => slug === place.parent);
	while (parent !== undefined && parent !== other && !way.has(parent)) {
		way.add(parent);
		const next = parent.parent;
		parent = known.find(({ slug }) => slug === next);
	}
	return parent === other;
}

function speakerMentions({ entry, path, ...found }: LocatedStatement): Mention[] {
	const mention = (
		list: string,
		spans: readonly (Span | null)[],
		slugs: readonly (string | undefined)[],
		strict: (index: number) => boolean,
	): Mention[] =>
		slugs.flatMap((slug, index) => {
			const span = spans[index];
			return slug === undefined || span == null
				? []
				: [{ span, slug, path: [...path, list, index, "mention"], strict: strict(index) }];
		});
	const isName = (index: number) =>
		["NAMED", "HEADLINE"].includes(entry.speakers[index]?.resolution ?? "");
	return [
		...mention(
			"speakers",
			found.mentions,
			entry.speakers.map(({ speaker }) => speaker),
			isName,
		),
		...mention(
			"addressees",
			found.addresseeMentions,
			(entry.addressees ?? []).map(({ speaker }) => speaker),
			() => false,
		),
		...mention(
			"relays",
			found.relayMentions,
			(entry.relays ?? []).map(({ speaker }) => speaker),
			() => true,
		),
	];
}

function placeMentions(article: LocatedArticle): Mention[] {
	const places = (article.source.value.places ?? []).flatMap(({ location }, index): Mention[] => {
		const span = article.places[index];
		return span == null
			? []
			: [{ span, slug: location, path: ["places", index, "mention"], strict: false }];
	});
	const ofStatements = article.statements.flatMap(({ entry, path, locationMentions }) =>
		(entry.locations ?? []).flatMap(({ location }, index): Mention[] => {
			const span = locationMentions[index];
			return span == null
				? []
				: [{ span, slug: location, path: [...path, "locations", index, "mention"], strict: false }];
		}),
	);
	return [...places, ...ofStatements];
}

/**
 * Holds the words of a mention against the entry that it is linked to.
 *
 * @param strict whether the words must have a name of it in them
 * @returns null where they may mean it; or else the slugs that they name instead, none
 * where they name nobody
 */
export function namedInstead(
	words: string,
	entry: Named,
	known: readonly Named[],
	strict: boolean,
): string[] | null {
	const folded = foldWithMap(words);
	if (isNamed(folded, entry)) return null;
	const others = known
		.filter((other) => isNamed(folded, other) && !liesIn(entry, other, known))
		.map(({ slug }) => slug);
	return others.length === 0 && !strict ? null : others;
}

function checkMention(
	article: LocatedArticle,
	mention: Mention,
	known: readonly Named[],
	report: Report,
): void {
	const entry = known.find(({ slug }) => slug === mention.slug);
	if (entry === undefined) return;
	const text = textOf(article, article.document, mention.span.source);
	const words = text.slice(mention.span.start, mention.span.end);
	const others = namedInstead(words, entry, known, mention.strict);
	if (others === null) return;
	const found = others.length === 0 ? "none" : `a name of ${others.join(", ")}`;
	report(
		article.source.at(mention.path),
		`expected a name of ${mention.slug} in ${quoteForMessage(words)}, found ${found}; correct the slug or the words, or add the name to the authority file`,
	);
}

/**
 * A mention names the one that it is linked to. Words that name somebody or some
 * place else are refused everywhere; words without any name (his counterpart, the
 * country) are taken where they may stand for a name.
 */
export const mentionsName: Rule = {
	name: "mentions-name",
	check({ articles, speakers, locations }: LocatedCorpus, report) {
		for (const article of articles) {
			for (const mention of article.statements.flatMap(speakerMentions))
				checkMention(article, mention, speakers?.value ?? [], report);
			for (const mention of placeMentions(article))
				checkMention(article, mention, locations?.value ?? [], report);
		}
	},
};
