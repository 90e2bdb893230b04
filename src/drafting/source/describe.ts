import type { Resolution, SpeakerKind } from "../draft.ts";
import { openedAt, wordsInside } from "../quotations.ts";
import type { Token, TokenisedText } from "../tokens.ts";
import {
	bareWord,
	grammar,
	hasArticle,
	isHead,
	nouns,
	withoutArticle,
	withoutConjunction,
	withoutPreposition,
} from "../words.ts";
import { withoutAnd, withoutAttached } from "./attached.ts";
import { type Entities, type Entity, latest } from "./entities.ts";
import { byTitle, titleWords } from "./epithet.ts";
import { isAnonymousHead, isBodyHead, isTitle } from "./heads.ts";
import { issuerOf } from "./issuer.ts";
import { isBareName } from "./name-parts.ts";
import { nameText, nameWords, wordsOfName } from "./names.ts";
import { findPersonName } from "./person-name.ts";
import type { Stretch } from "./stretch.ts";

/** Who a mention means. */
export interface Described {
	readonly name: string;
	readonly kind: SpeakerKind;
	readonly resolution: Resolution;
	readonly entity: Entity | null;
	/** A document that stands for who issued it: the previous speaker, where there is one. */
	readonly isDocument: boolean;
}

/** A mention that is to be described: its words, and what is known of the text. */
interface Mention {
	readonly text: TokenisedText;
	readonly stretch: Stretch;
	readonly words: readonly Token[];
	readonly head: Token | undefined;
	readonly entities: Entities;
}

function described(
	name: string,
	kind: SpeakerKind,
	resolution: Resolution,
	entity: Entity | null = null,
): Described {
	return { name, kind, resolution, entity, isDocument: false };
}

function isMediaHead(token: Token | undefined): boolean {
	const folded = token?.folded ?? "";
	const word = isHead(folded) ? folded : withoutConjunction(folded);
	return [withoutPreposition(word, "l") ?? word, word].some((form) =>
		nouns.media.has(withoutArticle(form)),
	);
}

function kindOfBody(head: Token | undefined): SpeakerKind {
	return isMediaHead(head) ? "MEDIA" : "ORGANIZATION";
}

/** The whole mention as a name. */
function wholeName({ text, words, head }: Mention): string {
	return withoutAttached(nameText(text.text, words), head);
}

/** Words without brackets; a single word between two is left out with them. */
function withoutBrackets(words: readonly Token[]): Token[] {
	return words.filter(({ text: mark }, index) => {
		if (mark === "(" || mark === ")") return false;
		return !(words[index - 1]?.text === "(" && words[index + 1]?.text === ")");
	});
}

/** The words of a name without "and" before the first, where a given name is left: joined with another's. */
function wordsWithoutAnd([first = "", ...others]: readonly string[]): string[] {
	const bare = withoutConjunction(first);
	const isJoined = !nouns.givenName.has(first) && nouns.givenName.has(bare);
	return [isJoined ? bare : first, ...others];
}

/** A person by his name, with the offices that stand beside it. */
function personOf({ text, stretch, words, head, entities }: Mention): Described | null {
	if (!isTitle(head) && (isAnonymousHead(head) || isBodyHead(head))) return null;
	const plain = withoutBrackets(words);
	const found = findPersonName(plain);
	if (found === null) return null;
	const name = plain.slice(found.start, found.end);
	const entity = entities.add(
		withoutAnd(nameText(text.text, name), name[0]),
		wordsWithoutAnd(nameWords(name)),
		"PERSON",
		titleWords([...plain.slice(0, found.start), ...plain.slice(found.end)]),
		stretch.start,
	);
	return described(entity.name, "PERSON", "NAMED", entity);
}

/** The name between marks: of an outlet, of a company. */
function quotedName(text: TokenisedText, { start, end }: Stretch): string | null {
	for (let index = start; index < end; index += 1) {
		const quotation = openedAt(text, index);
		if (quotation !== undefined && quotation.endToken < end)
			return nameText(text.text, wordsInside(text, quotation));
	}
	return null;
}

/** A person whose name stands between marks behind an office: with a given name, or two words. */
function quotedPersonOf({ text, stretch, words, head, entities }: Mention): Described | null {
	if (!isTitle(head)) return null;
	const last = words.at(-1);
	const quotation = text.quotations.find(({ endToken }) => endToken === stretch.end - 1);
	if (quotation === undefined || last?.isWord !== false) return null;
	const name = wordsInside(text, quotation);
	if (quotation.firstToken <= stretch.start || !isBareName(name)) return null;
	const office = words.slice(0, quotation.firstToken - 1 - stretch.start);
	const entity = entities.add(
		nameText(text.text, name),
		nameWords(name),
		"PERSON",
		titleWords(office),
		stretch.start,
	);
	return described(entity.name, "PERSON", "NAMED", entity);
}

