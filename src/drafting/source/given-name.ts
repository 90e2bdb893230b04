import { ON } from "../letters.ts";
import type { Token } from "../tokens.ts";
import { grammar, nouns, withoutConjunction } from "../words.ts";

/** Ali is "on" when folded: only as it is really spelled, with yeh and not alef maksura. */
const ALI = /^\u0648?\u0639\u0644\u064a$/u;
/** Names that begin with "servant of", of which there are many: Abd al-Rahman in one word. */
const SERVANT_OF = /^\u0648?\u0639\u0628\u062f\u0627\u0644.{2,}/u;

/** Whether a word is a given name, as it stands here. */
export function isGivenName(token: Token | undefined): boolean {
	if (token === undefined || !token.isWord) return false;
	const bare = withoutConjunction(token.folded);
	if (bare === ON || token.folded === ON) return ALI.test(token.text);
	// "That" folds to a name; a name has no hamza there.
	if (grammar.that.has(token.folded) && token.text !== token.folded) return false;
	if (SERVANT_OF.test(token.folded)) return true;
	return nouns.givenName.has(token.folded) || nouns.givenName.has(bare);
}
