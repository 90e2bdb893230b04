import { fold } from "../text/fold.ts";
import { ALEF, ARTICLE, BEH, FEH, HEH, KAF, LAM, TEH, WAW } from "./letters.ts";
import { readLexicon, readWords } from "./lexicon.ts";

const parts = new Map<string, Set<string>>();
for (const [part = "", word = ""] of readLexicon("function-words")) {
	const words = parts.get(part) ?? new Set<string>();
	parts.set(part, words.add(fold(word)));
}

function wordsOf(part: string): ReadonlySet<string> {
	const words = parts.get(part);
	if (words === undefined) throw new Error(`expected words for ${part} in function-words.txt`);
	return words;
}

/** Words of the grammar by the part that they play, folded; `lexicon/function-words.txt` explains each. */
export const grammar = {
	aboutIt: wordsOf("about-it"),
	according: wordsOf("according"),
	addressee: wordsOf("addressee"),
	adverbBefore: wordsOf("adverb-before"),
	antecedent: wordsOf("antecedent"),
	beforeSubjunctive: wordsOf("before-subjunctive"),
	break: wordsOf("break"),
	clauseOpener: wordsOf("clause-opener"),
	carrying: wordsOf("carrying"),
	claim: wordsOf("claim"),
	communique: wordsOf("communique"),
	connective: wordsOf("connective"),
	determiner: wordsOf("determiner"),
	ender: wordsOf("ender"),
	firstPerson: wordsOf("first-person"),
	governing: wordsOf("governing"),
	inIt: wordsOf("in-it"),
	had: wordsOf("had"),
	highness: wordsOf("highness"),
	issued: wordsOf("issued"),
	impersonal: wordsOf("impersonal"),
	mainVerb: wordsOf("main-verb"),
	negation: wordsOf("negation"),
	notReportingThat: wordsOf("not-reporting-that"),
	occasionNoun: wordsOf("occasion-noun"),
	onOccasion: wordsOf("on-occasion"),
	phrasePreposition: wordsOf("phrase-preposition"),
	placeNoun: wordsOf("place-noun"),
	prepositionPhrase: wordsOf("preposition-phrase"),
	relative: wordsOf("relative"),
	same: wordsOf("same"),
	strongEnder: wordsOf("strong-ender"),
	that: wordsOf("that"),
	preposition: wordsOf("preposition"),
	topic: wordsOf("topic"),
	turn: wordsOf("turn"),
	timeNoun: wordsOf("time-noun"),
	towards: wordsOf("towards"),
	voiced: wordsOf("voiced"),
	whileWord: wordsOf("while"),
	withThese: wordsOf("with-these"),
} as const;

/** With hamza the letters are the word's own: folding makes them look like the article. */
const WITH_HAMZA = /^[\u0622\u0623\u0625]\u0644/u;
const beginsLikeArticle: ReadonlySet<string> = new Set(
	["countries", "given-names", "organisation-heads"]
		.flatMap((name) => readLexicon(name))
		.map(([word = ""]) => word)
		.filter((word) => WITH_HAMZA.test(word))
		.map(fold),
);

/** Nouns by what they name, folded, without the article. */
export const nouns = {
	title: bare("title-heads"),
	honorific: readWords("honorifics"),
	organisation: bare("organisation-heads"),
	media: bare("media-heads"),
	anonymous: bare("anonymous-heads"),
	document: bare("document-heads"),
	nationality: readWords("place-nationalities"),
	country: readWords("countries"),
	givenName: readWords("given-names"),
	object: readWords("object-heads"),
} as const;

function bare(lexicon: string): ReadonlySet<string> {
	return new Set([...readWords(lexicon)].map(withoutArticle));
}

/** A folded word without its article. */
export function withoutArticle(word: string): string {
	return hasArticle(word) ? word.slice(ARTICLE.length) : word;
}

