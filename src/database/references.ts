import type DataLoader from "dataloader";
import { didYouMean } from "../text/nearest.ts";
import { BadRequest, storableText } from "./bad-request.ts";
import type { Reader } from "./database.ts";
import { createEdition, type Edition } from "./edition.ts";
import { fact } from "./facts.ts";
import { decodeGlobalId, type NodeType } from "./global-id.ts";
import { createLevels, type MakeLoader } from "./levels.ts";
import type { MaybePromise } from "./maybe-promise.ts";
import type { Matches } from "./search/postings/matches.ts";
import { type Evaluation, readMatches, type Searched } from "./search/postings/read-matches.ts";
import { resolveSearches, type Search } from "./search/search.ts";
import { identifier, sql } from "./sql.ts";

/** The nouns that a filter can refer to. */
export type ReferenceType = NodeType;

/** Turns references of one request into slugs, and searches into queries, batched and remembered. */
export interface References {
	/**
	 * @param references each a slug, a global id or a Wikidata id
	 * @returns slugs in the order of the references
	 * @throws BadRequest for a reference that leads nowhere, with the nearest slugs
	 */
	resolve(type: ReferenceType, references: readonly string[]): Promise<string[]>;
	/**
	 * Makes a search as typed ready for the database.
	 *
	 * @throws BadRequest for one that cannot be read
	 */
	search(typed: string): Promise<Search>;
	/**
	 * Finds what a search as typed matches.
	 *
	 * @throws BadRequest for one that cannot be read
	 */
	matches(searched: Searched, typed: string): Promise<Matches>;
	/** The same among drafts too: their words are known to a search, and their slugs are named in messages. */
	readonly withDrafts: References;
}

/** The nouns that have Wikidata ids. */
const WITH_WIKIDATA: readonly ReferenceType[] = ["Speaker", "Location"];

interface Match {
	readonly slug: string;
	readonly wikidataId: string | null;
}

/** The slug inside a global id of the noun; anything else as it is. */
function withoutGlobalId(type: ReferenceType, reference: string): string {
	const decoded = decodeGlobalId(reference);
	return decoded?.type === type ? decoded.slug : reference;
}

function findMatches(
	reader: Reader,
	type: ReferenceType,
	wanted: readonly string[],
): Promise<Match[]> {
	const table = identifier(type);
	return reader.read<Match>(
		WITH_WIKIDATA.includes(type)
			? sql`SELECT slug, "wikidataId" FROM ${table} WHERE slug = ANY(${wanted}) OR "wikidataId" = ANY(${wanted})`
			: sql`SELECT slug, NULL AS "wikidataId" FROM ${table} WHERE slug = ANY(${wanted})`,
	);
}

function describeForms(type: ReferenceType): string {
	return WITH_WIKIDATA.includes(type) ? "a slug, an id or a Wikidata id" : "a slug or an id";
}

/** The longest reference that a message shows and that near ones are looked for. */
const LONGEST_SHOWN = 80;

function unknownReference(
	type: ReferenceType,
	reference: string,
	known: readonly string[],
): BadRequest {
	const shown = reference.slice(0, LONGEST_SHOWN);
	return new BadRequest(
		`expected ${describeForms(type)} of a known ${type.toLowerCase()}, found ${JSON.stringify(shown)}${didYouMean(shown, known)}`,
	);
}

/** What everything is looked for among. */
interface Among {
	readonly drafts: boolean;
}

/** All slugs of a noun, as messages name them. */
async function readSlugs(
	reader: Reader,
	type: ReferenceType,
	{ drafts }: Among,
): Promise<string[]> {
	const isKnown = drafts ? sql`true` : sql`"reviewStatus" = 'CURATED'`;
	const rows = await reader.read<{ slug: string }>(
		sql`SELECT slug FROM ${identifier(type)} WHERE ${isKnown}`,
	);
	return rows.map(({ slug }) => slug);
}

