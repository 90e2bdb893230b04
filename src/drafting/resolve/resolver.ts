import type { Cue } from "../cues/cue.ts";
import { verbForms } from "../cues/verbs.ts";
import { sentenceStart } from "../sentence.ts";
import { describeMention } from "../source/describe.ts";
import { type Entities, type Entity, latest } from "../source/entities.ts";
import { genderOf, genderOfEntity } from "../source/gender.ts";
import { briefMentionIn, mentionIn } from "../source/mention.ts";
import type { Stretch } from "../source/stretch.ts";
import type { TokenisedText } from "../tokens.ts";
import { grammar, hasConjunction, withoutConjunction } from "../words.ts";
import { meantBy } from "./epithets.ts";
import type { Said, Speaker } from "./speaker.ts";

// For the stages around the proposing: they know this file.
export type { Speaker } from "./speaker.ts";

/** "What" at the end of a word: ma, bima, fima, kama. */
const ENDS_WITH_WHAT = /\u0645\u0627$/u;

/** Whether a verb is joined with "and" to what its sentence begins with: a verb too, and no "in", "during". */
function isJoinedPerfect(text: TokenisedText, { start, form }: Cue): boolean {
	const word = text.tokens[start]?.folded ?? "";
	if (form?.form !== "PERFECT" || !hasConjunction(word) || verbForms.has(word)) return false;
	const first = text.tokens[sentenceStart(text, start)]?.folded ?? "";
	return ![first, withoutConjunction(first)].some((opener) => grammar.break.has(opener));
}

/** Somebody whom the text names, as the subject that is left out. */
function speakerOf(entity: Entity): Speaker {
	const { name, kind } = entity;
	const resolution = "DROPPED_SUBJECT";
	return { name, kind, entity, resolution, isDocument: false, mention: null };
}

function dropped(speaker: Speaker): Speaker {
	return { ...speaker, resolution: "DROPPED_SUBJECT", mention: null };
}

/** What was said last by somebody with whom a verb agrees; of a noun, by anybody. */
function lastAgreeing(said: readonly Said[], { form }: Cue): Said | null {
	const last = said.findLast(
		({ gender }) =>
			form === null || gender === null || form.form === "NOUN" || gender === form.gender,
	);
	return last ?? null;
}

/**
 * Whether somebody was named before a cue and can be the subject of its verb. Bodies with a
 * masculine noun are many, and hardly ever meant; outlets are not.
 */
function isNamedBefore(entity: Entity, { start, form }: Cue): boolean {
	if (entity.kind === "MEDIA" || !entity.positions.some((at) => at < start)) return false;
	const gender = genderOfEntity(entity);
	if (entity.kind === "PERSON") return gender === null || gender === form?.gender;
	return form?.gender === "FEMININE" && gender === "FEMININE";
}

/** Who speaks, statement by statement in reading order; what was said before decides who goes on. */
export class Resolver {
	readonly #text: TokenisedText;
	readonly #entities: Entities;
	readonly #said: Said[] = [];

	constructor(text: TokenisedText, entities: Entities) {
		this.#text = text;
		this.#entities = entities;
	}

	/** Who a mention means. */
	describe(mention: Stretch): Speaker {
		const found = describeMention(this.#text, mention, this.#entities);
		const last = this.#said.at(-1)?.speakers[0];
		// A communiqué speaks for whoever spoke last.
		if (found.isDocument && last !== undefined) return { ...last, resolution: "EPITHET", mention };
		const isOpen =
			found.kind === "ANONYMOUS" || (found.resolution === "EPITHET" && found.entity === null);
		const meant = isOpen ? meantBy(this.#text, mention, found, this.#said) : null;
		return meant === null ? { ...found, mention } : { ...meant, resolution: "EPITHET", mention };
	}

	/** Remembers who spoke, for those who go on. */
	remember(cue: Cue, speakers: readonly Speaker[], isRelayed: boolean): void {
		const isNamed = speakers.some(({ mention }) => mention !== null);
		const ofVerb = cue.form?.form === "NOUN" ? null : (cue.form?.gender ?? null);
		const same = this.#said.findLast((said) => said.speakers[0]?.name === speakers[0]?.name);
		const shown = isNamed && !isRelayed ? ofVerb : null;
		this.#said.push({
			speakers,
			position: cue.start,
			sentence: this.#sentenceOf(cue),
			gender: genderOf(speakers[0]) ?? shown ?? same?.gender ?? null,
		});
	}

