import type { StatementEntry, WordsEntry } from "../../curation/format/article.ts";
import type { LocationEntry } from "../../curation/format/authorities.ts";
import { namedInstead } from "../../curation/rules/mentions-name.ts";
import { wasHeld } from "../../curation/rules/office-held.ts";
import type { Range } from "../../text/span.ts";
import type { DraftPlace, DraftSource, DraftSpeaker } from "../draft.ts";
import type { ChosenStatement } from "./choose.ts";
import { type DraftedDate, saidDate } from "./dates.ts";
import type { Sources } from "./sources.ts";
import { scopesAround, type Texts } from "./texts.ts";
import type { Verbatim } from "./verbatim.ts";
import { selectWords, spaced, wholeWords } from "./words.ts";

type SpeakerLine = StatementEntry["speakers"][number];
type AddresseeLine = NonNullable<StatementEntry["addressees"]>[number];
type RelayLine = NonNullable<StatementEntry["relays"]>[number];
type PlaceLine = NonNullable<StatementEntry["locations"]>[number];

/** What a statement is written with. */
export interface Surroundings {
	readonly texts: Texts;
	readonly sources: Sources;
	readonly locations: readonly LocationEntry[];
	/** The slugs of the places of the article. */
	readonly places: ReadonlySet<string>;
	readonly published: DraftedDate;
}

/** Words of the body that stand beside a content, as its file names them; null where it cannot. */
type Select = (range: Range | null) => { words: WordsEntry; text: string } | null;

const CONFIDENCE_STEPS = 100;

function selectFrom(texts: Texts, scopes: Parameters<typeof selectWords>[2]): Select {
	const { text } = texts.body;
	return (range) => {
		const whole = range === null ? null : wholeWords(text, range);
		if (whole === null) return null;
		const words = selectWords(text, { ...whole, source: "BODY" }, scopes);
		return words === null ? null : { words, text: text.slice(whole.start, whole.end) };
	};
}

/** Whether words may mean an entry: they have a name of it, or, unless strict, no name at all. */
function mayMean(text: string, slug: string, { sources }: Surroundings, strict: boolean): boolean {
	const entry = sources.speakers.find((speaker) => speaker.slug === slug);
	return entry !== undefined && namedInstead(text, entry, sources.speakers, strict) === null;
}

/** How a mention points at its speaker: what has a name in it is no pronoun, and the other way round. */
function resolutionOf(
	drafted: DraftSpeaker["resolution"],
	hasName: boolean,
): SpeakerLine["resolution"] {
	if (drafted === "EPITHET" || drafted === "PRONOUN") return drafted;
	return hasName ? "NAMED" : "EPITHET";
}

function officeOf(
	slug: string,
	office: string | null,
	said: DraftedDate,
	{ sources }: Surroundings,
): string | undefined {
	const offices = sources.speakers.find((entry) => entry.slug === slug)?.offices ?? [];
	return offices.find((term) => term.key === office && wasHeld(term, said.days))?.key;
}

function speakerLine(
	drafted: DraftSpeaker,
	speaker: string,
	isOnly: boolean,
	select: Select,
	said: DraftedDate,
	around: Surroundings,
): SpeakerLine {
	const found = drafted.resolution === "DROPPED_SUBJECT" ? null : select(drafted.mention);
	const mention = found !== null && mayMean(found.text, speaker, around, false) ? found : null;
	const office = officeOf(speaker, drafted.office, said, around);
	const role =
		drafted.role === "METONYM" || drafted.role === "SPOKESPERSON_FOR" ? drafted.role : null;
	return {
		speaker,
		...(isOnly && role !== null ? { role } : {}),
		...(mention === null ? {} : { mention: mention.words }),
		resolution:
			mention === null
				? "DROPPED_SUBJECT"
				: resolutionOf(drafted.resolution, mayMean(mention.text, speaker, around, true)),
		...(office === undefined ? {} : { office }),
	};
}

/** Sources with the slugs of their entries; each entry once, and none that is excluded. */
function distinct<Source extends DraftSource>(
	drafted: readonly Source[],
	sources: Sources,
	excluded: readonly string[] = [],
): { source: Source; slug: string }[] {
	const seen = new Set(excluded);
	return drafted.flatMap((source) => {
		const slug = sources.slugOf(source);
		if (slug === null || seen.has(slug)) return [];
		seen.add(slug);
		return [{ source, slug }];
	});
}

