import type { Span, TextSource } from "../text/span.ts";
import type { SegmentKind } from "./corpus.ts";
import type { ArticleFile, StatementEntry } from "./format/article.ts";
import type {
	LocationEntry,
	OccasionEntry,
	PublisherEntry,
	SpeakerEntry,
} from "./format/authorities.ts";
import type { Path, SourceFile } from "./format/yaml.ts";

/** A document of the seed folder, read. */
export interface SeedDocument {
	readonly fileName: string;
	/** Of its bytes, in hexadecimal. */
	readonly sha256: string;
	/** In NFC. */
	readonly text: string;
}

/** A part of a page, found. */
export interface LocatedSegment {
	readonly kind: SegmentKind;
	readonly span: Span;
	readonly path: Path;
}

/** The words of a statement, found; what could not be found is null and has its diagnostic. */
export interface LocatedStatement {
	readonly entry: StatementEntry;
	readonly path: Path;
	readonly source: TextSource;
	/** The content in reading order; empty when it was not found. */
	readonly spans: readonly Span[];
	readonly quotes: readonly Span[];
	readonly cue: Span | null;
	readonly mentions: readonly (Span | null)[];
	readonly addresseeMentions: readonly (Span | null)[];
	readonly relayMentions: readonly (Span | null)[];
	readonly locationMentions: readonly (Span | null)[];
	readonly saidEvidence: Span | null;
}

/** An article whose words are found in its document. */
export interface LocatedArticle {
	readonly slug: string;
	readonly source: SourceFile<ArticleFile>;
	readonly document: SeedDocument;
	readonly segments: readonly LocatedSegment[];
	readonly title: string | null;
	readonly body: string;
	readonly publishedEvidence: Span | null;
	readonly creditedSources: readonly (Span | null)[];
	/** For each place of the file: where it is first named. */
	readonly places: readonly (Span | null)[];
	/** For each quotation that is no statement: everywhere that its words stand. */
	readonly otherQuotations: readonly (readonly Span[])[];
	readonly statements: readonly LocatedStatement[];
}

/** The entries of one authority file; null when the file itself is at fault. */
export type Authority<Entry> = SourceFile<Entry[]> | null;

/** The seed folder with every word in its place, as the rules see it. */
export interface LocatedCorpus {
	readonly documents: ReadonlyMap<string, SeedDocument>;
	/** The documents that an unreadable article file names: what they lack cannot be told yet. */
	readonly halfRead: ReadonlySet<string>;
	readonly speakers: Authority<SpeakerEntry>;
	readonly locations: Authority<LocationEntry>;
	readonly publishers: Authority<PublisherEntry>;
	readonly occasions: Authority<OccasionEntry>;
	readonly articles: readonly LocatedArticle[];
}