/** A body or an outlet by its name between marks. */
function quotedOf({ text, stretch, head, entities }: Mention): Described | null {
	if (isTitle(head) || isAnonymousHead(head)) return null;
	const name = quotedName(text, stretch);
	if (name === null) return null;
	const kind = kindOfBody(head);
	const words = name.split(" ").map((word) => withoutArticle(word));
	const entity = entities.add(name, words, kind, [bareWord(head?.folded ?? "")], stretch.start);
	return described(entity.name, kind, "NAMED", entity);
}

/** What is written or said, which stands for whoever wrote or said it. */
function documentOf(mention: Mention): Described | null {
	const word = mention.head?.folded ?? "";
	if (!nouns.document.has(bareWord(word))) return null;
	return {
		...described(wholeName(mention), "ORGANIZATION", "EPITHET"),
		isDocument: grammar.communique.has(word) && mention.words.length === 1,
	};
}

/** Whoever has an office, without a name; somebody unnamed. */
function epithetOf(mention: Mention): Described | null {
	const { head, words, entities, stretch } = mention;
	if (isTitle(head)) {
		const entity = byTitle(words, entities, stretch.start);
		if (entity !== null) return described(entity.name, entity.kind, "EPITHET", entity);
	}
	if (isAnonymousHead(head)) return described(wholeName(mention), "ANONYMOUS", "EPITHET");
	return isTitle(head) ? described(wholeName(mention), "PERSON", "EPITHET") : null;
}

/** The body that a single noun with the article means: the last one that has the noun. */
function bodyMeant({ words, stretch, entities }: Mention, { folded }: Token): Entity | null {
	const word = isHead(folded) ? folded : withoutConjunction(folded);
	if (words.length > 1 || !hasArticle(word)) return null;
	const bare = bareWord(folded);
	const same = entities.all.filter(
		(entity) => entity.kind !== "PERSON" && (entity.words[0] === bare || entity.titles.has(bare)),
	);
	return latest(same, stretch.start);
}

/** A body or an outlet by the noun for it and the words behind that. */
function bodyOf(mention: Mention): Described | null {
	const { head, stretch, entities } = mention;
	if (head === undefined || !isBodyHead(head)) return null;
	const meant = bodyMeant(mention, head);
	if (meant !== null) return described(meant.name, meant.kind, "EPITHET", meant);
	const name = wholeName(mention);
	const titles = [bareWord(head.folded)];
	const entity = entities.add(name, wordsOfName(name), kindOfBody(head), titles, stretch.start);
	return described(entity.name, entity.kind, "NAMED", entity);
}

/** Whoever the article has named with these words before, with or without "and" attached. */
function knownOf({ words, stretch, entities }: Mention): Described | null {
	const name = nameWords(words);
	const known =
		entities.find(name, stretch.start) ??
		entities.find(name.map(withoutConjunction), stretch.start);
	if (known === null) return null;
	known.positions.push(stretch.start);
	return described(known.name, known.kind, "NAMED", known);
}

/** Whoever nothing is known of: several words with the article are a group. */
function unknown(mention: Mention): Described {
	const isGroup = mention.words.length > 1 && hasArticle(mention.head?.folded ?? "");
	return described(wholeName(mention), isGroup ? "GROUP" : "PERSON", "NAMED");
}

/**
 * Tells who is meant by the words of a mention, as the article names him in full.
 *
 * @param entities whom the article names; new names are added
 */
export function describeMention(
	text: TokenisedText,
	stretch: Stretch,
	entities: Entities,
): Described {
	const issuer = issuerOf(text, stretch);
	if (issuer !== null) return { ...describeMention(text, issuer, entities), isDocument: false };
	const words = text.tokens.slice(stretch.start, stretch.end);
	const mention = { text, stretch, words, head: words[0], entities };
	return (
		personOf(mention) ??
		quotedPersonOf(mention) ??
		quotedOf(mention) ??
		documentOf(mention) ??
		epithetOf(mention) ??
		bodyOf(mention) ??
		knownOf(mention) ??
		unknown(mention)
	);
}
