import { createHash } from "node:crypto";
import type { CorpusArticle, CorpusDocument, CorpusStatement } from "../../src/curation/corpus.ts";
import { type Span, toSpan } from "../../src/text/span.ts";
import { type BodyWriter, bodyWriter } from "./body-writer.ts";
import { drawDates } from "./dates.ts";
import { type Random, randomOf } from "./random.ts";
import { drawLength, drawWords } from "./sentence.ts";
import { writeStatement } from "./statement.ts";
import type { World } from "./world.ts";

/** The most statements of an article, and the spread that makes ten the mean. */
const MOST_STATEMENTS = 30;
const SPREAD = 2.15;
const LARGEST_CAST = 4;
const WITHOUT_TITLE = 0.03;
const WITHOUT_PUBLISHER = 0.05;
/** The share of statements that a sentence of the article itself stands before. */
const NARRATED = 0.4;
const CREDITED = 0.2;

/** An article with the page that it was taken from. */
export interface GeneratedArticle {
	readonly article: CorpusArticle;
	readonly document: CorpusDocument;
}

function placesOf(statements: readonly CorpusStatement[]): CorpusArticle["locations"] {
	const first = new Map<string, Span>();
	for (const { locations } of statements)
		for (const { locationSlug, mention } of locations)
			if (mention !== null && !first.has(locationSlug)) first.set(locationSlug, mention);
	return [...first].map(([locationSlug, mention]) => ({ locationSlug, mention }));
}

function documentOf(fileName: string, title: string | null, body: string): CorpusDocument {
	const text = title === null ? body : `${title}\n${body}`;
	const bodyStart = text.length - body.length;
	const segment = (kind: "HEADLINE" | "BODY", start: number, end: number) => ({
		kind,
		span: toSpan("DOCUMENT", text, { start, end }),
	});
	return {
		fileName,
		sha256: createHash("sha256").update(text).digest("hex"),
		text,
		segments: [
			...(title === null ? [] : [segment("HEADLINE", 0, title.length)]),
			segment("BODY", bodyStart, text.length),
		],
	};
}

function writeNarration(random: Random, body: BodyWriter): void {
	if (random.chance(NARRATED)) body.append(`${drawWords(random, drawLength(random))}. `);
}

/**
 * Makes the article of a number.
 *
 * @param most the most statements that it may have, so that a corpus has as many as were asked for
 */
export function makeArticle(
	world: World,
	seed: number,
	index: number,
	most: number,
): GeneratedArticle {
	const random = randomOf(seed, index);
	const cast = Array.from({ length: 1 + random.below(LARGEST_CAST) }, () =>
		world.pickSpeaker(random),
	);
	const slug = `${cast[0]?.slug ?? "article"}-${index.toString(36).padStart(5, "0")}`;
	const dates = drawDates(random);
	const title = random.chance(WITHOUT_TITLE) ? null : drawWords(random, 5 + random.below(5));
	const count = Math.min(most, 1 + Math.floor(MOST_STATEMENTS * random.next() ** SPREAD));
	const body = bodyWriter();
	const statements = Array.from({ length: count }, (_none, position) => {
		writeNarration(random, body);
		return writeStatement(random, world, body, { articleSlug: slug, position, cast, dates });
	});
	const document = documentOf(`${slug}.txt`, title, body.text());
	const publisher = random.chance(WITHOUT_PUBLISHER) ? null : world.pickPublisher(random);
	const credited = random.chance(CREDITED) ? publisher?.names[0]?.text : undefined;
	return {
		document,
		article: {
			slug,
			title,
			body: body.text(),
			language: "ar",
			direction: "RTL",
			publisherSlug: publisher?.slug ?? null,
			documentFileName: document.fileName,
			published: dates.published,
			review: { status: "CURATED", method: "HAND", confidence: null },
			creditedSources: credited === undefined ? [] : [{ text: credited, speakerSlug: null }],
			locations: placesOf(statements),
			statements,
		},
	};
}
