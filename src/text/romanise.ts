/**
 * Romanisation: a Latin spelling for an Arabic name, made by rules alone, so that the same
 * name always gives the same one. Arabic leaves short vowels out, and no rule can know them:
 * what comes out is readable, and a proposal, until a person has looked at it.
 *
 * The rules: a letter of the table is its Latin consonant. Alef and its kin are the vowel a
 * (i where hamza stands below); waw and yeh are u and i between consonants and at the end, w
 * and y at the beginning and beside a vowel; ain, hamza and its carriers are silent, and are
 * consonants when vowels are put in. Where two consonants stand together an a is put in,
 * unless the first closes a syllable. The article is al- before the name. Written vowel marks
 * are taken as they stand.
 */

/** Consonants by code point. */
const CONSONANTS: ReadonlyMap<number, string> = new Map([
	[0x0628, "b"],
	[0x062a, "t"],
	[0x062b, "th"],
	[0x062c, "j"],
	[0x062d, "h"],
	[0x062e, "kh"],
	[0x062f, "d"],
	[0x0630, "dh"],
	[0x0631, "r"],
	[0x0632, "z"],
	[0x0633, "s"],
	[0x0634, "sh"],
	[0x0635, "s"],
	[0x0636, "d"],
	[0x0637, "t"],
	[0x0638, "z"],
	[0x063a, "gh"],
	[0x0641, "f"],
	[0x0642, "q"],
	[0x0643, "k"],
	[0x0644, "l"],
	[0x0645, "m"],
	[0x0646, "n"],
	[0x0647, "h"],
	[0x067e, "p"],
	[0x0686, "ch"],
	[0x0698, "zh"],
	[0x06a4, "v"],
	[0x06a9, "k"],
	[0x06af, "g"],
	// Silent, but there when vowels are put in: hamza, its carriers waw and yeh, ain.
	[0x0621, ""],
	[0x0624, ""],
	[0x0626, ""],
	[0x0639, ""],
]);

/** Vowels by code point: the alefs, teh marbuta, alef maksura, and the vowel marks. */
const VOWELS: ReadonlyMap<number, string> = new Map([
	[0x0622, "a"],
	[0x0623, "a"],
	[0x0625, "i"],
	[0x0627, "a"],
	[0x0629, "a"],
	[0x0649, "a"],
	[0x064e, "a"],
	[0x064f, "u"],
	[0x0650, "i"],
	[0x0670, "a"],
	[0x0671, "a"],
]);

/** Letters that are a vowel or a consonant by what stands beside them: waw, yeh, Farsi yeh. */
const GLIDES: ReadonlyMap<number, Glide> = new Map([
	[0x0648, { vowel: "u", consonant: "w" }],
	[0x064a, { vowel: "i", consonant: "y" }],
	[0x06cc, { vowel: "i", consonant: "y" }],
]);

interface Glide {
	readonly vowel: string;
	readonly consonant: string;
}

const SHADDA = 0x0651;
const TEH_MARBUTA = 0x0629;
const ARTICLE = "\u0627\u0644";
/** A word must have as many letters for its beginning to be the article. */
const SHORTEST_WITH_ARTICLE = 4;
const ARABIC_WORD = /^\p{Script=Arabic}/u;
const PUT_IN = "a";

interface Sound {
	readonly isVowel: boolean;
	readonly latin: string;
}

/** Waw or yeh; yeh before teh marbuta is both, as in the ending of adjectives. */
function soundsOfGlide(glide: Glide, previous: Sound | undefined, next = 0): Sound[] {
	const consonant = { isVowel: false, latin: glide.consonant };
	const vowel = { isVowel: true, latin: glide.vowel };
	if (previous === undefined || previous.isVowel) return [consonant];
	if (next === TEH_MARBUTA) return [vowel, consonant];
	return VOWELS.has(next) ? [consonant] : [vowel];
}

/** Shadda: the last consonant once more; its vowel mark can stand before or behind it. */
function double(sounds: Sound[]): void {
	const last = sounds.findLastIndex(({ isVowel }) => !isVowel);
	const consonant = sounds[last];
	if (consonant !== undefined) sounds.splice(last, 0, consonant);
}

