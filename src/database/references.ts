import type DataLoader from "dataloader";
import { didYouMean } from "../text/nearest.ts";
import { BadRequest, storableText } from "./bad-request.ts";
import type { Reader } from "./database.ts";
import { createEdition, type Edition } from "./edition.ts";
import { fact } from "./facts.ts";
import { decodeGlobalId, type NodeType } from "./global-id.ts";
import { createLevels, type MakeLoader } from "./levels.ts";
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

/** The references of one request: one SQL statement a noun, and one more a noun for the message when any is unknown; none for what the edition keeps. */
export function createReferences(
	reader: Reader,
	makeLoader: MakeLoader = createLevels(),
	edition: Edition = createEdition(),
): References {
	const loaders = new Map<ReferenceType, DataLoader<string, string | null>>();
	const knownSlugs = makeLoader((types: readonly ReferenceType[]) =>
		Promise.all(
			types.map(async (type) => {
				const rows = await reader.read<{ slug: string }>(sql`SELECT slug FROM ${identifier(type)}`);
				return rows.map(({ slug }) => slug);
			}),
		),
	);
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
	const searches = makeLoader((texts: readonly string[]) => resolveSearches(reader, texts));
	const search = async (typed: string) => {
		const text = storableText(typed);
		return fact(edition, `search ${text}`, () => searches.load(text));
	};
	const matchesOf = (searched: Searched) =>
		makeLoader((evaluations: readonly Evaluation[]) =>
			readMatches({ reader, edition }, searched, evaluations),
		);
	const matches = { Article: matchesOf("Article"), Statement: matchesOf("Statement") };
	const find = async (searched: Searched, typed: string) => {
		const { terms } = await search(typed);
		const found = await matches[searched].load({ typed, terms });
		edition.matches.set(`${searched} ${typed}`, found);
		return found;
	};
	// The filter and the order of a list both ask, and may do so in different batches.
	const finding = new Map<string, Promise<Matches>>();
	return {
		search,
		matches: async (searched, typed) => {
			const asked = `${searched} ${typed}`;
			const known = edition.matches.get(asked) ?? finding.get(asked) ?? find(searched, typed);
			if (known instanceof Promise) finding.set(asked, known);
			return known;
		},
		resolve: async (type, references) => {
			const slugs = await Promise.all(
				references.map((reference) => {
					const wanted = withoutGlobalId(type, storableText(reference));
					return fact(edition, `reference ${type} ${wanted}`, () => loaderOf(type).load(wanted));
				}),
			);
			const unknown = references.find((_reference, index) => slugs[index] === null);
			if (unknown !== undefined) throw unknownReference(type, unknown, await knownSlugs.load(type));
			return slugs.filter((slug) => slug !== null);
		},
	};
}
