import type { MaybePromise } from "../database/maybe-promise.ts";
import type {
	ArticleRow,
	LocationRow,
	OccasionRow,
	SpeakerRow,
	StatementRow,
} from "../database/rows.ts";
import { builder } from "./builder.ts";
import type { Connection } from "./connection.ts";
import { highlightsOfStatement, toEdge } from "./highlights.ts";
import { TextSpan } from "./text-span.ts";

// The nouns by reference, so that their files can speak of each other.

/** An article. */
export const Article = builder.objectRef<ArticleRow>("Article");
/** A statement. */
export const Statement = builder.objectRef<StatementRow>("Statement");
/** A speaker. */
export const Speaker = builder.objectRef<SpeakerRow>("Speaker");
/** A place. */
export const Location = builder.objectRef<LocationRow>("Location");
/** An occasion. */
export const Occasion = builder.objectRef<OccasionRow>("Occasion");

/** A page of statements. */
export const StatementConnection = builder.connectionObject(
	{
		type: Statement,
		name: "StatementConnection",
		description: "A page of a list of statements.",
		fields: (t) => ({
			totalCount: t.int({
				description:
					"How many statements the whole list has; drafts only where the filter asks for them.",
				resolve: (connection) => totalOf(connection),
			}),
		}),
	},
	{
		name: "StatementEdge",
		description: "A statement in its place in a list.",
		fields: (t) => ({
			highlights: t.field({
				type: [TextSpan],
				description:
					"Where the words that filter and its alternatives search for stand in the article, within the statement's spans: each word of a phrase too, wherever it stands; none without a search.",
				resolve: (edge, _args, context) =>
					highlightsOfStatement(context, toEdge<StatementRow>(edge)),
			}),
		}),
	},
);

/** How many rows the list of a connection has; every connection of this schema is made by connectionOf. */
export function totalOf(connection: object): MaybePromise<number> {
	return (connection as Connection<unknown>).total();
}