function soundsOf(word: string): Sound[] {
	const codePoints = [...word].map((character) => character.codePointAt(0) ?? 0);
	const sounds: Sound[] = [];
	for (const [index, codePoint] of codePoints.entries()) {
		const consonant = CONSONANTS.get(codePoint);
		const vowel = VOWELS.get(codePoint);
		const glide = GLIDES.get(codePoint);
		const previous = sounds.at(-1);
		if (consonant !== undefined) sounds.push({ isVowel: false, latin: consonant });
		else if (vowel !== undefined) {
			// An alef that lengthens a written fatha is no second vowel.
			if (previous?.latin !== vowel) sounds.push({ isVowel: true, latin: vowel });
		} else if (glide !== undefined) {
			sounds.push(...soundsOfGlide(glide, previous, codePoints[index + 1]));
		} else if (codePoint === SHADDA) double(sounds);
	}
	return sounds;
}

/** Whether a vowel is put in between a consonant and the one after it. */
function needsVowel(sounds: readonly Sound[], index: number, followsVowel: boolean): boolean {
	const next = sounds[index + 1];
	if (sounds[index]?.isVowel !== false || next?.isVowel !== false) return false;
	// After a vowel it closes the syllable, unless the word ends with both.
	return !followsVowel || index + 2 === sounds.length;
}

function romaniseBare(word: string): string {
	const sounds = soundsOf(word);
	let latin = "";
	let followsVowel = false;
	for (const [index, sound] of sounds.entries()) {
		const putIn = needsVowel(sounds, index, followsVowel);
		latin += sound.latin + (putIn ? PUT_IN : "");
		followsVowel = sound.isVowel || putIn;
	}
	return latin;
}

function capitalised(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}

/** What is no Arabic word: digits and Latin letters as plain ASCII, nothing of other scripts. */
function toAscii(word: string): string {
	return word
		.normalize("NFKD")
		.replace(/\p{Nd}/gu, (digit) => {
			const codePoint = digit.codePointAt(0) ?? 0;
			const isArabic = codePoint >= 0x0660 && codePoint <= 0x06f9;
			return isArabic ? String(codePoint & 0x0f) : digit;
		})
		.replace(/[^A-Za-z0-9]/g, "");
}

function romaniseWord(word: string): string {
	if (!ARABIC_WORD.test(word) || /^\p{Nd}/u.test(word)) return toAscii(word);
	const hasArticle = word.startsWith(ARTICLE) && word.length >= SHORTEST_WITH_ARTICLE;
	const bare = capitalised(romaniseBare(hasArticle ? word.slice(ARTICLE.length) : word));
	return hasArticle && bare !== "" ? `al-${bare}` : bare;
}

/**
 * A Latin spelling of a name or of a phrase, in ASCII, each word with a capital letter.
 *
 * @returns the empty text where nothing in it can be spelled
 */
export function romanise(text: string): string {
	const words = text.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
	return words
		.map(romaniseWord)
		.filter((word) => word !== "")
		.join(" ");
}

/**
 * A slug for a name or a headline: its romanisation in lower case with hyphens, cut after a
 * whole word.
 *
 * @param longest the most characters
 * @param otherwise the slug of what cannot be spelled
 */
export function slugOf(text: string, longest: number, otherwise: string): string {
	const parts = romanise(text)
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter((part) => part !== "");
	const [first = otherwise] = parts;
	let slug = first.slice(0, longest);
	for (const part of parts.slice(1)) {
		if (slug.length + 1 + part.length > longest) break;
		slug += `-${part}`;
	}
	return slug.replace(/(?:-al)+$/, "") || otherwise;
}

/** The slug itself, or with the first number from 2 on that nobody has. */
export function untaken(slug: string, isTaken: (candidate: string) => boolean): string {
	let candidate = slug;
	for (let number = 2; isTaken(candidate); number += 1) candidate = `${slug}-${number}`;
	return candidate;
}