function addresseeLines(
	statement: ChosenStatement,
	select: Select,
	around: Surroundings,
): AddresseeLine[] {
	return statement.draft.addressees.flatMap((source): AddresseeLine[] => {
		const mention = select(source.mention);
		if (mention === null) return [];
		const speaker = around.sources.slugOf(source);
		if (speaker === null) return [{ mention: mention.words }];
		if (mayMean(mention.text, speaker, around, false)) return [{ speaker, mention: mention.words }];
		const description = spaced(source.name);
		return [{ ...(description === "" ? {} : { description }), mention: mention.words }];
	});
}

function placeLines(
	places: readonly DraftPlace[],
	select: Select,
	around: Surroundings,
): PlaceLine[] {
	const seen = new Set<string>();
	return places.flatMap(({ slug, role, mention }): PlaceLine[] => {
		const entry = around.locations.find((location) => location.slug === slug);
		const link = `${slug} ${role}`;
		if (entry === undefined || seen.has(link)) return [];
		seen.add(link);
		const found = around.places.has(slug) ? select(mention) : null;
		const fits =
			found !== null && namedInstead(found.text, entry, around.locations, false) === null;
		return [{ location: slug, role, ...(fits ? { mention: found.words } : {}) }];
	});
}

/** The words of a content: the first part in the body, further ones beside those before them. */
function contentWords(texts: Texts, content: readonly Range[]): WordsEntry[] {
	const { text } = texts.body;
	return content.flatMap((part, index) => {
		const scopes = index === 0 ? [texts.body] : scopesAround(texts, content.slice(0, index)).beside;
		return selectWords(text, { ...part, source: "BODY" }, scopes) ?? [];
	});
}

/** Makes entries for everybody whom the file of a statement will name and nobody knows yet. */
export function nameSources({ draft }: ChosenStatement, sources: Sources): void {
	const addressees = draft.addressees.filter(({ mention }) => mention !== null);
	for (const source of [...draft.speakers, ...draft.via, ...addressees]) sources.slugOf(source);
}

function withoutEmpty(
	lists: {
		readonly [Key in "addressees" | "relays" | "locations"]: StatementEntry[Key];
	},
): Partial<StatementEntry> {
	return Object.fromEntries(Object.entries(lists).filter(([, list]) => (list ?? []).length > 0));
}

function relayLines(
	statement: ChosenStatement,
	speakers: readonly string[],
	select: Select,
	around: Surroundings,
): RelayLine[] {
	return distinct(statement.draft.via, around.sources, speakers).map(({ source, slug }) => {
		const mention = select(source.mention);
		return mention !== null && mayMean(mention.text, slug, around, true)
			? { speaker: slug, mention: mention.words }
			: { speaker: slug };
	});
}

/**
 * The entry of a statement, without its key and its parent. What of the draft would break a
 * rule is left out.
 *
 * @returns null where nothing is left of it: no words that can be found, or no speaker
 */
export function statementEntry(
	statement: ChosenStatement,
	verbatim: Verbatim,
	around: Surroundings,
): Omit<StatementEntry, "key" | "parent"> | null {
	const { draft, content } = statement;
	const { texts } = around;
	const scopes = scopesAround(texts, content);
	const beside = selectFrom(texts, scopes.beside);
	const within = selectFrom(texts, scopes.inside.slice(0, 1));
	const words = contentWords(texts, content);
	const named = distinct(draft.speakers, around.sources);
	const [first] = words;
	if (words.length < content.length || first === undefined || named.length === 0) return null;
	const said = saidDate(
		draft.saidOn,
		texts.body.text,
		around.published,
		(range) => beside(range)?.words ?? null,
	);
	const cue = beside(draft.cue);
	const slugs = named.map(({ slug }) => slug);
	const confidence =
		Math.round(Math.max(0, Math.min(1, draft.confidence)) * CONFIDENCE_STEPS) / CONFIDENCE_STEPS;
	return {
		kind: verbatim.kind,
		act: draft.act,
		content: words.length === 1 ? first : words,
		...(verbatim.quotes.length === 0
			? {}
			: { quotes: verbatim.quotes.flatMap((quote) => within(quote)?.words ?? []) }),
		...(cue === null ? {} : { cue: cue.words }),
		speakers: named.map(({ source, slug }) =>
			speakerLine(source, slug, named.length === 1, beside, said, around),
		),
		...(said.entry === null ? {} : { said: said.entry }),
		...withoutEmpty({
			addressees: addresseeLines(statement, beside, around),
			relays: relayLines(statement, slugs, beside, around),
			locations: placeLines(draft.places, selectFrom(texts, scopes.inside), around),
		}),
		review: {
			status: "DRAFT",
			method: "RULE",
			...(Number.isNaN(confidence) ? {} : { confidence }),
		},
	};
}
