import { builder } from "./builder.ts";

/** How a statement gives the words. */
export const StatementKind = builder.enumType("StatementKind", {
	description: "How a statement gives the words.",
	values: {
		DIRECT: { description: "As the speaker said them: everything is quoted." },
		INDIRECT: { description: "As the article reports them: nothing is quoted." },
		MIXED: { description: "Reported, with words of the speaker quoted in it." },
	},
});

/** What the speaker does by saying it. */
export const SpeechAct = builder.enumType("SpeechAct", {
	description: "What the speaker does by saying it.",
	values: {
		ASSERT: { description: "Says that something is so." },
		DEMAND: { description: "Wants something to be done." },
		PROMISE: { description: "Undertakes to do something." },
		DENY: { description: "Says that something is not so." },
		DECLINE_TO_COMMENT: { description: "Says that they will not say anything." },
		PRAISE: { description: "Approves of someone or of something done." },
		THANK: { description: "Thanks someone." },
		CONDOLE: { description: "Expresses sympathy for a loss." },
		WARN: { description: "Tells of a danger or threatens." },
		ANNOUNCE: { description: "Makes something known for the first time." },
		CONGRATULATE: { description: "Expresses joy over someone's success." },
		QUESTION: { description: "Asks something." },
	},
});

/** In what capacity a speaker is named. */
export const AttributionRole = builder.enumType("AttributionRole", {
	description: "In what capacity a speaker is named.",
	values: {
		SOLE: { description: "The one who says it." },
		JOINT: { description: "One of several who say it together." },
		SPOKESPERSON_FOR: { description: "A person who speaks for a body or another person." },
		METONYM: { description: "A body or place that stands for people, such as the Kremlin." },
	},
});

/** How the article points at the speaker. */
export const MentionResolution = builder.enumType("MentionResolution", {
	description: "How the article points at the speaker, and so how sure it is who that is.",
	values: {
		NAMED: { description: "By name, with or without a title." },
		EPITHET: { description: "By a description, such as an office." },
		PRONOUN: { description: "By a pronoun." },
		DROPPED_SUBJECT: {
			description: "Not at all: the verb has no subject of its own, as Arabic allows.",
		},
		HEADLINE: { description: "In a headline." },
	},
});

/** What a place has to do with a statement. */
export const LocationRole = builder.enumType("LocationRole", {
	description: "What a place has to do with a statement.",
	values: {
		SPOKEN_AT: { description: "It was said there." },
		ABOUT: { description: "It is about the place." },
		MENTIONED: { description: "It names the place in passing." },
	},
});

/** Whether a person has confirmed the row. */
export const ReviewStatus = builder.enumType("ReviewStatus", {
	description: "Whether the row has been confirmed.",
	values: {
		CURATED: { description: "Read, compared and settled." },
		DRAFT: {
			description:
				"A proposal that nobody has confirmed, or what only such proposals tell of; listed, counted and suggested only where it is asked for.",
		},
	},
});

/** Who or what made the annotation. */
export const AnnotationMethod = builder.enumType("AnnotationMethod", {
	description: "How the annotation was made.",
	values: {
		HAND: { description: "By reading the article." },
		RULE: { description: "By the rules of the drafting tool." },
	},
});
