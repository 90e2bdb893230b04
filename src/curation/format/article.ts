import { z } from "zod";
import { dateBasis, edtfDate, language, slug, text, words } from "./common.ts";

const evidence = z.union([
	words,
	z.strictObject({
		document: words.describe("Words of the page outside the article"),
	}),
]);

/** When something was published or said, and how that is known. */
export const articleDate = z.strictObject({
	date: edtfDate,
	basis: dateBasis,
	evidence: evidence
		.optional()
		.describe("The words that show it: of the article, or under document: of the page around it"),
	note: text.optional().describe("What else one must know to follow the reasoning"),
});

const segment = z.strictObject({
	kind: z
		.enum(["HEADLINE", "BODY", "SOURCE_LINE", "DATELINE", "EMBED", "RELATED", "CHROME", "COMMENT"])
		.describe(
			"HEADLINE, BODY, SOURCE_LINE and DATELINE belong to the article; EMBED (a tweet), RELATED (other headlines), CHROME (menus, buttons, captions) and COMMENT do not",
		),
	from: words.describe("The first words of the part"),
	to: words.optional().describe("Its last words; left out where from is all of it"),
});

const speakerRole = z
	.enum(["SOLE", "JOINT", "SPOKESPERSON_FOR", "METONYM"])
	.describe(
		"SOLE: one speaker (the default). JOINT: one of several who say it together (the default for several). SPOKESPERSON_FOR: speaks for a body. METONYM: a body or place that stands for people",
	);

const attribution = z.strictObject({
	speaker: slug,
	role: speakerRole.optional(),
	mention: words
		.optional()
		.describe("The source as written beside the cue; left out where the subject is dropped"),
	resolution: z
		.enum(["NAMED", "EPITHET", "PRONOUN", "DROPPED_SUBJECT", "HEADLINE"])
		.describe("How the article points at the speaker"),
	office: slug
		.optional()
		.describe("For an epithet such as the Syrian president: the key of the office that it means"),
});

const review = z.strictObject({
	status: z
		.enum(["CURATED", "DRAFT"])
		.describe("CURATED: a person has confirmed it. DRAFT: a proposal"),
	method: z
		.enum(["HAND", "RULE"])
		.describe("HAND: read by people. RULE: proposed by the drafting tool"),
	confidence: z.number().min(0).max(1).optional().describe("From 0 to 1, where it is known"),
});

/** One statement: one source, one cue, one content. */
export const statement = z.strictObject({
	key: slug.describe("Its name in this article; part of its link, so it must not change"),
	kind: z
		.enum(["DIRECT", "INDIRECT", "MIXED"])
		.describe(
			"DIRECT: all of it is quoted. INDIRECT: none of it is. MIXED: reported, with quoted words inside",
		),
	act: z
		.enum([
			"ASSERT",
			"DEMAND",
			"PROMISE",
			"DENY",
			"DECLINE_TO_COMMENT",
			"PRAISE",
			"THANK",
			"CONDOLE",
			"WARN",
			"ANNOUNCE",
			"CONGRATULATE",
			"QUESTION",
		])
		.describe("What the speaker does by saying it"),
	in: z
		.enum(["TITLE"])
		.optional()
		.describe("TITLE for a statement of the headline; left out for the body"),
	content: z
		.union([words, z.array(words).min(1)])
		.describe("What was said; a list where other words stand between its parts"),
	quotes: z
		.array(words)
		.optional()
		.describe("For MIXED: the verbatim words inside the content, without their marks"),
	cue: words.optional().describe("The reporting words"),
	speakers: z.array(attribution).min(1, {
		error: "expected at least one speaker; an unknown source is an entry of kind UNKNOWN",
	}),
	addressees: z
		.array(
			z.strictObject({
				speaker: slug.optional(),
				description: text.optional().describe("Who it is, where the mention alone does not tell"),
				mention: words,
			}),
		)
		.optional()
		.describe("Said TO whom"),
	relays: z
		.array(z.strictObject({ speaker: slug, mention: words.optional() }))
		.optional()
		.describe("Who passed it on, nearest to the article first"),
	parent: slug.optional().describe("The key of the statement that this one is inside of"),
	occasion: slug.optional().describe("The event that it was said at"),
	said: articleDate
		.optional()
		.describe("When it was said; left out: on the day of the occasion, or else of publication"),
	locations: z
		.array(
			z.strictObject({
				location: slug,
				role: z
					.enum(["SPOKEN_AT", "ABOUT", "MENTIONED"])
					.describe("What the place has to do with it"),
				mention: words.optional(),
			}),
		)
		.optional()
		.describe("Its places; the place of the occasion is added by itself"),
	language: language.optional().describe("Where it differs from the article's"),
	review: review.optional().describe("Where it differs from the article's"),
});

/** A quotation of the article that is no statement, and why. */
const otherQuotation = z.strictObject({
	words: words.describe(
		"The words between the marks; for a mark without its other half: the words beside it",
	),
	reason: z
		.enum(["EVENT_TITLE", "NAME", "TERM", "UNPAIRED_MARK", "OTHER"])
		.describe(
			"EVENT_TITLE, NAME (of an organisation, a newspaper, a nickname), TERM (a label that nobody in the text says), UNPAIRED_MARK, OTHER",
		),
	note: text.optional(),
});

/** The file of one article: `seed/articles/<slug>.yaml`. */
export const articleFile = z
	.strictObject({
		document: text.describe("The file name in seed/documents"),
		sha256: z
			.string()
			.regex(/^[0-9a-f]{64}$/, {
				error: "expected a SHA-256 digest: 64 hexadecimal digits in lower case",
			})
			.describe("The digest of the document's bytes"),
		language,
		publisher: slug.optional().describe("The outlet; left out where the page does not tell"),
		creditedSources: z
			.array(
				z.strictObject({
					words: words.describe("The source as the page's source line names it"),
					speaker: slug.optional(),
				}),
			)
			.optional(),
		published: articleDate,
		review,
		segments: z
			.array(segment)
			.min(1)
			.describe("The parts of the page, each of its kind; those of all its articles cover it"),
		places: z
			.array(
				z.strictObject({
					location: slug,
					mention: words.describe("Where the article first names it"),
				}),
			)
			.optional()
			.describe("Every place that the title or the body names"),
		otherQuotations: z
			.array(otherQuotation)
			.optional()
			.describe("Quotations that are no statement"),
		statements: z.array(statement),
	})
	.describe(
		"One article of Aqwal: what it is, where it stands in its document, and who says what in it",
	);

/** What the file of an article holds. */
export type ArticleFile = z.infer<typeof articleFile>;
/** What the file of an article holds of one statement. */
export type StatementEntry = z.infer<typeof statement>;
/** A date with its basis, as the file of an article gives it. */
export type DateEntry = z.infer<typeof articleDate>;
/** Words to be found, as the files give them. */
export type WordsEntry = z.infer<typeof words>;
