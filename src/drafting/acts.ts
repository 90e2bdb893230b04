import { fold } from "../text/fold.ts";
import type { DraftStatement } from "./draft.ts";
import { ON } from "./letters.ts";
import { readLexicon } from "./lexicon.ts";
import type { Proposal } from "./proposal.ts";
import type { Token, TokenisedText } from "./tokens.ts";

type Act = DraftStatement["act"];
type Where = "begins" | "has" | "says" | "wish";

interface Words {
	readonly act: Act;
	readonly where: Where;
	/** Folded. */
	readonly words: readonly string[];
}

const THAT = "\u0627\u0646";
const LONGEST_WISH = 1;
/** "Will" with the verb of the first person, written together. */
const I_OR_WE_WILL = /^\u0633[\u0627\u0646](?!\u0648\u0627\u062a|\u0647$).{3,}/u;
const QUESTION_MARKS = /[?\u061f]/u;
const SENTENCE_ENDS = /[.!]/u;

// The lexicon's own test holds its acts against the curation format.
const contentActs: readonly Words[] = readLexicon("content-acts").map(
	([act = "", where = "", words = ""]) => ({
		act: act as Act,
		where: where as Where,
		words: fold(words).split(" "),
	}),
);

function standAt(tokens: readonly Token[], index: number, words: readonly string[]): boolean {
	return words.every((word, position) => tokens[index + position]?.folded === word);
}

/** Where a content begins, and each quotation in it. */
function beginnings(text: TokenisedText, { content }: Proposal): number[] {
	const quoted = text.quotations
		.filter(({ firstToken }) => firstToken > content.start && firstToken < content.end)
		.map(({ firstToken }) => firstToken);
	const first = text.tokens[content.start];
	return [first?.isWord === false ? content.start + 1 : content.start, ...quoted];
}

/** Whether a verb demands only where its content does: it may as well stress what is so. */
function stresses({ cue }: Proposal): boolean {
	return cue.form?.verb.act === "DEMAND" && cue.form.verb.frames.has("quote");
}

function fits(text: TokenisedText, proposal: Proposal, { where, words }: Words): boolean {
	const { start, end, kind } = proposal.content;
	const begins = beginnings(text, proposal).slice(0, where === "begins" ? undefined : LONGEST_WISH);
	if (where === "wish" && !stresses(proposal)) return false;
	if ((where === "says" || where === "has") && kind !== "DIRECT") return false;
	if (where !== "has") return begins.some((index) => standAt(text.tokens, index, words));
	for (let index = start; index < end; index += 1)
		if (standAt(text.tokens, index, words)) return true;
	return false;
}

/** "That it is on X to …" is a duty; "that he is on …" is none. */
function isDuty({ tokens }: TokenisedText, { cue, content }: Proposal): boolean {
	const isThat = cue.opening === "THAT" && tokens[content.start - 1]?.folded === THAT;
	return isThat && tokens[content.start]?.folded === ON;
}

/** Whether all that is said is one question. */
function isQuestion(text: TokenisedText, { content }: Proposal): boolean {
	if (content.kind !== "DIRECT") return false;
	const { start, end } = content.range;
	const words = text.text.slice(start, end + 1);
	return QUESTION_MARKS.test(words.slice(-2)) && !SENTENCE_ENDS.test(words);
}

function isPromise(text: TokenisedText, { content }: Proposal): boolean {
	return content.kind === "DIRECT" && I_OR_WE_WILL.test(text.tokens[content.start]?.folded ?? "");
}

/** Whether it is an answer, a comment that somebody refuses, and not a claim. */
function refusesToSpeak(text: TokenisedText, { cue, content }: Proposal): boolean {
	if (cue.form?.verb.frames.has("claim") !== true) return false;
	const behind = text.tokens.slice(cue.end, content.end);
	return contentActs
		.filter(({ act, where }) => act === "DECLINE_TO_COMMENT" && where === "begins")
		.some(({ words }) => behind.some((_, index) => standAt(behind, index, words)));
}

/**
 * What somebody does by saying something: what his verb says, made more exact by what is said.
 * Verbs that are exact by themselves (announced, denied) keep their act.
 */
export function actOf(text: TokenisedText, proposal: Proposal): Act {
	const act = proposal.cue.form?.verb.act ?? "ASSERT";
	if (refusesToSpeak(text, proposal)) return "DECLINE_TO_COMMENT";
	const found = contentActs.find((words) => fits(text, proposal, words));
	if (act !== "ASSERT" && !stresses(proposal)) return act;
	if (found !== undefined && found.where !== "begins") return found.act;
	if (found?.act === "DEMAND" || isDuty(text, proposal)) return "DEMAND";
	if (isPromise(text, proposal)) return "PROMISE";
	return isQuestion(text, proposal) ? "QUESTION" : "ASSERT";
}
