import type { SpeakerEntry } from "../../curation/format/authorities.ts";
import { wasHeld } from "../../curation/rules/office-held.ts";
import { isCommon, keyOf, keysOf } from "./name-key.ts";

type Office = NonNullable<SpeakerEntry["offices"]>[number];

/** An office with its holder. */
export interface Held {
	readonly entry: SpeakerEntry;
	readonly office: Office;
}

type Index<Value> = Map<string, Set<Value>>;

function put<Value>(index: Index<Value>, key: string, value: Value): void {
	if (key !== "") index.set(key, (index.get(key) ?? new Set<Value>()).add(value));
}

/** The one value of a set; null where there are several, or none. */
function only<Value>(values: Iterable<Value> | undefined): Value | null {
	const [first, ...others] = new Set(values ?? []);
	return first === undefined || others.length > 0 ? null : first;
}

/** All names of an entry that mean it alone, in any language. */
export function properNames({ names }: SpeakerEntry): string[] {
	return Object.values(names).flatMap(({ official, alias = [], spelling = [] }) => [
		...(official === undefined ? [] : [official]),
		...alias,
		...spelling,
	]);
}

/** The epithets of an entry, which others may have too. */
export function epithetsOf({ names }: SpeakerEntry): string[] {
	return Object.values(names).flatMap(({ epithet = [] }) => epithet);
}

function firstAndLast(words: readonly string[]): string {
	return words.length < 2 ? "" : `${words[0]} … ${words.at(-1)}`;
}

/** The entries of the speakers by their names, epithets and offices. */
export class AuthorityNames {
	readonly #names: Index<SpeakerEntry> = new Map();
	/** Of persons: first and last word of a name; the last word alone. */
	readonly #ends: Index<SpeakerEntry> = new Map();
	readonly #surnames: Index<SpeakerEntry> = new Map();
	readonly #epithets: Index<SpeakerEntry> = new Map();
	readonly #offices: Index<Held> = new Map();

	constructor(entries: readonly SpeakerEntry[]) {
		for (const entry of entries) {
			for (const name of properNames(entry)) this.#addName(entry, name);
			for (const epithet of epithetsOf(entry)) put(this.#epithets, keyOf(epithet), entry);
			for (const office of entry.offices ?? [])
				for (const title of Object.values(office.title ?? {}))
					put(this.#offices, keyOf(title), { entry, office });
		}
	}

	#addName(entry: SpeakerEntry, name: string): void {
		put(this.#names, keyOf(name), entry);
		const words = keyOf(name).split(" ");
		if (entry.kind !== "PERSON" || words.length < 2) return;
		put(this.#ends, firstAndLast(words), entry);
		put(this.#surnames, words.at(-1) ?? "", entry);
	}

	/**
	 * The entry that a name means: one with this name, with or without titles; of a person also
	 * one whose name this is with more words, or the only one with this surname.
	 *
	 * @returns null where none has it, or several
	 */
	byName(name: string): SpeakerEntry | null {
		for (const key of keysOf(name)) {
			const known = this.#names.get(key);
			if (known !== undefined) return only(known);
		}
		return this.#byPersonalName(name);
	}

	/** Whether a name, without titles, is one of an entry or of the same person with more words. */
	isNameOf(name: string, entry: SpeakerEntry): boolean {
		const key = keyOf(name);
		return keysOf(name)[0] === key && this.byName(name) === entry && !isCommon(key);
	}

	#byPersonalName(name: string): SpeakerEntry | null {
		for (const key of keysOf(name)) {
			const words = key.split(" ");
			if (words.length === 1 && !isCommon(key)) {
				const entry = only(this.#surnames.get(key));
				if (entry !== null) return entry;
			}
			const entry = only(this.#ends.get(firstAndLast(words))) ?? this.#longer(words);
			if (entry !== null) return entry;
		}
		return null;
	}

	/** The person whose name of at least two words is the beginning of a longer one. */
	#longer(words: readonly string[]): SpeakerEntry | null {
		for (let length = words.length - 1; length >= 2; length -= 1) {
			const entry = only(this.#names.get(words.slice(0, length).join(" ")));
			if (entry?.kind === "PERSON") return entry;
		}
		return null;
	}

	/**
	 * Whoever held the office of this title on a day; where the day is not known, whoever alone
	 * has ever held it.
	 *
	 * @param day YYYY-MM-DD
	 */
	holder(title: string, day: string | null): Held | null {
		const terms = [...(this.#offices.get(keyOf(title)) ?? [])];
		const held =
			day === null
				? terms
				: terms.filter(({ office }) => wasHeld(office, { earliest: day, latest: day }));
		return only(held.map(({ entry }) => entry)) === null ? null : (held[0] ?? null);
	}

	/** The only entry with this epithet; of several with an office of this title nobody. */
	byEpithet(epithet: string): SpeakerEntry | null {
		const key = keyOf(epithet);
		const entry = only(this.#epithets.get(key));
		const holders = [...(this.#offices.get(key) ?? [])].map((held) => held.entry);
		return entry !== null && holders.some((other) => other !== entry) ? null : entry;
	}

	/** The office of somebody that has this title and was held on a day. */
	officeOf(entry: SpeakerEntry, title: string, day: string | null): Office | null {
		const held = [...(this.#offices.get(keyOf(title)) ?? [])].filter(
			(one) =>
				one.entry === entry &&
				(day === null || wasHeld(one.office, { earliest: day, latest: day })),
		);
		return held[0]?.office ?? null;
	}
}