/** Whether a folded word begins with the article. */
export function hasArticle(word: string): boolean {
	return (
		word.startsWith(ARTICLE) && word.length > ARTICLE.length + 1 && !beginsLikeArticle.has(word)
	);
}

/** A folded word without "and" or "so" before it; the word itself where it begins with neither. */
export function withoutConjunction(word: string): string {
	return (word.startsWith(WAW) || word.startsWith(FEH)) && word.length > 2 ? word.slice(1) : word;
}

const heads = [nouns.title, nouns.organisation, nouns.media, nouns.anonymous, nouns.document];

/** Whether a folded word, without its article, is a noun that names who may speak. */
export function isHead(word: string): boolean {
	return heads.some((set) => set.has(withoutArticle(word)));
}

/** A folded word without conjunction and article; a noun that begins with the letter keeps it. */
export function bareWord(word: string): string {
	return withoutArticle(isHead(word) ? word : withoutConjunction(word));
}

/** Whether a folded word begins with "and" or "so", or with a letter that looks like it. */
export function hasConjunction(word: string): boolean {
	return word.startsWith(WAW) || word.startsWith(FEH);
}

/** Whether a folded word, with or without "and", is a verb behind which the noun of a reporting verb reports. */
export function isGoverning(word: string): boolean {
	// Wasala, "went on", begins with the letter of "and".
	return grammar.governing.has(word) || grammar.governing.has(withoutConjunction(word));
}

/** Prepositions that are one letter, written together with their noun. */
export type AttachedPreposition = "b" | "l" | "k";
const LETTERS: Readonly<Record<AttachedPreposition, string>> = { b: BEH, l: LAM, k: KAF };

/**
 * What is left of a folded word without a preposition of one letter; the article stays.
 *
 * @returns null where the word does not begin with it
 */
export function withoutPreposition(word: string, preposition: AttachedPreposition): string | null {
	const letter = LETTERS[preposition];
	if (!word.startsWith(letter) || word.length < 3) return null;
	// "for the" is written as two lams.
	if (preposition === "l" && word.startsWith(LAM + LAM)) return ARTICLE + word.slice(2);
	return word.slice(1);
}

// Pronouns written together with their noun: his, her, their, of both, our.
const PRONOUNS = ["\u0647\u0645\u0627", "\u0647\u0627", "\u0647\u0645", "\u0646\u0627", "\u0647"];

/** A folded noun without the pronoun behind it, and with the ending that the pronoun changed. */
export function withoutPronoun(word: string): string {
	const pronoun = PRONOUNS.find(
		(ending) => word.endsWith(ending) && word.length - ending.length >= 2,
	);
	if (pronoun === undefined) return word;
	const stem = word.slice(0, -pronoun.length);
	return stem.endsWith(TEH) ? stem.slice(0, -1) + HEH : stem;
}

/** A folded word without the alef that an indefinite noun has in the accusative. */
export function withoutAccusative(word: string): string {
	return word.endsWith(ALEF) && word.length > 4 ? word.slice(0, -1) : word;
}

/** Whether a folded word begins what is affirmed, denied or announced. */
export function isObjectHead(word: string): boolean {
	return (
		nouns.object.has(word) ||
		nouns.object.has(withoutPronoun(word)) ||
		// Indefinite, in the accusative.
		(word.endsWith(ALEF) && nouns.object.has(word.slice(0, -1)))
	);
}

/** Whether a folded word without its article is the adjective of the United States, in either spelling. */
export function isAmerican(word: string): boolean {
	return /^\u0627\u0645[\u0631\u064a]+\u0643\u064a\u0647?$/u.test(word);
}

/** The adjective of a country or town with its article: al-…i, al-…iyya. */
const NISBA = /^\u0627\u0644.+\u064a\u0647?$/u;

/** Whether a folded word has the article and the form of an adjective that says from where somebody is. */
export function isNisba(word: string): boolean {
	return NISBA.test(word);
}
