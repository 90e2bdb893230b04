import type { CorpusLocation, CorpusSpeaker, CorpusStatement } from "../../src/curation/corpus.ts";
import { PART_SEPARATOR, type Range, type Span } from "../../src/text/span.ts";
import { type BodyWriter, bodySpan } from "./body-writer.ts";
import { field, readData } from "./data.ts";
import type { ArticleDates } from "./dates.ts";
import { arabicName } from "./places.ts";
import { type Random, type WeightedPick, weighted } from "./random.ts";
import { drawLength, drawWords } from "./sentence.ts";
import type { World } from "./world.ts";

const JOINT = 0.05;
const RELAYED = 0.1;
const ADDRESSED = 0.15;
const TWO_PLACES = 0.4;
const SPLIT = 0.1;
const DRAFT = 0.03;
const AT_OCCASION = 0.05;

const PHRASES: ReadonlyMap<string, string> = new Map(
	readData("phrases").map((row) => [field(row, 0), field(row, 1)]),
);

function phrase(name: string): string {
	const text = PHRASES.get(name);
	if (text === undefined) throw new Error(`expected the phrase ${name} in phrases.txt, found none`);
	return text;
}

interface Cue {
	readonly act: CorpusStatement["act"];
	readonly verb: string;
}

/** How often each act is; what is not named is rare. */
const ACT_WEIGHTS: Partial<Record<CorpusStatement["act"], number>> = {
	ASSERT: 8,
	DEMAND: 6,
	ANNOUNCE: 5,
	WARN: 3,
	DENY: 3,
};

const pickCue: WeightedPick<Cue> = weighted(
	readData("cues").map((row): Cue => {
		// The acts in the data file are those of the corpus.
		return { act: field(row, 0) as Cue["act"], verb: field(row, 1) };
	}),
	({ act }) => ACT_WEIGHTS[act] ?? 1,
);

const pickKind: WeightedPick<CorpusStatement["kind"]> = weighted(
	["INDIRECT", "DIRECT", "MIXED"],
	(_kind, index) => [5, 3, 2][index] ?? 0,
);

/** The content of a statement as it was written into the body. */
interface Content {
	readonly spans: readonly Range[];
	readonly quotes: readonly Range[];
	readonly place: Range;
}

/** Words with the name of a place among them. */
function writeWords(random: Random, body: BodyWriter, place: CorpusLocation): Content {
	const before = 1 + random.below(drawLength(random) - 2);
	const start = body.length;
	body.append(`${drawWords(random, before)} `);
	const mention = body.append(arabicName(place));
	const { end } = body.append(` ${drawWords(random, drawLength(random) - 7)}`);
	return { spans: [{ start, end }], quotes: [], place: mention };
}

function writeContent(
	random: Random,
	body: BodyWriter,
	kind: CorpusStatement["kind"],
	place: CorpusLocation,
): Content {
	body.append(phrase(kind === "DIRECT" ? "colon" : "that"));
	if (kind === "DIRECT") body.append(phrase("open"));
	const content = writeWords(random, body, place);
	if (kind === "INDIRECT") return content;
	if (kind === "DIRECT") {
		body.append(phrase("close"));
		return { ...content, quotes: content.spans };
	}
	body.append(` ${phrase("open")}`);
	const quote = body.append(drawWords(random, 3 + random.below(5)));
	const end = body.append(phrase("close")).end;
	return { ...content, spans: [{ start: content.spans[0]?.start ?? 0, end }], quotes: [quote] };
}

/** A quotation before the cue, which the one after it goes on. */
function writeFirstPart(random: Random, body: BodyWriter): Range {
	body.append(phrase("open"));
	const range = body.append(drawWords(random, 3 + random.below(6)));
	body.append(`${phrase("close")}${phrase("comma")}`);
	return range;
}

function writeName(
	body: BodyWriter,
	before: string,
	named: Pick<CorpusSpeaker, "slug" | "names">,
): Span {
	if (before !== "") body.append(phrase(before));
	return bodySpan(body.append(arabicName(named)));
}

