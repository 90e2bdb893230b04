import { overlaps, type Range } from "../text/span.ts";
import type { DraftStatement } from "./draft.ts";
import { findDayWords } from "./extent/day-of.ts";
import type { Proposal } from "./proposal.ts";
import { tokensIn } from "./ranges.ts";
import type { TokenisedText } from "./tokens.ts";

/** Since, until: a day behind them is not that of the saying. */
const OTHER_DAY = new Set(["\u0645\u0646\u0630", "\u062d\u062a\u064a"]);
/** So far before the reporting word a day is looked for, in tokens. */
const FARTHEST_BEFORE = 5;
/** Between two words of one day: brackets, commas, "day". */
const BETWEEN = /^[\s()\u060c,-]*(?:\u064a\u0648\u0645[\s()]*)?$/u;

/** Words that tell a day, those that stand together as one. */
function daysIn(text: string, { start, end }: Range): Range[] {
	const found: Range[] = [];
	for (const range of findDayWords(text.slice(start, end), start)) {
		const last = found.at(-1);
		if (last !== undefined && BETWEEN.test(text.slice(last.end, range.start)))
			found.splice(-1, 1, { start: last.start, end: range.end });
		else found.push(range);
	}
	return found.map((range) => withBracket(text, range));
}

/** A bracket that opens among the words closes right behind them. */
function withBracket(text: string, { start, end }: Range): Range {
	const isOpen = text.slice(start, end).includes("(") && text.charAt(end) === ")";
	return { start, end: isOpen ? end + 1 : end };
}

function isOtherDay({ tokens }: TokenisedText, range: Range): boolean {
	const index = tokens.findIndex(({ start }) => start >= range.start);
	return OTHER_DAY.has(tokens[index - 1]?.folded ?? "");
}

function dayBetween(text: TokenisedText, from: number, to: number): Range | null {
	const first = text.tokens[from];
	const last = text.tokens[to - 1];
	if (first === undefined || last === undefined || to <= from) return null;
	const days = daysIn(text.text, { start: first.start, end: last.end });
	return days.find((range) => !isOtherDay(text, range)) ?? null;
}

/** The words right before the reporting word, but for marks: they must tell the day by themselves. */
function dayBefore(
	text: TokenisedText,
	{ cue }: Proposal,
	contents: readonly Range[],
): Range | null {
	const first = text.tokens[cue.start];
	if (first === undefined || cue.form?.form === "PARTICIPLE") return null;
	let from = cue.start;
	while (
		cue.start - from < FARTHEST_BEFORE &&
		text.tokens[from - 1]?.sentence === first.sentence &&
		text.tokens[from - 1]?.quotation === -1
	)
		from -= 1;
	const day = dayBetween(text, from, cue.start);
	if (day === null || !BETWEEN.test(text.text.slice(day.end, first.start))) return null;
	return contents.some((content) => overlaps(content, day)) ? null : day;
}

/**
 * The words that tell the day on which something was said: between the reporting word and what
 * is said, or right before the reporting word.
 *
 * @param contents what is said in the text: a day in it is not that of the saying
 * @returns null where no words tell it
 */
export function saidOn(
	text: TokenisedText,
	proposal: Proposal,
	contents: readonly Range[],
): Range | null {
	const { cue, content } = proposal;
	const to = content.start > cue.start ? Math.min(cue.marker, content.start) : cue.marker;
	return dayBetween(text, cue.end, to) ?? dayBefore(text, proposal, contents);
}

/** What goes on in the sentence of a statement whose day is told is said by the same one on that day. */
export function withInheritedDays(
	text: TokenisedText,
	statements: readonly DraftStatement[],
): DraftStatement[] {
	const sentenceOf = ({ cue }: DraftStatement) =>
		cue === null ? null : (text.tokens[tokensIn(text, cue).start]?.sentence ?? null);
	const speakerOf = ({ speakers }: DraftStatement) => speakers.map(({ name }) => name).join();
	return statements.map((statement, index) => {
		const before = statements
			.slice(0, index)
			.findLast((other) => sentenceOf(other) === sentenceOf(statement));
		const isSame = before !== undefined && speakerOf(before) === speakerOf(statement);
		return isSame && statement.saidOn === null
			? { ...statement, saidOn: before.saidOn }
			: statement;
	});
}
