import type { Prisma } from "../generated/prisma/client.ts";
import type { Span } from "../text/span.ts";

// The rows as they are read: Prisma's own types, except that a calendar day is text
// (YYYY-MM-DD) and that the JSON columns hold what the loader writes into them.

type Replace<Row, New> = Omit<Row, keyof New> & New;
/** With where the text names it; only the statement's own row tells that. */
type Mentioned<Row> = Row & { readonly mention: Span | null };

/** Who a statement is attributed to, as the statement's row has it. */
export type AttributionLink = Mentioned<
	Pick<Prisma.AttributionModel, "speakerSlug" | "role" | "resolution" | "officeId">
>;
/** Who a statement is said to, as the statement's row has it. */
export type AddresseeLink = Mentioned<Pick<Prisma.AddresseeModel, "speakerSlug" | "description">>;
/** Who passed a statement on, as the statement's row has it. */
export type RelayLink = Mentioned<Pick<Prisma.RelayModel, "speakerSlug">>;
/** A place of a statement, as the statement's row has it. */
export type LocationLink = Mentioned<Pick<Prisma.StatementLocationModel, "locationSlug" | "role">>;

/** A row of the table Statement. */
export type StatementRow = Replace<
	Prisma.StatementModel,
	{
		readonly spans: readonly Span[];
		readonly quotes: readonly Span[];
		readonly cue: Span | null;
		readonly attributions: readonly AttributionLink[];
		readonly addressees: readonly AddresseeLink[];
		/** The one nearest to the article first. */
		readonly relays: readonly RelayLink[];
		readonly locations: readonly LocationLink[];
		readonly saidEarliest: string | null;
		readonly saidLatest: string | null;
		readonly saidEvidence: Span | null;
		readonly publishedEarliest: string | null;
	}
>;
/** A row of the table Article without its body. */
export type ArticleRow = Replace<
	Omit<Prisma.ArticleModel, "body" | "sortTitle">,
	{
		readonly publishedEarliest: string | null;
		readonly publishedLatest: string | null;
		readonly publishedEvidence: Span | null;
	}
>;
/** A row of the table Occasion. */
export type OccasionRow = Replace<
	Prisma.OccasionModel,
	{ readonly dateEarliest: string | null; readonly dateLatest: string | null }
>;
/** A row of the table Office. */
export type OfficeRow = Replace<
	Prisma.OfficeModel,
	{ readonly startDate: string | null; readonly endDate: string | null }
>;
/** A row of the table DocumentSegment. */
export type DocumentSegmentRow = Replace<Prisma.DocumentSegmentModel, { readonly span: Span }>;
/** A name of a speaker, a place or an outlet. */
export type NameRow = Pick<Prisma.SpeakerNameModel, "text" | "language" | "kind">;
/** A row of the table Speaker, with all names and the offices of a person. */
export type SpeakerRow = Prisma.SpeakerModel & {
	readonly names: readonly NameRow[];
	readonly offices: readonly OfficeRow[];
};
/** A row of the table Location, with all names. */
export type LocationRow = Prisma.LocationModel & { readonly names: readonly NameRow[] };
/** A row of the table Publisher, with all names. */
export type PublisherRow = Prisma.PublisherModel & { readonly names: readonly NameRow[] };
/** A row of the table Document. */
export type DocumentRow = Prisma.DocumentModel;
/** A row of the table CreditedSource. */
export type CreditedSourceRow = Prisma.CreditedSourceModel;