	/** Who goes on speaking where the subject is left out; null where nobody spoke before. */
	goesOn(cue: Cue): readonly Speaker[] | null {
		const before = this.#said.filter(({ position }) => position < cue.start);
		const sentence = this.#sentenceOf(cue);
		const inSentence = lastAgreeing(
			before.filter((said) => said.sentence === sentence),
			cue,
		);
		const antecedent = this.#antecedentOf(cue);
		if (antecedent !== null) return [antecedent];
		if (inSentence !== null) return inSentence.speakers.map(dropped);
		const subject = this.subjectOf(cue);
		if (subject !== null) return [dropped(subject)];
		const last = lastAgreeing(before, cue);
		if (last !== null) return last.speakers.map(dropped);
		const person = this.#lastNamed(cue);
		if (person !== null) return [person];
		return before.at(-1)?.speakers.map(dropped) ?? null;
	}

	#sentenceOf(cue: Cue): number {
		return this.#text.tokens[cue.start]?.sentence ?? 0;
	}

	/** Where nobody who spoke agrees with the verb: the person, or body, whom the text named last. */
	#lastNamed(cue: Cue): Speaker | null {
		const entity = latest(
			this.#entities.all.filter((known) => isNamedBefore(known, cue)),
			cue.start,
		);
		if (entity === null) return null;
		return speakerOf(entity);
	}

	/**
	 * Whom the clause is about that a cue stands in: "the minister who said". He is named before
	 * "who", the last one of those in the sentence.
	 */
	#antecedentOf(cue: Cue): Speaker | null {
		if (!grammar.antecedent.has(this.#text.tokens[cue.start - 1]?.folded ?? "")) return null;
		const first = sentenceStart(this.#text, cue.start);
		const inSentence = (entity: Entity) =>
			entity.positions.some((at) => first <= at && at < cue.start);
		const gender = (entity: Entity) => genderOfEntity(entity) ?? cue.form?.gender;
		const entity = latest(
			this.#entities.all.filter((known) => inSentence(known) && gender(known) === cue.form?.gender),
			cue.start,
		);
		return entity === null ? null : speakerOf(entity);
	}

	/**
	 * The subject of the verb that the sentence begins with, where that is no reporting verb: of
	 * "received the guest and told him", who received; null where nobody known goes on.
	 */
	subjectOf(cue: Cue): Speaker | null {
		const first = sentenceStart(this.#text, cue.start);
		const before = this.#text.tokens[cue.start - 1]?.folded ?? "";
		const goesOn = cue.form?.form === "PARTICIPLE" || ENDS_WITH_WHAT.test(before);
		const isJoined = isJoinedPerfect(this.#text, cue);
		if (first + 1 >= cue.start || !(goesOn || isJoined)) return null;
		// Behind the subject of "received" stands whom: no word more than the name.
		const read = isJoined ? briefMentionIn : mentionIn;
		const mention = read(this.#text, first + 1, cue.start);
		if (mention === null || (isJoined && mention.start > first + 1)) return null;
		const described = describeMention(this.#text, mention, this.#entities);
		if (described.entity === null) return null;
		const gender = genderOf(described) ?? cue.form?.gender;
		const isHim = described.kind === "PERSON" && gender === cue.form?.gender;
		return isJoined && !isHim ? null : { ...described, mention };
	}
}
