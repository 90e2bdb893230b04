import { IN, OUT_OF, RELAYED, SHADDA } from "../letters.ts";
import { isSentenceStart, sentenceStart } from "../sentence.ts";
import { isAnonymousHead, isBodyHead, isTitle } from "../source/heads.ts";
import { mentionIn } from "../source/mention.ts";
import { findPersonName } from "../source/person-name.ts";
import { isSourceLike } from "../source/source-like.ts";
import type { Token, TokenisedText } from "../tokens.ts";
import {
	grammar,
	hasArticle,
	hasConjunction,
	isGoverning,
	nouns,
	withoutArticle,
	withoutConjunction,
	withoutPronoun,
} from "../words.ts";
import type { Found } from "./cue.ts";
import { formOf, type VerbForm, verbForms } from "./verbs.ts";

const MAKSURA_AT_END = /\u0649\p{M}*$/u;
/** "Between" is written like the verb "made clear": bayna, bayyana. */
const BETWEEN = "\u0628\u064a\u0646";
/** "Here" is written like the verb "congratulated" without its hamza: huna, hanna'a. */
const HERE = "\u0647\u0646\u0627";
/** "In answer" is written like the dual of "answered": raddan, radda. */
const ANSWERING = /^\u0648?\u0631\u062f\u0627$/u;
const ALEF_WITH_HAMZA = "\u0623";
/** "Saying of", without a pronoun: qawl, bi-qawl. */
const SAYING_OF = /^\u0628?\u0642\u0648\u0644$/u;
const NUMBER = /^\p{N}/u;
/** Numerals from eleven on, behind which stands what is counted: ashar, ishrun, mi'a. */
const TENS =
	/(?:\u0639\u0634\u0631\u0629?|(?:\u0639\u0634\u0631|\u062b\u0644\u0627\u062b|\u0623\u0631\u0628\u0639|\u062e\u0645\u0633|\u0633\u062a|\u0633\u0628\u0639|\u062b\u0645\u0627\u0646|\u062a\u0633\u0639)(?:\u0648\u0646|\u064a\u0646))$/u;
/** "What" before a verb, alone or with a preposition: ma, bima, fima, mimma, amma. */
export const WHAT_ALONE_OR_WITH = /^(?:[\u0645\u0628\u0641\u0639].?)?\u0645\u0627$/u;
/** So many tokens behind a participle, or a verbal noun, its report begins. */
const NEAR = 12;
const NEAR_SAYING = 8;
const NEAR_NOUN = 2;
/** So many tokens behind who speaks "that" stands at most, where a noun reports. */
const NEAR_SPEAKER = 8;
/** Farther away nothing is the content of a verb whose subject is left out. */
const FARTHEST_WITHOUT_SUBJECT = 18;

/** Whether what a verb says is denied, or is not said yet. */
export function isSubjunctiveOrDenied(
	{ tokens }: TokenisedText,
	index: number,
	form: VerbForm,
): boolean {
	const before = tokens[index - 1]?.folded ?? "";
	if (grammar.negation.has(before)) return true;
	return form.form === "IMPERFECT" && grammar.beforeSubjunctive.has(before);
}

/** Whether the spelling can be this verb: words that only look like it are left out. */
function isSpelledSo(token: Token, form: VerbForm, found: Found): boolean {
	if (ANSWERING.test(token.folded)) return false;
	if (form.endsWithMaksura && !MAKSURA_AT_END.test(token.text)) return found.opening === "THAT";
	if (withoutConjunction(token.folded) === BETWEEN && !token.text.includes(SHADDA))
		return found.opening === "THAT" && hasConjunction(token.folded);
	if (withoutConjunction(token.folded) === HERE) return token.text.includes(ALEF_WITH_HAMZA);
	return true;
}

/** Whether a word stands behind a preposition or "any": then it is a noun that is spelled like a verb. */
function isNounThere({ tokens }: TokenisedText, index: number, form: VerbForm): boolean {
	if (form.form !== "PERFECT" || hasConjunction(tokens[index]?.folded ?? "")) return false;
	return grammar.determiner.has(tokens[index - 1]?.folded ?? "");
}

