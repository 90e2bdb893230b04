import type { StatementEntry } from "../curation/format/article.ts";
import type { SpeakerEntry } from "../curation/format/authorities.ts";
import type { Range } from "../text/span.ts";

/** How an article points at a speaker. */
export type Resolution = StatementEntry["speakers"][number]["resolution"];
/** What sort of speaker it is. */
export type SpeakerKind = SpeakerEntry["kind"];
/** The part that a speaker has in a statement. */
export type SpeakerRole = NonNullable<StatementEntry["speakers"][number]["role"]>;

/** Whoever a proposal names. */
export interface DraftSource {
	/** The fullest bare name that the article gives; the description of an unnamed source. */
	readonly name: string;
	/** The entry of the authority file; null where no entry has the name. */
	readonly slug: string | null;
	readonly kind: SpeakerKind;
	/** Where it stands beside the cue, in the body; null where the subject is dropped. */
	readonly mention: Range | null;
}

/** Whoever is proposed to have said it. */
export interface DraftSpeaker extends DraftSource {
	readonly resolution: Resolution;
	readonly role: SpeakerRole;
	/** The key of the office that an epithet means; null for all else. */
	readonly office: string | null;
}

/** A place of the authority file that a statement has to do with. */
export interface DraftPlace {
	readonly slug: string;
	readonly role: NonNullable<StatementEntry["locations"]>[number]["role"];
	readonly mention: Range;
}

/** A proposed statement. All ranges are UTF-16 units of the article's body. */
export interface DraftStatement {
	readonly kind: StatementEntry["kind"];
	readonly act: StatementEntry["act"];
	/** In reading order; several where other words stand between the parts of what was said. */
	readonly content: readonly Range[];
	/** The verbatim words inside a MIXED content, without their marks; empty for the other kinds. */
	readonly quotes: readonly Range[];
	/** The reporting words. */
	readonly cue: Range | null;
	/** At least one. */
	readonly speakers: readonly DraftSpeaker[];
	/** Who passed it on, the one nearest to the article first. */
	readonly via: readonly DraftSource[];
	readonly addressees: readonly DraftSource[];
	readonly places: readonly DraftPlace[];
	/** Words of the body that tell the day on which it was said, where they do. */
	readonly saidOn: Range | null;
	/** The position of the statement that this one is inside of; null for none. */
	readonly parent: number | null;
	/** From 0 to 1: the share of proposals by the same rules that were right on the development set. */
	readonly confidence: number;
	/** The rule that found it, as the model card lists them. */
	readonly rule: string;
}

/** A quotation of the body that is proposed to be no statement. */
export interface DraftOtherQuotation {
	/** What stands between the marks; for a mark without its other half, the words beside it with it. */
	readonly words: Range;
	readonly reason: "EVENT_TITLE" | "NAME" | "TERM" | "UNPAIRED_MARK";
}

/** All that is proposed for one article. */
export interface Draft {
	/** In reading order of their contents. */
	readonly statements: readonly DraftStatement[];
	readonly otherQuotations: readonly DraftOtherQuotation[];
	/** Every known place that the title or the body names, with the first mention in it. */
	readonly places: readonly { readonly slug: string; readonly mention: string }[];
}
