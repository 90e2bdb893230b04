import { propose } from "../../src/drafting/propose.ts";
import { Entities } from "../../src/drafting/source/entities.ts";
import { findBodies } from "../../src/drafting/source/find-bodies.ts";
import { findPersons, findTitled } from "../../src/drafting/source/find-persons.ts";
import { type TokenisedText, tokenise } from "../../src/drafting/tokens.ts";

/** A text with whom it names, as the proposing takes them. */
export function readText(body: string): { text: TokenisedText; entities: Entities } {
	const plain = tokenise(body);
	const entities = new Entities();
	findPersons(plain, entities);
	findTitled(plain, entities);
	const persons = entities.all.filter(({ kind }) => kind === "PERSON");
	const names = new Set(persons.flatMap(({ words }) => words.slice(1)));
	const text = { ...plain, names };
	findBodies(text, entities);
	return { text, entities };
}

/** A proposed statement in words, as the tables of the tests write it. */
export interface Told {
	readonly rule: string;
	readonly kind: string;
	readonly cue: string;
	readonly said: string;
	/** Several parted by " + ". */
	readonly by: string;
	readonly how: string;
	readonly via: string;
	readonly quotes: readonly string[];
}

/** What is proposed for a body, in the order of the proposals. */
export function proposed(body: string): Told[] {
	const { text, entities } = readText(body);
	return propose(text, entities).map(({ cue, content, speakers, via }) => ({
		rule: cue.rule,
		kind: content.kind,
		cue: text.tokens[cue.start]?.text ?? "",
		said: body.slice(content.range.start, content.range.end),
		by: speakers.map(({ name }) => name).join(" + "),
		how: speakers[0]?.resolution ?? "",
		via: via.map(({ name }) => name).join(" + "),
		quotes: content.quotes.map(({ start, end }) => body.slice(start, end)),
	}));
}
