import { describe, expect, test } from "vitest";
import { jointMentions } from "../../../src/drafting/source/joint.ts";
import { briefMentionIn, mentionIn } from "../../../src/drafting/source/mention.ts";
import { readText } from "../proposed.ts";

function words(body: string, find: typeof mentionIn): string | null {
	const { text } = readText(body);
	const found = find(text, 1, text.tokens.length);
	if (found === null) return null;
	return body.slice(text.tokens[found.start]?.start, text.tokens[found.end - 1]?.end);
}

describe("the words that name who speaks, behind a verb", () => {
	test.each([
		["an office and a name", "قال وزير النقل سامي خوري أمس", "وزير النقل سامي خوري"],
		["up to that", "قال الوزير إن العمل مستمر", "الوزير"],
		["behind an adverb", "قال أيضا الوزير سامي خوري أمس", "الوزير سامي خوري"],
		["behind an adverb of two words", "قال من جهته الوزير سامي خوري أمس", "الوزير سامي خوري"],
		["an apposition", "قال سامي خوري، وزير النقل، أمس", "سامي خوري، وزير النقل"],
		[
			"a name in no lexicon, behind its office",
			"قال وزير النقل، ديفونتي ستيفانو، إن العمل مستمر",
			"وزير النقل، ديفونتي ستيفانو",
		],
		["a comma that goes on with something else", "قال سامي خوري، والمدينة هادئة", "سامي خوري"],
		["brackets", "قال الوزير (سامي خوري) أمس", "الوزير (سامي خوري)"],
		["a name between marks", "قالت صحيفة «النهار» أمس", "صحيفة «النهار»"],
		["an initial", "قال سامي ج. خوري أمس", "سامي ج. خوري"],
		[
			"a preposition in the office",
			"قال المتحدث باسم الوزارة سامي خوري أمس",
			"المتحدث باسم الوزارة سامي خوري",
		],
		["a source near something", "قال مصدر في الوزارة أمس", "مصدر في الوزارة"],
		["not to whom it is said", "قال الوزير للصحافيين أمس", "الوزير"],
		["none: whom it is said to", "قال للصحافيين أمس", null],
		["none: an adverb", "قال بوضوح أمس", null],
		["none: what is said", "أكد أهمية العمل", null],
	])("%s", (_, body, expected) => {
		expect(words(body, mentionIn)).toBe(expected);
	});

	test.each([
		["a title with its name", "وصف الوزير سامي خوري المشروع", "الوزير سامي خوري"],
		["a noun with the adjective of its country", "وصف الوزير الفرنسي المشروع", "الوزير الفرنسي"],
		["an office without a name", "وصف رئيس البرلمان المشروع", "رئيس البرلمان"],
		["one word", "وصف الوزير المشروع", "الوزير"],
		["the name of a body", "وصفت وزارة النقل المشروع", "وزارة النقل"],
	])("in brief: %s", (_, body, expected) => {
		expect(words(body, briefMentionIn)).toBe(expected);
	});

	test.each([
		["two persons", "سامي خوري وكريم نجار", ["سامي خوري", "وكريم نجار"]],
		["two states", "فرنسا وألمانيا", ["فرنسا", "وألمانيا"]],
		["a state of two words", "فرنسا والولايات المتحدة", ["فرنسا", "والولايات المتحدة"]],
		[
			"two offices",
			"الوزير سامي خوري والنائب كريم نجار",
			["الوزير سامي خوري", "والنائب كريم نجار"],
		],
		["behind an office of several", "الوزيران، سامي خوري وكريم نجار", ["سامي خوري", "وكريم نجار"]],
		["one who has two offices", "وزير النقل والصحة سامي خوري", ["وزير النقل والصحة سامي خوري"]],
		["a noun that begins with the letter", "وزارة النقل", ["وزارة النقل"]],
	])("together: %s", (_, body, expected) => {
		const { text } = readText(body);
		const parts = jointMentions(text, { start: 0, end: text.tokens.length });
		expect(
			parts.map(({ start, end }) =>
				body.slice(text.tokens[start]?.start, text.tokens[end - 1]?.end),
			),
		).toEqual(expected);
	});
});
