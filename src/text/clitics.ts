/**
 * What Arabic writes together with a word: the conjunctions and, so; then the
 * prepositions with, as, for; then the article. Letters are those that folding gives.
 */
const WAW = "\u0648";
const FEH = "\u0641";
const BEH = "\u0628";
const KAF = "\u0643";
const LAM = "\u0644";
const ARTICLE = "\u0627\u0644";

const CONJUNCTIONS = [WAW, FEH];
const PREPOSITIONS = [BEH, KAF, LAM];
/** The article alone, and after a preposition; for and the article are written as two lams. */
const ARTICLES = [ARTICLE, BEH + ARTICLE, KAF + ARTICLE, LAM + LAM];

/** What is left of a word must have as many letters: almost no Arabic noun or verb has fewer. */
const SHORTEST_REST = 3;
const ARABIC_WORD = /^[\u0621-\u064a]+$/u;

function without(prefixes: readonly string[], word: string): string[] {
	return prefixes
		.filter((prefix) => word.startsWith(prefix) && word.length - prefix.length >= SHORTEST_REST)
		.map((prefix) => word.slice(prefix.length));
}

/** What the word can be without what is attached to it, the word itself first. */
function basesOf(word: string): string[] {
	const unjoined = [word, ...without(CONJUNCTIONS, word)];
	const bare = unjoined.flatMap((form) => {
		const withoutArticle = without(ARTICLES, form);
		// Before a noun that begins with lam only two of three lams are written.
		const withLam = form.startsWith(LAM + LAM) ? [form.slice(LAM.length)] : [];
		return withoutArticle.length + withLam.length > 0
			? [...withoutArticle, ...withLam]
			: without(PREPOSITIONS, form);
	});
	return [...new Set([...unjoined, ...bare])];
}

/** A word with everything that may be attached to it. */
function joined(base: string): string[] {
	const forThe = base.startsWith(LAM) ? LAM + base : LAM + LAM + base;
	const forms = [
		base,
		...PREPOSITIONS.map((preposition) => preposition + base),
		...[ARTICLE, BEH + ARTICLE, KAF + ARTICLE].map((article) => article + base),
		forThe,
	];
	return ["", ...CONJUNCTIONS].flatMap((conjunction) => forms.map((form) => conjunction + form));
}

/**
 * Every form in which an Arabic word of a search may be written: with and without the
 * conjunctions, prepositions and the article that are attached to a word. The letters may
 * as well be the word's own, so the word as typed is always among them, and comes first.
 *
 * @param word folded
 * @returns distinct forms; only the word itself where it is not Arabic
 */
export function formsOf(word: string): string[] {
	if (!ARABIC_WORD.test(word)) return [word];
	return [...new Set([word, ...basesOf(word).flatMap(joined)])];
}
