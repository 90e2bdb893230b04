import type { Prisma } from "../generated/prisma/client.ts";
import type { Span } from "../text/span.ts";

// The rows as they are read: Prisma's own types, except that a calendar day is text
// (YYYY-MM-DD) and that the JSON columns hold what the loader writes into them.

type Replace<Row, New> = Omit<Row, keyof New> & New;
type Mentioned<Row> = Replace<Row, { readonly mention: Span | null }>;

/** A row of the table Statement. */
export type StatementRow = Replace<
	Prisma.StatementModel,
	{
		readonly spans: readonly Span[];
		readonly quotes: readonly Span[];
		readonly cue: Span | null;
		readonly saidEarliest: string | null;
		readonly saidLatest: string | null;
		readonly saidEvidence: Span | null;
	}
>;
/** A row of the table Article. */
export type ArticleRow = Replace<
	Prisma.ArticleModel,
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
/** A row of the table ArticleLocation. */
export type ArticleLocationRow = Replace<Prisma.ArticleLocationModel, { readonly mention: Span }>;
/** A row of the table Attribution. */
export type AttributionRow = Mentioned<Prisma.AttributionModel>;
/** A row of the table Addressee. */
export type AddresseeRow = Mentioned<Prisma.AddresseeModel>;
/** A row of the table Relay. */
export type RelayRow = Mentioned<Prisma.RelayModel>;
/** A row of the table StatementLocation. */
export type StatementLocationRow = Mentioned<Prisma.StatementLocationModel>;
/** A row of the table Speaker. */
export type SpeakerRow = Prisma.SpeakerModel;
/** A row of the table Location. */
export type LocationRow = Prisma.LocationModel;
/** A row of the table Publisher. */
export type PublisherRow = Prisma.PublisherModel;
/** A row of the table Document. */
export type DocumentRow = Prisma.DocumentModel;
/** A row of the table CreditedSource. */
export type CreditedSourceRow = Prisma.CreditedSourceModel;
/** A name of a speaker, a place or an outlet. */
export type NameRow = Pick<Prisma.SpeakerNameModel, "text" | "language" | "kind">;
