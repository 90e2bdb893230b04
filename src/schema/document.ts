import type { DocumentRow, DocumentSegmentRow } from "../database/rows.ts";
import { builder } from "./builder.ts";
import { spanOfDocument, TextSpan } from "./text-span.ts";

/** What a part of a page is. */
export const SegmentKind = builder.enumType("SegmentKind", {
	description: "What a part of a scraped page is.",
	values: {
		HEADLINE: { description: "The headline of an article." },
		BODY: { description: "The text of an article." },
		SOURCE_LINE: { description: "The line that credits a source." },
		DATELINE: { description: "The line with the date, or with the place and the outlet." },
		EMBED: { description: "Something embedded, such as a post of a social network. Left out." },
		RELATED: { description: "Headlines of other articles. Left out." },
		CHROME: { description: "Menus, buttons, captions, repeated headlines, legal lines. Left out." },
		COMMENT: { description: "The place for readers' comments. Left out." },
	},
});

const DocumentSegment = builder.objectRef<DocumentSegmentRow>("DocumentSegment").implement({
	description: "A part of a scraped page: kept as article, or left out as furniture.",
	fields: (t) => ({
		kind: t.expose("kind", { type: SegmentKind, description: "What it is." }),
		span: t.field({
			type: TextSpan,
			description: "Where it stands in the document.",
			resolve: ({ documentFileName, span }, _args, context) =>
				spanOfDocument(context, documentFileName, span),
		}),
	}),
});

/** A page as it was scraped. */
export const SourceDocument = builder.objectRef<DocumentRow>("SourceDocument").implement({
	description: "The page that an article was taken from, as it was scraped.",
	fields: (t) => ({
		fileName: t.exposeString("fileName", {
			description: "The name of its file in seed/documents.",
		}),
		sha256: t.exposeString("sha256", {
			description: "The SHA-256 digest of the file's bytes, in hexadecimal.",
		}),
		text: t.exposeString("text", { description: "The whole text of the file, in Unicode's NFC." }),
		segments: t.field({
			type: [DocumentSegment],
			description: "Its parts, in reading order; together they are all of it but white space.",
			resolve: ({ fileName }, _args, { loaders }) => loaders.segments.load(fileName),
		}),
	}),
});
