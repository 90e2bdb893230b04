import type { SpeakerEntry } from "../../curation/format/authorities.ts";
import { type FoldedText, foldWithMap } from "../../text/fold.ts";
import { findNames } from "../../text/names.ts";
import type { Range } from "../../text/span.ts";
import { type Listener, withoutFor } from "../addressees.ts";
import type { DraftSource, DraftSpeaker } from "../draft.ts";
import type { Proposal } from "../proposal.ts";
import { rangeOf, tokensIn } from "../ranges.ts";
import { outletSpokenTo } from "../resolve/outlet-spoken-to.ts";
import type { Speaker } from "../resolve/resolver.ts";
import { describeMention } from "../source/describe.ts";
import type { Entities } from "../source/entities.ts";
import { wordsOfName } from "../source/names.ts";
import type { Stretch } from "../source/person-name.ts";
import type { TokenisedText } from "../tokens.ts";
import { hasConjunction } from "../words.ts";
import { AuthorityNames, type Held, properNames } from "./authority-names.ts";
import { bodiesNamed, type NameInText, nameFrom } from "./names-in-text.ts";
import { metonymKind, roleOf } from "./roles.ts";

/** Who is meant by a mention, and how it tells so. */
interface Meant {
	readonly entry: SpeakerEntry | null;
	readonly mention: Range | null;
	/** Whether the mention has a name in it; false for offices and descriptions. */
	readonly isNamed: boolean;
	readonly office: string | null;
}

/** What the entries are held against: an article, and the day of its publication. */
export interface ArticleOfSources {
	readonly title: string | null;
	readonly text: TokenisedText;
	readonly entities: Entities;
	/** YYYY-MM-DD; null where it is not known. */
	readonly day: string | null;
}

/** Resolves whom an article names with the entries of the speakers: one slug for one person. */
export class ArticleSources {
	readonly #article: ArticleOfSources;
	readonly #names: AuthorityNames;
	readonly #bodies: readonly NameInText[];
	readonly #folded: FoldedText;
	readonly #nameOf = new Map<SpeakerEntry, string | null>();

	constructor(entries: readonly SpeakerEntry[], article: ArticleOfSources) {
		this.#article = article;
		this.#names = namesOf(entries);
		this.#folded = foldWithMap(`${article.text.text}\n${article.title ?? ""}`);
		this.#bodies = bodiesNamed(foldWithMap(article.text.text), entries);
	}

	/** Whoever passed something on or was spoken to. */
	source(found: Speaker): DraftSource {
		return this.#sourceOf(found, this.#meant(found));
	}