function drawSpeakers(random: Random, cast: readonly CorpusSpeaker[], world: World) {
	const first = random.pick(cast);
	if (!random.chance(JOINT)) return [first];
	return [...new Set([first, world.pickSpeaker(random), world.pickSpeaker(random)])];
}

function officeIdOf({ offices }: CorpusSpeaker, said: string | null): string | null {
	const held = offices.find(
		({ startDate, endDate }) =>
			said !== null && (startDate ?? "") <= said && (endDate === null || said < endDate),
	);
	return held?.id ?? null;
}

function writeAttributions(
	random: Random,
	body: BodyWriter,
	speakers: readonly CorpusSpeaker[],
	said: string | null,
): CorpusStatement["attributions"] {
	return speakers.map((speaker, index) => {
		const mention = writeName(body, index === 0 ? "space" : "jointly", speaker);
		return {
			speakerSlug: speaker.slug,
			role: speakers.length > 1 ? "JOINT" : speaker.kind === "PERSON" ? "SOLE" : "METONYM",
			resolution: random.chance(0.8) ? "NAMED" : "EPITHET",
			mention,
			officeId: officeIdOf(speaker, said),
		};
	});
}

function writeOthers(
	random: Random,
	body: BodyWriter,
	world: World,
): Pick<CorpusStatement, "addressees" | "relays"> {
	const addressee = random.chance(ADDRESSED) ? world.pickSpeaker(random) : null;
	const relay = random.chance(RELAYED) ? world.pickSpeaker(random) : null;
	return {
		addressees:
			addressee === null
				? []
				: [
						{
							speakerSlug: addressee.slug,
							description: arabicName(addressee),
							mention: writeName(body, "addressed", addressee),
						},
					],
		relays:
			relay === null
				? []
				: [{ speakerSlug: relay.slug, mention: writeName(body, "relayed", relay) }],
	};
}

function reviewOf(random: Random): CorpusStatement["review"] {
	if (!random.chance(DRAFT)) return { status: "CURATED", method: "HAND", confidence: null };
	return { status: "DRAFT", method: "RULE", confidence: Math.round(random.next() * 100) / 100 };
}

/** What an article is made of besides its statements. */
export interface Setting {
	readonly articleSlug: string;
	readonly position: number;
	readonly cast: readonly CorpusSpeaker[];
	readonly dates: ArticleDates;
}

/** Writes one statement into the body of an article. */
export function writeStatement(
	random: Random,
	world: World,
	body: BodyWriter,
	{ articleSlug, position, cast, dates }: Setting,
): CorpusStatement {
	const kind = pickKind(random);
	const { act, verb } = pickCue(random);
	const said = dates.said();
	const about = world.pickPlace(random);
	const at = random.chance(TWO_PLACES) ? world.pickPlace(random) : null;
	const first = kind === "DIRECT" && random.chance(SPLIT) ? [writeFirstPart(random, body)] : [];
	const cue = bodySpan(body.append(verb));
	const speakers = drawSpeakers(random, cast, world);
	const attributions = writeAttributions(random, body, speakers, said.earliest);
	const spokenAt = at === null ? null : writeName(body, "spoken-at", at);
	const others = writeOthers(random, body, world);
	const content = writeContent(random, body, kind, about);
	body.append(phrase("stop"));
	const spans = [...first, ...content.spans].map(bodySpan);
	const written = body.text();
	return {
		slug: `${articleSlug}.${act.toLowerCase().replaceAll("_", "-")}-${position}`,
		position,
		kind,
		act,
		text: spans.map(({ start, end }) => written.slice(start, end)).join(PART_SEPARATOR),
		language: "ar",
		direction: "RTL",
		spans,
		quotes: [...first, ...content.quotes].map(bodySpan),
		cue,
		parentSlug: null,
		occasionSlug: random.chance(AT_OCCASION) ? random.pick(world.occasions).slug : null,
		said,
		review: reviewOf(random),
		attributions,
		...others,
		locations: [
			...(at === null || spokenAt === null
				? []
				: [{ locationSlug: at.slug, role: "SPOKEN_AT" as const, mention: spokenAt }]),
			{
				locationSlug: about.slug,
				role: random.chance(0.5) ? "ABOUT" : "MENTIONED",
				mention: bodySpan(content.place),
			},
		],
	};
}
