import fc from "fast-check";
import type {
	Draft,
	DraftSource,
	DraftSpeaker,
	DraftStatement,
} from "../../../src/drafting/draft.ts";
import type { PageArticle, PageDate } from "../../../src/drafting/page.ts";
import type { Range } from "../../../src/text/span.ts";
import { context } from "./curated.ts";

/** Words with all that makes finding them hard: names, marks, repeated words, joined characters. */
const WORDS = [
	"قال",
	"وقال",
	"بوتين",
	"الرئيس السوري",
	"لأردوغان",
	"سوريا",
	"بسوريا",
	"موسكو",
	"واشنطن بوست",
	"الكرملين",
	"ـسوريا",
	"العِراق",
	"إن",
	"أن",
	":",
	":",
	'"',
	'"',
	"«",
	"»",
	"“",
	"”",
	"،",
	".",
	"🙂",
	"👩‍👩‍👧",
	"نص",
	"نص",
	"كلمة",
	"RT",
	"don’t",
	"- #",
	"'",
	"أمس الثلاثاء",
];

/** A paragraph or several, with words glued to each other here and there. */
const text: fc.Arbitrary<string> = fc
	.array(
		fc.tuple(
			fc.constantFrom(...WORDS),
			fc.constantFrom(" ", " ", " ", " ", "", "\n", "\n\n", "\u00a0"),
		),
		{ minLength: 1, maxLength: 60 },
	)
	.map((parts) => `كلام ${parts.flat().join("")}`.normalize("NFC").trim());

function range(length: number): fc.Arbitrary<Range> {
	return fc
		.tuple(fc.nat(length), fc.nat(Math.min(length, 60)))
		.map(([start, size]) => ({ start, end: Math.min(length, start + size) }));
}

const KINDS = ["DIRECT", "INDIRECT", "MIXED"] as const;
const ACTS = ["ASSERT", "DEMAND", "DECLINE_TO_COMMENT"] as const;
const RESOLUTIONS = ["NAMED", "EPITHET", "PRONOUN", "DROPPED_SUBJECT", "HEADLINE"] as const;
const ROLES = ["SOLE", "JOINT", "SPOKESPERSON_FOR", "METONYM"] as const;
const SPEAKER_KINDS = ["PERSON", "ORGANIZATION", "STATE", "ANONYMOUS", "UNKNOWN"] as const;
const NAMES = [
	"بوتين",
	"سيرغي لافروف",
	"لافروف",
	"الرئيس السوري",
	"مسؤول",
	"موسكو",
	"وزارة دفاع سوريا",
	"Putin",
	"Butin",
	" ",
	"!",
	"Москва",
	"نص",
	"كلمة",
];
const SLUGS = [null, null, "nobody-knows", ...context.speakers.map(({ slug }) => slug)];
const PLACES = ["nowhere", ...context.locations.map(({ slug }) => slug)];

function source(body: string): fc.Arbitrary<DraftSource> {
	return fc.record({
		name: fc.constantFrom(...NAMES),
		slug: fc.constantFrom(...SLUGS),
		kind: fc.constantFrom(...SPEAKER_KINDS),
		mention: fc.option(range(body.length)),
	});
}

function speaker(body: string): fc.Arbitrary<DraftSpeaker> {
	const offices = context.speakers.flatMap(({ offices = [] }) => offices.map(({ key }) => key));
	return fc
		.tuple(
			source(body),
			fc.record({
				resolution: fc.constantFrom(...RESOLUTIONS),
				role: fc.constantFrom(...ROLES),
				office: fc.constantFrom(null, "no-office", ...offices),
			}),
		)
		.map(([named, rest]) => ({ ...named, ...rest }));
}

function statement(body: string): fc.Arbitrary<DraftStatement> {
	const some = range(body.length);
	return fc.record({
		kind: fc.constantFrom(...KINDS),
		act: fc.constantFrom(...ACTS),
		content: fc.array(some, { minLength: 1, maxLength: 3 }),
		quotes: fc.array(some, { maxLength: 2 }),
		cue: fc.option(some),
		speakers: fc.array(speaker(body), { maxLength: 3 }),
		via: fc.array(source(body), { maxLength: 3 }),
		addressees: fc.array(source(body), { maxLength: 2 }),
		places: fc.array(
			fc.record({
				slug: fc.constantFrom(...PLACES),
				role: fc.constantFrom("SPOKEN_AT" as const, "ABOUT" as const, "MENTIONED" as const),
				mention: some,
			}),
			{ maxLength: 3 },
		),
		saidOn: fc.option(some),
		parent: fc.option(fc.nat(8)),
		confidence: fc.double({ min: -1, max: 2 }),
		rule: fc.constantFrom("colon-quote", "verb-that", "# odd: \n rule", ""),
	});
}

/** Any draft of a body, sensible or not; its ranges fall where they like. */
export function anyDraft(body: string): fc.Arbitrary<Draft> {
	return fc.record({
		statements: fc.array(statement(body), { maxLength: 8 }),
		otherQuotations: fc.array(
			fc.record({
				words: range(body.length),
				reason: fc.constantFrom(
					"EVENT_TITLE" as const,
					"NAME" as const,
					"TERM" as const,
					"UNPAIRED_MARK" as const,
				),
			}),
			{ maxLength: 3 },
		),
		places: fc.array(
			fc.record({ slug: fc.constantFrom(...PLACES), mention: fc.constantFrom(...WORDS, "") }),
			{ maxLength: 4 },
		),
	});
}

function anyDate(length: number): fc.Arbitrary<PageDate | null> {
	return fc.option(
		fc.record({
			date: fc.constantFrom("2020-03-05", "2024-12", "2018", "XXXX", "2023-02-30", "soon"),
			basis: fc.constantFrom(
				"EXPLICIT" as const,
				"WEEKDAY_RELATIVE" as const,
				"EVENT_INFERRED" as const,
				"PUBLICATION" as const,
				"NONE" as const,
			),
			evidence: fc.option(range(length)),
		}),
	);
}

/** A page of furniture, a headline, a body in one part or two, and furniture. */
export function anyPage(): fc.Arbitrary<{ text: string; page: PageArticle }> {
	return fc
		.tuple(text, text, text, fc.option(text), fc.option(text))
		.chain(([first, headline, body, cut, more]) => {
			const parts = [
				{ kind: "CHROME" as const, words: first },
				{ kind: "HEADLINE" as const, words: headline },
				{ kind: "BODY" as const, words: body },
				...(cut === null ? [] : [{ kind: "EMBED" as const, words: cut }]),
				...(more === null ? [] : [{ kind: "BODY" as const, words: more }]),
			];
			let length = 0;
			const segments = parts.map(({ kind, words }) => {
				const start = length;
				length += words.length + 1;
				return { kind, start, end: start + words.length };
			});
			const document = `${parts.map(({ words }) => words).join("\n")}\n`;
			return fc.record({
				text: fc.constant(document),
				page: fc.record({
					title: fc.constant(headline),
					body: fc.constant(more === null ? body : `${body}\n\n${more}`),
					segments: fc.constant(segments),
					published: anyDate(document.length),
					publisher: fc.option(range(document.length)),
				}),
			});
		});
}
