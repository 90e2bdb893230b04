import type {
	NamesEntry,
	PublisherEntry,
	SpeakerEntry,
} from "../../curation/format/authorities.ts";
import { findForbidden } from "../../text/controls.ts";
import { fold } from "../../text/fold.ts";
import { romanise, slugOf, untaken } from "../../text/romanise.ts";
import type { DraftSource } from "../draft.ts";
import { spaced } from "./words.ts";

/** The longest slug of a proposed entry; descriptions of unnamed sources can be whole clauses. */
const LONGEST_SLUG = 40;

/** In folded letters. */
const SHORTEST_SURNAME = 3;
/** "Family of", "son of", "father of". */
const FAMILY_OF = /^(?:\u0622\u0644|\u0628\u0646|\u0627\u0628\u0646|[\u0623\u0627]\u0628\u0648)$/u;

/** The names by which a look-up finds an entry, folded; epithets may mean several. */
function lookUpNames(names: NamesEntry): string[] {
	return Object.values(names).flatMap(({ official, alias = [], spelling = [] }) =>
		[...(official === undefined ? [] : [official]), ...alias, ...spelling].map(fold),
	);
}

/** A name as an authority file can hold it; empty where nothing of it can be looked up. */
function cleanName(name: string): string {
	const forbidden = new Set(findForbidden(name).map(({ offset }) => offset));
	const clean = spaced(
		name
			.split("")
			.filter((_, offset) => !forbidden.has(offset))
			.join(""),
	);
	return fold(clean).trim() === "" ? "" : clean.normalize("NFC");
}

/** An English name that leads to nobody else. */
function englishName(name: string, isTaken: (name: string) => boolean): string {
	const latin = romanise(name) || name;
	for (let number = 1; ; number += 1) {
		const candidate = number === 1 ? latin : `${latin} ${number}`;
		if (!isTaken(candidate)) return candidate;
	}
}

/** The last word of a name, with "family of" before it: as an article goes on to call him. */
function surnameOf(name: string): string | null {
	const words = name.split(" ");
	const last = words.at(-1) ?? "";
	if (words.length < 2 || fold(last).length < SHORTEST_SURNAME) return null;
	return FAMILY_OF.test(words.at(-2) ?? "") ? words.slice(-2).join(" ") : last;
}

/** Entries of an authority file, with proposed ones for names that none of them has. */
class Registry<Entry extends { readonly slug: string; readonly names: NamesEntry }> {
	readonly #entries: Entry[];
	readonly #proposed: Entry[] = [];
	readonly #slugs = new Map<string, string>();
	readonly #taken: Set<string>;

	constructor(entries: readonly Entry[]) {
		this.#entries = [...entries];
		this.#taken = new Set(entries.map(({ slug }) => slug));
		for (const { slug, names } of entries)
			for (const name of lookUpNames(names))
				if (!this.#slugs.has(name)) this.#slugs.set(name, slug);
	}

	/** The known entries, then the proposed ones. */
	get all(): readonly Entry[] {
		return [...this.#entries, ...this.#proposed];
	}

	get proposed(): readonly Entry[] {
		return this.#proposed;
	}

	has(slug: string): boolean {
		return this.#taken.has(slug);
	}

	/**
	 * The slug of the entry that has a name; one is made with the name where none has it.
	 *
	 * @param alias what else the new entry is called, unless somebody has that name
	 */
	slugOf(
		name: string,
		alias: string | null,
		make: (slug: string, names: NamesEntry) => Entry,
	): string {
		const folded = fold(name);
		const known = this.#slugs.get(folded);
		if (known !== undefined) return known;
		const slug = untaken(slugOf(name, LONGEST_SLUG, "source"), (taken) => this.has(taken));
		const english = englishName(name, (taken) => this.#slugs.has(fold(taken)));
		const isFree = alias !== null && !this.#slugs.has(fold(alias));
		const arabic = isFree ? { official: name, alias: [alias] } : { official: name };
		this.#proposed.push(make(slug, { ar: arabic, en: { official: english } }));
		this.#taken.add(slug);
		this.#slugs.set(folded, slug).set(fold(english), slug);
		if (isFree) this.#slugs.set(fold(alias), slug);
		return slug;
	}
}

/** Who is known, and who is proposed to be. */
export class Sources {
	readonly #speakers: Registry<SpeakerEntry>;
	readonly #publishers: Registry<PublisherEntry>;

	constructor(known: {
		readonly speakers: readonly SpeakerEntry[];
		readonly publishers: readonly PublisherEntry[];
	}) {
		this.#speakers = new Registry(known.speakers);
		this.#publishers = new Registry(known.publishers);
	}

	/** The known speakers, then the proposed ones. */
	get speakers(): readonly SpeakerEntry[] {
		return this.#speakers.all;
	}

	get proposedSpeakers(): readonly SpeakerEntry[] {
		return this.#speakers.proposed;
	}

	get proposedPublishers(): readonly PublisherEntry[] {
		return this.#publishers.proposed;
	}

	/**
	 * The slug of whoever a draft names: the drafted one, the one whose entry has the name, or
	 * that of a new entry.
	 *
	 * @returns null where there is no name to make an entry of
	 */
	slugOf({ slug, name, kind }: DraftSource): string | null {
		if (slug !== null && this.#speakers.has(slug)) return slug;
		const clean = cleanName(name);
		if (clean === "") return null;
		const alias = kind === "PERSON" ? surnameOf(clean) : null;
		return this.#speakers.slugOf(clean, alias, (made, names) => ({ slug: made, kind, names }));
	}

	/** The slug of an outlet by its name, as `slugOf` gives it for a speaker. */
	publisherOf(name: string): string | null {
		const clean = cleanName(name);
		return clean === ""
			? null
			: this.#publishers.slugOf(clean, null, (slug, names) => ({ slug, names }));
	}
}