/** Whether a participle is what is counted: "ten accused". */
function isCounted({ tokens }: TokenisedText, index: number, form: VerbForm): boolean {
	const before = tokens[index - 1]?.text ?? "";
	return form.form === "PARTICIPLE" && (NUMBER.test(before) || TENS.test(before));
}

/** Whether a form can report: participles are adjectives too, and do so behind a comma, or with the report close behind. */
function canReport(text: TokenisedText, index: number, form: VerbForm, found: Found): boolean {
	if (isNounThere(text, index, form) || isCounted(text, index, form)) return false;
	if (form.form !== "PARTICIPLE" || form.gender === "MASCULINE") return true;
	const before = text.tokens[index - 1];
	const isClose = found.opening !== "NOMINAL" && found.marker - index <= NEAR;
	return isClose || before?.isWord !== true || isSentenceStart(text, index);
}

/** Whether a verb has who speaks right before what is said behind it: "which the minister promised to". */
function namesSourceBehind(text: TokenisedText, index: number, found: Found): boolean {
	const mention = mentionIn(text, index + 1, found.marker);
	return mention !== null && mention.end === found.marker && isSourceLike(text, mention);
}

/** A verb in a clause about a noun reports only what somebody has said, and said before. */
function saysMoreAboutNoun(
	text: TokenisedText,
	index: number,
	form: VerbForm,
	found: Found,
): boolean {
	const before = text.tokens[index - 1];
	if (before === undefined) return false;
	if (WHAT_ALONE_OR_WITH.test(before.folded) && form.form === "IMPERFECT") return true;
	if (!grammar.antecedent.has(before.folded)) return false;
	if (form.form === "IMPERFECT") return true;
	return found.opening === "NOMINAL" && !namesSourceBehind(text, index, found);
}

/** Whether nobody is named between a verb and what it reports. */
function isWithoutSubject(text: TokenisedText, index: number, found: Found): boolean {
	return mentionIn(text, index + 1, found.marker) === null;
}

/** Whether it is only said that something is said: "it was mentioned that", dhukira anna. */
function isImpersonal(text: TokenisedText, index: number, found: Found): boolean {
	const word = withoutConjunction(text.tokens[index]?.folded ?? "");
	return grammar.impersonal.has(word) && isWithoutSubject(text, index, found);
}

function isFarWithoutSubject(text: TokenisedText, index: number, found: Found): boolean {
	return found.marker - index > FARTHEST_WITHOUT_SUBJECT && isWithoutSubject(text, index, found);
}

/** The words of the sentence before a position, folded, the nearest first. */
function wordsBefore(text: TokenisedText, index: number): string[] {
	return text.tokens
		.slice(sentenceStart(text, index), index)
		.map(({ folded }) => folded)
		.toReversed();
}

/** Whether "saying of" stands behind a verb of relaying that governs it: "relayed the saying of". */
function isRelayed(text: TokenisedText, index: number): boolean {
	const relayed = wordsBefore(text, index).find(
		(word) => verbForms.get(withoutConjunction(word))?.verb.lemma === RELAYED,
	);
	return relayed !== undefined && isGoverning(relayed);
}

/** Whether the noun "saying" reports: close behind it, and not about another's words in general. */
function sayingReports(text: TokenisedText, index: number, found: Found): boolean {
	const isBare = SAYING_OF.test(text.tokens[index]?.folded ?? "");
	if (isBare && !isRelayed(text, index)) return false;
	return found.opening !== "NOMINAL" && found.marker - index <= NEAR_SAYING;
}

/** Whether another form of a reporting verb stands between a noun and "that", which then has it. */
function isParted({ tokens }: TokenisedText, index: number, found: Found): boolean {
	return tokens.slice(index + 1, found.marker).some((token) => formOf(token) !== null);
}

