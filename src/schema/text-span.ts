import { andThen, type MaybePromise } from "../database/maybe-promise.ts";
import { after, before, type Range, type Span } from "../text/span.ts";
import { builder } from "./builder.ts";
import type { Context } from "./context.ts";
import { badUserInput } from "./errors.ts";
import { loadOne } from "./load.ts";

/** A span with the way to the text that it counts in; the text is loaded only when it is asked for. */
export interface SpanInText extends Span {
	readonly text: () => MaybePromise<string>;
	/** The words of the span, where they are at hand without the text. */
	readonly exact?: string;
}

/** The context that prefix and suffix give when no length is asked for, in UTF-16 code units. */
const DEFAULT_CONTEXT = 32;
/** The longest context that prefix and suffix give, in UTF-16 code units. */
const LONGEST_CONTEXT = 1000;

function loadDocumentText({ loaders }: Context, fileName: string): MaybePromise<string> {
	return andThen(loadOne(loaders.document, fileName), ({ text }) => text);
}

function loadText(context: Context, articleSlug: string, { source }: Span): MaybePromise<string> {
	const { loaders } = context;
	if (source === "BODY") return loadOne(loaders.articleBody, articleSlug);
	return andThen(loadOne(loaders.article, articleSlug), ({ title, documentFileName }) =>
		source === "TITLE" ? (title ?? "") : loadDocumentText(context, documentFileName),
	);
}

/** A span of an article, with its text. */
export function spanOfArticle(
	context: Context,
	articleSlug: string,
	span: Span & Pick<SpanInText, "exact">,
): SpanInText {
	return { ...span, text: () => loadText(context, articleSlug, span) };
}

/** A span of an article where there is one, and where it was read. */
export function optionalSpan(
	context: Context,
	articleSlug: string,
	span: Span | null | undefined,
): SpanInText | null {
	return span == null ? null : spanOfArticle(context, articleSlug, span);
}

/** A span that counts in a whole document. */
export function spanOfDocument(context: Context, fileName: string, span: Span): SpanInText {
	return { ...span, text: () => loadDocumentText(context, fileName) };
}

/**
 * The words around a range of a text, which a TextQuoteSelector of the W3C Web
 * Annotation Data Model finds it by; no character is cut.
 *
 * @param length the most on either side, in UTF-16 code units
 */
export function surroundings(
	text: string,
	range: Range,
	length: number = DEFAULT_CONTEXT,
): { readonly prefix: string; readonly suffix: string } {
	return { prefix: before(text, range, length), suffix: after(text, range, length) };
}

function checkLength(length: number): number {
	if (length >= 0 && length <= LONGEST_CONTEXT) return length;
	throw badUserInput(`expected length to be from 0 to ${LONGEST_CONTEXT}, found ${length}`);
}

export const TextSource = builder.enumType("TextSource", {
	description: "The text that offsets count in.",
	values: {
		BODY: { description: "The article's body: most spans." },
		TITLE: { description: "The article's title: a statement of the headline." },
		DOCUMENT: {
			description:
				"The whole document as scraped: segments, and a date's evidence outside the article.",
		},
	},
});

export const TextSpan = builder.objectRef<SpanInText>("TextSpan").implement({
	description:
		"A stretch of a text, half open. It can be turned into a TextPositionSelector (the offsets in code points) and a TextQuoteSelector (exact, prefix, suffix) of the W3C Web Annotation Data Model.",
	fields: (t) => ({
		source: t.field({
			type: TextSource,
			description: "The text that the offsets count in.",
			resolve: ({ source }) => source,
		}),
		start: t.exposeInt("start", {
			description:
				"Where it begins, in UTF-16 code units: in JavaScript, text.slice(start, end) is exact.",
		}),
		end: t.exposeInt("end", {
			description: "Where it ends, in UTF-16 code units; the first that is no longer in it.",
		}),
		startCodePoint: t.exposeInt("startCodePoint", {
			description: "Where it begins, in Unicode code points.",
		}),
		endCodePoint: t.exposeInt("endCodePoint", {
			description: "Where it ends, in Unicode code points; the first that is no longer in it.",
		}),
		exact: t.string({
			description: "The words of the span, cut out of the text.",
			resolve: ({ text, start, end, exact }) =>
				exact ?? andThen(text(), (whole) => whole.slice(start, end)),
		}),
		prefix: t.string({
			description: "The text right before the span.",
			args: {
				length: t.arg.int({
					defaultValue: DEFAULT_CONTEXT,
					description:
						"The most to give, in UTF-16 code units, from 0 to 1000; a character is never cut.",
				}),
			},
			resolve: (span, { length }) => {
				const most = checkLength(length ?? DEFAULT_CONTEXT);
				return andThen(span.text(), (whole) => before(whole, span, most));
			},
		}),
		suffix: t.string({
			description: "The text right after the span.",
			args: {
				length: t.arg.int({
					defaultValue: DEFAULT_CONTEXT,
					description:
						"The most to give, in UTF-16 code units, from 0 to 1000; a character is never cut.",
				}),
			},
			resolve: (span, { length }) => {
				const most = checkLength(length ?? DEFAULT_CONTEXT);
				return andThen(span.text(), (whole) => after(whole, span, most));
			},
		}),
	}),
});