/** Searches of one request. */
function createSearches(
	{ reader, makeLoader, edition }: ReferenceSource,
	among: Among,
): Pick<References, "search" | "matches"> {
	// What is kept is told apart by it: the same search finds other words among drafts.
	const place = among.drafts ? "+drafts" : "";
	const searches = makeLoader((texts: readonly string[]) =>
		resolveSearches(reader, texts, among.drafts),
	);
	const search = async (typed: string) => {
		const text = storableText(typed);
		return fact(edition, `search${place} ${text}`, () => searches.load(text));
	};
	const matchesOf = (searched: Searched) =>
		makeLoader((evaluations: readonly Evaluation[]) =>
			readMatches({ reader, edition }, searched, evaluations),
		);
	const matches = { Article: matchesOf("Article"), Statement: matchesOf("Statement") };
	const find = async (asked: string, searched: Searched, typed: string) => {
		const { terms } = await search(typed);
		const found = await matches[searched].load({ name: asked, terms });
		edition.matches.set(asked, found);
		return found;
	};
	// The filter and the order of a list both ask, and may do so in different batches.
	const finding = new Map<string, Promise<Matches>>();
	return {
		search,
		matches: async (searched, typed) => {
			const asked = `${searched}${place} ${typed}`;
			const known =
				edition.matches.get(asked) ?? finding.get(asked) ?? find(asked, searched, typed);
			if (known instanceof Promise) finding.set(asked, known);
			return known;
		},
	};
}

/** What references are looked up in, and by. */
interface ReferenceSource {
	readonly reader: Reader;
	readonly makeLoader: MakeLoader;
	readonly edition: Edition;
}

/** Gives the slug of a reference, null for none. */
type FindSlug = (type: ReferenceType, reference: string) => MaybePromise<string | null>;

function createFindSlug({ reader, makeLoader, edition }: ReferenceSource): FindSlug {
	const loaders = new Map<ReferenceType, DataLoader<string, string | null>>();
	const loaderOf = (type: ReferenceType) => {
		const known = loaders.get(type);
		if (known !== undefined) return known;
		const made = makeLoader(async (wanted: readonly string[]) => {
			const matches = await findMatches(reader, type, wanted);
			return wanted.map(
				(want) =>
					matches.find((match) => match.slug === want || match.wikidataId === want)?.slug ?? null,
			);
		});
		loaders.set(type, made);
		return made;
	};
	return (type, wanted) =>
		fact(edition, `reference ${type} ${wanted}`, () => loaderOf(type).load(wanted));
}

function createResolve(
	{ reader, makeLoader }: ReferenceSource,
	findSlug: FindSlug,
	among: Among,
): References["resolve"] {
	const knownSlugs = makeLoader((types: readonly ReferenceType[]) =>
		Promise.all(types.map((type) => readSlugs(reader, type, among))),
	);
	return async (type, references) => {
		const slugs = await Promise.all(
			references.map((reference) => findSlug(type, withoutGlobalId(type, storableText(reference)))),
		);
		const unknown = references.find((_reference, index) => slugs[index] === null);
		if (unknown !== undefined) throw unknownReference(type, unknown, await knownSlugs.load(type));
		return slugs.filter((slug) => slug !== null);
	};
}

/** The references of one request: one SQL statement a noun, and one more a noun for the message when any is unknown; none for what the edition keeps. */
export function createReferences(
	reader: Reader,
	makeLoader: MakeLoader = createLevels(),
	edition: Edition = createEdition(),
): References {
	const source = { reader, makeLoader, edition };
	const findSlug = createFindSlug(source);
	const among = (where: Among) => ({
		resolve: createResolve(source, findSlug, where),
		...createSearches(source, where),
	});
	let drafts: References | undefined;
	const withDrafts = (): References => {
		const made = among({ drafts: true });
		return {
			...made,
			get withDrafts() {
				return this;
			},
		};
	};
	return {
		...among({ drafts: false }),
		get withDrafts() {
			// Most requests ask for none.
			drafts ??= withDrafts();
			return drafts;
		},
	};
}