/** Whether a verbal noun names by itself who says "that": "the announcement of the ministry that", "his announcement that". */
function announces(text: TokenisedText, index: number, found: Found): boolean {
	const word = text.tokens[index]?.folded ?? "";
	if (found.opening !== "THAT" || isParted(text, index, found)) return false;
	if (withoutPronoun(word) !== word && found.marker === index + 1) return true;
	const mention = mentionIn(text, index + 1, found.marker);
	if (mention?.start !== index + 1 || found.marker - mention.end > NEAR_SPEAKER) return false;
	return isSourceLike(text, mention);
}

/** Whether a verb of repeating or relaying stands before a noun in its sentence. */
function isGovernedBefore(text: TokenisedText, index: number): boolean {
	return wordsBefore(text, index).some(isGoverning);
}

/** Whether a verbal noun behind a preposition names who warns of something: "after the fund's warning of". */
function tellsWhose(text: TokenisedText, index: number, found: Found): boolean {
	const before = text.tokens[index - 1]?.folded ?? "";
	if (found.opening !== "NOMINAL" || found.marker === found.content) return false;
	if (!grammar.preposition.has(before) && !grammar.break.has(before)) return false;
	const mention = mentionIn(text, index + 1, found.marker);
	if (mention?.start !== index + 1 || mention.end !== found.marker) return false;
	const words = text.tokens.slice(mention.start, mention.end);
	return (
		isTitle(words[0]) ||
		isBodyHead(words[0]) ||
		nouns.country.has(words[0]?.folded ?? "") ||
		findPersonName(words) !== null
	);
}

/**
 * Whether a verbal noun reports: of "say" mostly, of others where a verb of repeating or relaying
 * governs it, or where it names who says "that".
 */
function nounReports(text: TokenisedText, index: number, form: VerbForm, found: Found): boolean {
	if (form.form !== "NOUN") return true;
	if (form.verb.frames.has("quote") && form.verb.frames.size === 2)
		return !isParted(text, index, found) && sayingReports(text, index, found);
	if (hasArticle(text.tokens[index]?.folded ?? ""))
		return found.marker - index <= NEAR_NOUN && isGovernedBefore(text, index);
	if (announces(text, index, found) || tellsWhose(text, index, found)) return true;
	if (found.marker - index > NEAR_NOUN) return false;
	return isGovernedBefore(text, index);
}

/** Whether what is written speaks, as verbs need it of which a person is no subject. */
function documentSpeaks({ tokens }: TokenisedText, index: number, { verb }: VerbForm): boolean {
	const isInside = verb.frames.has("inside");
	if (!isInside && !verb.frames.has("document")) return true;
	if (isInside && tokens[index + 1]?.folded !== IN) return false;
	const head = tokens[index + (isInside ? 2 : 1)]?.folded ?? "";
	return nouns.document.has(withoutArticle(head));
}

/** Whether somebody learned it from a source, as verbs need it that tell of learning. */
function isLearnedFromSource(
	text: TokenisedText,
	index: number,
	form: VerbForm,
	found: Found,
): boolean {
	if (!form.verb.frames.has("learned")) return true;
	for (let from = index + 1; from < found.marker; from += 1) {
		if (text.tokens[from]?.folded !== OUT_OF) continue;
		const source = text.tokens[from + 1];
		return isAnonymousHead(source) || isTitle(source) || isBodyHead(source);
	}
	return false;
}

/** Whether a form of a reporting verb, with the content that was found, reports what somebody said. */
export function isReport(
	text: TokenisedText,
	index: number,
	form: VerbForm,
	found: Found,
): boolean {
	const token = text.tokens[index];
	return (
		token !== undefined &&
		isSpelledSo(token, form, found) &&
		canReport(text, index, form, found) &&
		documentSpeaks(text, index, form) &&
		isLearnedFromSource(text, index, form, found) &&
		!isImpersonal(text, index, found) &&
		!saysMoreAboutNoun(text, index, form, found) &&
		!isFarWithoutSubject(text, index, found) &&
		nounReports(text, index, form, found)
	);
}