	/** Whoever spoke, with his part in it and the office by which he is called. */
	speaker(found: Speaker, isOnly: boolean): DraftSpeaker {
		const meant = this.#meant(found);
		const source = this.#sourceOf(found, meant);
		const words = [...wordsOfName(this.#wordsOf(meant.mention)), ...(found.entity?.titles ?? [])];
		return {
			...source,
			resolution: this.#resolutionOf(found, meant),
			role: roleOf(source.name, source.kind === "PERSON" ? words : [], isOnly),
			office: meant.office,
		};
	}

	/** Those who are named together by names that are known, each by himself. */
	apart({ mention, hasFor }: Listener): Listener[] {
		const { text } = this.#article;
		const range = rangeOf(text, mention);
		const starts = this.#bodies
			.filter((name) => name.start > range.start && name.end <= range.end)
			.map((name) => tokensIn(text, name).start)
			.filter((start) => hasConjunction(text.tokens[start]?.folded ?? ""));
		const borders = [...new Set([mention.start, ...starts.toSorted((a, b) => a - b)])];
		return borders.map((start, index) => ({
			mention: { start, end: borders[index + 1] ?? mention.end },
			hasFor: hasFor && index === 0,
		}));
	}

	/** Whoever was spoken to, by the words that name him. */
	listener({ mention, hasFor }: Listener): DraftSource {
		const { text, entities } = this.#article;
		const first = text.tokens[mention.start];
		if (!hasFor || first === undefined) return this.source(this.#describe(mention));
		const bare = withoutFor(first);
		const tokens = text.tokens.with(mention.start, bare);
		const found = describeMention({ ...text, tokens }, mention, entities);
		const isWritten = found.name.startsWith(first.text);
		const name = isWritten ? bare.text + found.name.slice(first.text.length) : found.name;
		return this.source({ ...found, name, mention });
	}

	/** Who passed a statement on; an outlet behind the source of a credit is one that was spoken to. */
	relays(proposal: Proposal): DraftSource[] {
		const { text } = this.#article;
		const { cue, via } = proposal;
		const behind = this.behindSpeakers(proposal);
		const sentence = text.tokens[behind]?.sentence;
		const isCredit = via.length === 0 && cue.opening === "BEFORE";
		if (!isCredit || sentence !== text.tokens[cue.start]?.sentence)
			return via.map((speaker) => this.source(speaker));
		const marker = text.tokens.findLastIndex((token) => token.sentence === sentence) + 1;
		const outlet = outletSpokenTo(text, { ...cue, end: behind, marker }, null);
		return outlet === null ? [] : [this.source(this.#describe(outlet))];
	}

	/** The first token behind a reporting word and behind all who speak. */
	behindSpeakers({ cue, speakers }: Proposal): number {
		const ends = speakers.map((speaker) => {
			const { mention } = this.#meant(speaker);
			return mention === null ? 0 : tokensIn(this.#article.text, mention).end;
		});
		return Math.max(cue.end, ...ends);
	}

	/** A proposal without those whom it is said to in the words that name who speaks. */
	withoutListeners(proposal: Proposal, listeners: readonly Listener[]): Proposal {
		const speakers = proposal.speakers.map((speaker): Speaker => {
			const { mention } = speaker;
			const inside = listeners.find(
				({ mention: { start } }) =>
					mention !== null && mention.start < start && start < mention.end,
			);
			if (mention === null || inside === undefined) return speaker;
			return this.#describe({ start: mention.start, end: inside.mention.start });
		});
		return { ...proposal, speakers };
	}

	/** Whether words are a name of somebody who has an entry. */
	isKnown(name: string): boolean {
		return this.#names.byName(name) !== null;
	}

	#describe(mention: Stretch): Speaker {
		const { text, entities } = this.#article;
		return { ...describeMention(text, mention, entities), mention };
	}

	#wordsOf(mention: Range | null): string {
		return mention === null ? "" : this.#article.text.text.slice(mention.start, mention.end);
	}

	#sourceOf(found: Speaker, { entry, mention }: Meant): DraftSource {
		if (entry !== null)
			return {
				name: this.#nameIn(entry) ?? found.name,
				slug: entry.slug,
				kind: entry.kind,
				mention,
			};
		return { name: found.name, slug: null, kind: metonymKind(found.name) ?? found.kind, mention };
	}

	#resolutionOf(found: Speaker, { entry, isNamed }: Meant): DraftSpeaker["resolution"] {
		const { resolution } = found;
		if (entry === null || resolution === "DROPPED_SUBJECT" || resolution === "PRONOUN")
			return resolution;
		return isNamed ? "NAMED" : "EPITHET";
	}

	#meant(found: Speaker): Meant {
		const { text, day } = this.#article;
		const mention = found.mention === null ? null : rangeOf(text, found.mention);
		const body = mention === null ? null : nameFrom(this.#bodies, mention);
		if (body !== null && mention !== null && body.end > mention.end)
			return this.#byBody(body, mention);
		const words = this.#wordsOf(mention);
		const byName = this.#names.byName(found.name);
		if (byName !== null) {
			const isNamed = this.#isNamed(words, byName);
			const holder = isNamed ? null : this.#otherHolder(words, byName);
			if (holder !== null)
				return { entry: holder.entry, mention, isNamed, office: holder.office.key };
			const office = isNamed ? null : this.#names.officeOf(byName, words, day);
			return { entry: byName, mention, isNamed, office: office?.key ?? null };
		}
		if (found.entity?.kind === "PERSON")
			return { entry: null, mention, isNamed: false, office: null };
		return this.#byDescription(words === "" ? found.name : words, mention);
	}

	/** Whoever else held the office that some words are on the day: the text does not tell it of the first. */
	#otherHolder(words: string, entry: SpeakerEntry): Held | null {
		const { day } = this.#article;
		const held = day === null ? null : this.#names.holder(words, day);
		return held === null || held.entry === entry ? null : held;
	}

	/** Whether words have a name of an entry in them; unnamed sources are only described. */
	#isNamed(words: string, entry: SpeakerEntry): boolean {
		if (entry.kind === "ANONYMOUS") return false;
		const isSurname = this.#names.byName(words) === entry;
		return isSurname || findNames(foldWithMap(words), properNames(entry)).length > 0;
	}

	/** A name of the entries that goes on behind the words that were taken for the mention. */
	#byBody({ entry, end }: NameInText, { start }: Range): Meant {
		const mention = { start, end };
		return { entry, mention, isNamed: this.#isNamed(this.#wordsOf(mention), entry), office: null };
	}

	/** Whoever holds the office that some words are, or has them as an epithet. */
	#byDescription(words: string, mention: Range | null): Meant {
		const held = this.#names.holder(words, this.#article.day);
		const entry = held?.entry ?? this.#names.byEpithet(words);
		return { entry, mention, isNamed: false, office: held?.office.key ?? null };
	}

	/** The fullest name of an entry that the article gives; null where it gives none. */
	#nameIn(entry: SpeakerEntry): string | null {
		const known = this.#nameOf.get(entry);
		if (known !== undefined) return known;
		const own = this.#article.entities.all
			.map(({ name }) => name)
			.filter((name) => this.#names.isNameOf(name, entry));
		const official = properNames(entry).filter(
			(name) => findNames(this.#folded, [name]).length > 0,
		);
		const fullest = [...own, ...official].toSorted(
			(a, b) => wordsOfName(b).length - wordsOfName(a).length,
		)[0];
		this.#nameOf.set(entry, fullest ?? null);
		return fullest ?? null;
	}
}

/** Entries are the same for many articles. */
const known = new WeakMap<readonly SpeakerEntry[], AuthorityNames>();

function namesOf(entries: readonly SpeakerEntry[]): AuthorityNames {
	const names = known.get(entries) ?? new AuthorityNames(entries);
	known.set(entries, names);
	return names;
}
