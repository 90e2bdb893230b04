import { type FoldedText, fold } from "./fold.ts";
import { escapePattern } from "./pattern.ts";
import type { Range } from "./span.ts";

// The letters that Arabic writes together with the word that follows, and its article.
const WAW = "\u0648";
const FEH = "\u0641";
const BEH = "\u0628";
const KAF = "\u0643";
const LAM = "\u0644";
const ARTICLE = "\u0627\u0644";

/**
 * A name with what may be attached before it: and, so; with, as, for; "for the" is
 * written as one, with two lams even where the name has a third.
 */
function patternOf(foldedName: string): string {
	const joined = `[${WAW}${FEH}]?[${BEH}${KAF}${LAM}]?${escapePattern(foldedName)}`;
	if (!foldedName.startsWith(ARTICLE)) return joined;
	const rest = foldedName.slice(ARTICLE.length);
	const forThe = rest.startsWith(LAM) ? LAM : LAM + LAM;
	return `(?:${joined}|[${WAW}${FEH}]?${forThe}${escapePattern(rest)})`;
}

/** What the forms of one name fold to, and the pattern that finds them with what is attached. */
interface NamePattern {
	readonly forms: readonly string[];
	readonly pattern: RegExp;
}

/** Patterns by the forms of a name, as the same names are looked for in many texts; emptied when it holds this many. */
const LARGEST_MEMORY = 10_000;
const memory = new Map<string, NamePattern>();

function compiled(names: readonly string[]): NamePattern {
	const key = names.join("\n");
	const known = memory.get(key);
	if (known !== undefined) return known;
	if (memory.size >= LARGEST_MEMORY) memory.clear();
	const forms = names.map(fold).filter((name) => name !== "");
	const longestFirst = forms.toSorted((a, b) => b.length - a.length);
	const pattern = new RegExp(
		`(?<![\\p{L}\\p{N}])(?:${longestFirst.map(patternOf).join("|")})(?![\\p{L}\\p{N}])`,
		"gu",
	);
	const made = { forms, pattern };
	memory.set(key, made);
	return made;
}

/** What stands in a text wherever a form does: all of it, or what "for the" leaves of its article. */
function core(form: string): string {
	return form.startsWith(ARTICLE) ? form.slice(ARTICLE.length) : form;
}

/**
 * Every place where a name stands in a text, in any spelling that folds to the
 * same, alone or with the particles that Arabic attaches to a word.
 *
 * @param text the text, folded once for all the names that are looked for in it
 * @param names the forms of one name; white space in them matches white space
 * @returns ranges of the original text, attached particles included
 */
export function findNames(text: FoldedText, names: readonly string[]): Range[] {
	const { forms, pattern } = compiled(names);
	// Most names stand in no text: to see that costs far less than to run the pattern.
	if (!forms.some((form) => text.text.includes(core(form)))) return [];
	return [...text.text.matchAll(pattern)].map((match) => ({
		start: text.starts[match.index] ?? 0,
		end: text.ends[match.index + match[0].length - 1] ?? 0,
	}));
}
