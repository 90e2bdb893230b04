import type { Cue } from "../cues/cue.ts";
import type { According } from "../cues/find-according.ts";
import { formOf, verbForms } from "../cues/verbs.ts";
import { FROM, OUT_OF, RELAYED } from "../letters.ts";
import { sentenceStart } from "../sentence.ts";
import { mentionIn } from "../source/mention.ts";
import type { Stretch } from "../source/stretch.ts";
import type { TokenisedText } from "../tokens.ts";
import { bareWord, nouns } from "../words.ts";
import { subjectBefore } from "./subject.ts";

/** "Ascribed … to", as the lexicon has it: nasaba. */
const ASCRIBING = "\u0646\u0633\u0628";
/** "Quoting", in the accusative: naqlan. */
const QUOTING = "\u0646\u0642\u0644\u0627";
/** "To": ila. */
const TO = "\u0627\u0644\u064a";

/** Who passes on and who speaks, in the frame of the verb of relaying; tokens. */
export interface RelayFrame {
	readonly relay: Stretch | null;
	readonly source: Stretch | null;
}

/** Whether a cue is a verb of learning, behind which stands from whom. */
function isLearning(cue: Cue): boolean {
	return cue.form?.verb.frames.has("learned") === true;
}

/** Whether a cue is a verb of relaying or ascribing. */
export function isRelaying(cue: Cue): boolean {
	return cue.form?.verb.lemma === RELAYED || cue.form?.verb.lemma === ASCRIBING;
}

/** Whether a word leads to who speaks: "from", or "to" behind the verb of ascribing. */
function isFrom({ tokens }: TokenisedText, cue: Cue, index: number): boolean {
	if (isLearning(cue)) return tokens[index]?.folded === OUT_OF;
	const ascribes = cue.form?.verb.lemma === ASCRIBING;
	return tokens[index]?.folded === (ascribes ? TO : FROM);
}

/** Whether a word is the noun of a reporting verb: "relayed his saying". */
function isSaying(text: TokenisedText, index: number): boolean {
	return verbForms.get(text.tokens[index]?.folded ?? "")?.form === "NOUN";
}

/** "X mentioned, quoting from Y": X passes on what Y said. */
function quotingFrom(text: TokenisedText, cue: Cue): RelayFrame | null {
	for (let index = cue.end; index < cue.marker; index += 1) {
		if (text.tokens[index]?.folded !== QUOTING || text.tokens[index + 1]?.folded !== FROM) continue;
		return {
			relay: mentionIn(text, cue.end, index) ?? subjectBefore(text, cue),
			source: mentionIn(text, index + 2, cue.marker),
		};
	}
	return null;
}

/** "X relayed from Y his saying: «…»", with the noun as the cue. */
function relayedSaying(text: TokenisedText, cue: Cue): RelayFrame | null {
	const start = sentenceStart(text, cue.start);
	const words = text.tokens.slice(start, cue.start);
	const verb = start + words.findLastIndex((token) => formOf(token)?.verb.lemma === RELAYED);
	const from = start + words.findLastIndex(({ folded }) => folded === FROM);
	if (verb < start || from <= verb) return null;
	return { relay: mentionIn(text, verb + 1, from), source: mentionIn(text, from + 1, cue.start) };
}

/** Reads "X relayed from Y", or "X mentioned, quoting from Y"; null where X is the speaker himself. */
export function readRelayFrame(text: TokenisedText, cue: Cue): RelayFrame | null {
	if (cue.form?.form === "NOUN") return relayedSaying(text, cue);
	if (!isRelaying(cue) && !isLearning(cue)) return quotingFrom(text, cue);
	let from = cue.end;
	while (from < cue.marker && !isFrom(text, cue, from) && !isSaying(text, from)) from += 1;
	if (from >= cue.marker) return null;
	return {
		relay: mentionIn(text, cue.end, from),
		source: mentionIn(text, from + 1, cue.marker),
	};
}

/** Whether who passes something on is an outlet or a source, and not somebody who moves a thing. */
export function isOutlet(text: TokenisedText, mention: Stretch | null): boolean {
	const head = text.tokens[mention?.start ?? -1];
	if (head === undefined) return false;
	return (
		nouns.media.has(bareWord(head.folded)) ||
		nouns.anonymous.has(bareWord(head.folded)) ||
		!head.isWord
	);
}

/** The sources that are credited in the sentence of a cue. */
export function creditsOf(
	text: TokenisedText,
	accordings: readonly According[],
	cue: Cue,
): According[] {
	const sentence = text.tokens[cue.start]?.sentence;
	return accordings.filter((according) => text.tokens[according.start]?.sentence === sentence);
}
