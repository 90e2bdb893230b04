import type { StatementEntry } from "../../curation/format/article.ts";
import { fold } from "../../text/fold.ts";
import { ALEF_MAKSURA, BEH } from "../letters.ts";
import { readLexicon } from "../lexicon.ts";
import type { Token } from "../tokens.ts";
import { withoutArticle, withoutConjunction, withoutPreposition } from "../words.ts";
import {
	type Inflected,
	imperfects,
	participles,
	perfects,
	verbalNouns,
	withObjects,
} from "./inflection.ts";

/** A reporting verb. */
interface ReportingVerb {
	/** Its perfect, as the lexicon writes it. */
	readonly lemma: string;
	readonly act: StatementEntry["act"];
	/** What may follow: the words that `lexicon/verbs.txt` explains; a preposition stands for itself, folded. */
	readonly frames: ReadonlySet<string>;
	/** Of these the prepositions: a text may have the English names of the others as words. */
	readonly prepositions: ReadonlySet<string>;
}

/** A word that is a form of a reporting verb. */
export interface VerbForm extends Omit<Inflected, "word"> {
	readonly verb: ReportingVerb;
	/** Whether it ends with alef maksura, which folding makes a yeh: nouns are written alike. */
	readonly endsWithMaksura: boolean;
}

/** What the lexicon writes for a form that reports nothing. */
const NONE = "-";
/** What may follow on a verb with its object, which is already told: "that", or its prepositions. */
function behindObject(verb: ReportingVerb): ReportingVerb {
	const prepositions = new Set([...verb.prepositions, BEH]);
	return { ...verb, frames: new Set([...prepositions, "that"]), prepositions };
}
const NAMED_FRAMES = new Set([
	"anyone",
	"claim",
	"document",
	"inside",
	"judged",
	"learned",
	"object",
	"person",
	"quote",
	"that",
	"voiced",
]);
/** "The saying" and "his saying": al-qawl, qawluhu. */
const THE_SAYING = "\u0627\u0644\u0642\u0648\u0644";
const HIS_SAYING = "\u0642\u0648\u0644\u0647";

function formsOf(columns: readonly string[]): { verb: ReportingVerb; inflected: Inflected[] } {
	const [perfect = "", imperfect = "", participle = "", noun = "", act = "", frames = ""] = columns;
	const following = frames.split(" ").map(fold);
	const inflect = (stem: string, how: (stem: string) => Inflected[]) =>
		stem === NONE || stem === "" ? [] : how(stem);
	return {
		verb: {
			lemma: perfect,
			// The lexicon's own test holds its acts against the curation format.
			act: act as StatementEntry["act"],
			frames: new Set(following),
			prepositions: new Set(following.filter((frame) => !NAMED_FRAMES.has(frame))),
		},
		inflected: [
			...inflect(perfect, perfects),
			...inflect(imperfect, imperfects),
			...inflect(participle, participles),
			...noun.split(" ").flatMap((one) => inflect(one, verbalNouns)),
		],
	};
}

function readObjectForms(): ReadonlyMap<string, VerbForm> {
	const forms = new Map<string, VerbForm>();
	for (const columns of readLexicon("verbs")) {
		const { verb } = formsOf(columns);
		if (!verb.frames.has("person") && !verb.frames.has("anyone")) continue;
		const told = behindObject(verb);
		for (const { word, ...form } of withObjects(verb.lemma, columns[1] ?? NONE)) {
			const key = fold(word);
			if (!forms.has(key))
				forms.set(key, { verb: told, ...form, endsWithMaksura: word.endsWith(ALEF_MAKSURA) });
		}
	}
	return forms;
}

function readForms(): ReadonlyMap<string, VerbForm> {
	const forms = new Map<string, VerbForm>();
	const add = (verb: ReportingVerb, { word, ...rest }: Inflected) => {
		const key = fold(word);
		// Of two verbs that share a form the one that the lexicon has first: it is written so.
		if (!forms.has(key))
			forms.set(key, { verb, ...rest, endsWithMaksura: word.endsWith(ALEF_MAKSURA) });
	};
	for (const columns of readLexicon("verbs")) {
		const { verb, inflected } = formsOf(columns);
		for (const form of inflected) add(verb, form);
	}
	for (const [word, form] of readObjectForms()) if (!forms.has(word)) forms.set(word, form);
	return forms;
}

/** Every form of every reporting verb, by its folded spelling. */
export const verbForms: ReadonlyMap<string, VerbForm> = readForms();

/** The verbs with a pronoun for their object, by their folded spelling: some are written like nouns with "his". */
const objectForms: ReadonlyMap<string, VerbForm> = readObjectForms();

/** The verb with the pronoun of its object that a word is, also where it is written like a noun: "what he called". */
export function formWithObject(token: Token | undefined): VerbForm | null {
	return token?.isWord === true ? (objectForms.get(token.folded) ?? null) : null;
}

/** The form that a word is, with or without the conjunction before it. */
export function formOf(token: Token | undefined): VerbForm | null {
	if (token === undefined || !token.isWord) return null;
	const { folded } = token;
	const form = verbForms.get(folded) ?? verbForms.get(withoutConjunction(folded));
	if (form !== undefined) return form;
	const noun = withoutPreposition(folded, "b");
	const saying = verbForms.get(noun ?? "") ?? verbForms.get(withoutArticle(noun ?? folded));
	if (saying?.form === "NOUN") return saying;
	return folded === THE_SAYING || noun === THE_SAYING ? (verbForms.get(HIS_SAYING) ?? null) : null;
}
