import type { Reader } from "../../database/database.ts";
import { createLoaders, type Loaders } from "../../database/loaders.ts";
import type {
	AddresseeRow,
	ArticleRow,
	AttributionRow,
	LocationRow,
	NameRow,
	OccasionRow,
	RelayRow,
	SpeakerRow,
	StatementLocationRow,
	StatementRow,
} from "../../database/rows.ts";
import { required } from "../../schema/load.ts";

/** A speaker with all names. */
export interface NamedSpeaker {
	readonly row: SpeakerRow;
	readonly names: readonly NameRow[];
}

/** A place with all names. */
export interface NamedLocation {
	readonly row: LocationRow;
	readonly names: readonly NameRow[];
}

interface Links {
	readonly statement: StatementRow;
	readonly article: ArticleRow;
	readonly attributions: readonly AttributionRow[];
	readonly addressees: readonly AddresseeRow[];
	readonly relays: readonly RelayRow[];
	readonly locations: readonly StatementLocationRow[];
	readonly occasion: OccasionRow | null;
}

/** A statement with the rows of all that an export tells about it. */
export interface StatementDetails extends Links {
	/** None where the page does not tell the outlet. */
	readonly publisherNames: readonly NameRow[];
	/** One for each of the attributions. */
	readonly speakers: readonly NamedSpeaker[];
	/** One for each of the addressees; null for one without an entry. */
	readonly addressed: readonly (NamedSpeaker | null)[];
	/** One for each of the relays. */
	readonly relayedBy: readonly NamedSpeaker[];
	/** One for each of the locations. */
	readonly places: readonly NamedLocation[];
}

async function loadLinks(loaders: Loaders, statement: StatementRow): Promise<Links> {
	const { slug, articleSlug, occasionSlug } = statement;
	const [article, attributions, addressees, relays, locations, occasion] = await Promise.all([
		loaders.article.load(articleSlug),
		loaders.attributions.load(slug),
		loaders.addressees.load(slug),
		loaders.relays.load(slug),
		loaders.statementLocations.load(slug),
		occasionSlug === null ? null : loaders.occasion.load(occasionSlug),
	]);
	const links = { statement, attributions, addressees, relays, locations, occasion };
	return { ...links, article: required(article) };
}

async function loadSpeaker(loaders: Loaders, slug: string): Promise<NamedSpeaker> {
	const [row, names] = await Promise.all([
		loaders.speaker.load(slug),
		loaders.speakerNames.load(slug),
	]);
	return { row: required(row), names };
}

async function loadLocation(loaders: Loaders, slug: string): Promise<NamedLocation> {
	const [row, names] = await Promise.all([
		loaders.location.load(slug),
		loaders.locationNames.load(slug),
	]);
	return { row: required(row), names };
}

async function loadNames(loaders: Loaders, links: Links): Promise<StatementDetails> {
	const { article, attributions, addressees, relays, locations } = links;
	const speaker = (slug: string) => loadSpeaker(loaders, slug);
	const [publisherNames, speakers, addressed, relayedBy, places] = await Promise.all([
		article.publisherSlug === null ? [] : loaders.publisherNames.load(article.publisherSlug),
		Promise.all(attributions.map(({ speakerSlug }) => speaker(speakerSlug))),
		Promise.all(
			addressees.map(({ speakerSlug }) => (speakerSlug === null ? null : speaker(speakerSlug))),
		),
		Promise.all(relays.map(({ speakerSlug }) => speaker(speakerSlug))),
		Promise.all(locations.map(({ locationSlug }) => loadLocation(loaders, locationSlug))),
	]);
	return { ...links, publisherNames, speakers, addressed, relayedBy, places };
}

/**
 * Loads all that an export tells about some statements, by loaders of their own, which
 * are forgotten with the batch. However many statements there are, it costs 11 SQL
 * statements (fewer where a noun does not occur): 6 for what the statements refer to,
 * and, when all of these are there, 5 for the speakers, the places and the names.
 *
 * @throws Error when a row is missing that another one refers to
 */
export async function loadDetails(
	reader: Reader,
	statements: readonly StatementRow[],
): Promise<StatementDetails[]> {
	const loaders = createLoaders(reader);
	const links = await Promise.all(statements.map((statement) => loadLinks(loaders, statement)));
	return Promise.all(links.map((link) => loadNames(loaders, link)));
}
