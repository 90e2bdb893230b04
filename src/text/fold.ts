/**
 * Folding: one spelling for all the ways a word is typed. Two texts that fold to
 * the same string count as the same words in look-ups; nothing folded is ever shown.
 *
 * What folds, and why: compatibility decomposition (Unicode Standard Annex 15)
 * separates hamza and madda from their carriers and opens presentation forms;
 * combining marks (harakat, shadda, dagger alef) are dropped, as are tatweel and
 * invisible format characters; alef wasla, alef maqsura, ta marbuta and the Persian
 * ya and kaf become their plain Arabic letters; Arabic-Indic digits become 0–9;
 * Latin letters become lower case; white space becomes one space.
 */

const ARABIC_TATWEEL = 0x0640;
const ARABIC_LETTER_ALEF = 0x0627;
const ARABIC_LETTER_HEH = 0x0647;
const ARABIC_LETTER_KAF = 0x0643;
const ARABIC_LETTER_YEH = 0x064a;

/** Letters that no decomposition unites, and the letter that they fold to. */
const FOLDED_LETTERS: ReadonlyMap<number, number> = new Map([
	[0x0671, ARABIC_LETTER_ALEF], // alef wasla
	[0x0629, ARABIC_LETTER_HEH], // teh marbuta
	[0x0649, ARABIC_LETTER_YEH], // alef maksura
	[0x06cc, ARABIC_LETTER_YEH], // Farsi yeh
	[0x06a9, ARABIC_LETTER_KAF], // keheh
]);

/** Code points of the two rows of Arabic digits, zero first. */
const DIGIT_ZEROS = [0x0660, 0x06f0];

const DROPPED = /[\p{M}\p{Cf}]/u;
const WHITE_SPACE = /\s/u;
/** What a mark typed by itself decomposes to, as the presentation forms of harakat do. */
const MARK_ON_SPACE = /^ \p{M}+$/u;

/** A folded text with the way back to the text that it came from. */
export interface FoldedText {
	readonly text: string;
	/** For each UTF-16 unit of the folded text: where its source character starts. */
	readonly starts: readonly number[];
	/** The same for where it ends, with the marks and all else dropped right after it. */
	readonly ends: readonly number[];
}

function foldCodePoint(codePoint: number): string {
	const letter = FOLDED_LETTERS.get(codePoint);
	if (letter !== undefined) return String.fromCodePoint(letter);
	if (codePoint === ARABIC_TATWEEL) return "";
	for (const zero of DIGIT_ZEROS)
		if (codePoint >= zero && codePoint <= zero + 9) return String(codePoint - zero);
	const character = String.fromCodePoint(codePoint);
	// Before white space, which for JavaScript has the byte order mark in it.
	if (DROPPED.test(character)) return "";
	return WHITE_SPACE.test(character) ? " " : character;
}

function decomposeAndFold(character: string): string {
	const decomposed = character.normalize("NFKD").toLowerCase().normalize("NFKD");
	if (MARK_ON_SPACE.test(decomposed)) return "";
	let folded = "";
	for (const part of decomposed) folded += foldCodePoint(part.codePointAt(0) ?? 0);
	return folded;
}

/** What characters fold to, as a text has few different ones; emptied when it holds this many. */
const LARGEST_MEMORY = 4096;
const memory = new Map<string, string>();

function foldCharacter(character: string): string {
	const known = memory.get(character);
	if (known !== undefined) return known;
	if (memory.size >= LARGEST_MEMORY) memory.clear();
	const folded = decomposeAndFold(character);
	memory.set(character, folded);
	return folded;
}

/**
 * Folds a text and keeps the way back, so that a match in the folded text can be
 * shown in the original.
 *
 * @returns the folded text; both maps count UTF-16 units
 */
export function foldWithMap(text: string): FoldedText {
	let folded = "";
	const starts: number[] = [];
	const ends: number[] = [];
	let offset = 0;
	// As if a space stood before the text: none is kept at its beginning.
	let wasSpace = true;
	for (const character of text) {
		const end = offset + character.length;
		const units = foldCharacter(character);
		if (units === "" && ends.length > 0) ends[ends.length - 1] = end;
		for (let index = 0; index < units.length; index += 1) {
			const unit = units.charAt(index);
			const isSpace = unit === " ";
			if (isSpace && wasSpace) continue;
			wasSpace = isSpace;
			folded += unit;
			starts.push(offset);
			ends.push(end);
		}
		offset = end;
	}
	if (!folded.endsWith(" ")) return { text: folded, starts, ends };
	return {
		text: folded.slice(0, -1),
		starts: starts.slice(0, -1),
		ends: ends.slice(0, -1),
	};
}

/** Folds a text; see the top of this file for what that does. */
export function fold(text: string): string {
	return foldWithMap(text).text;
}
