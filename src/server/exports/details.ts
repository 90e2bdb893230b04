import type { Reader } from "../../database/database.ts";
import type { Edition } from "../../database/edition.ts";
import { createLoaders, type Loaders } from "../../database/loaders.ts";
import type {
	ArticleRow,
	LocationRow,
	OccasionRow,
	PublisherRow,
	SpeakerRow,
	StatementRow,
} from "../../database/rows.ts";
import { loadBy, loadOne, loadOptional } from "../../schema/load.ts";

/** A statement with the rows of all that an export tells about it. */
export interface StatementDetails {
	readonly statement: StatementRow;
	readonly article: ArticleRow;
	/** The body of the article. */
	readonly body: string;
	/** Null where the page does not tell the outlet. */
	readonly publisher: PublisherRow | null;
	readonly occasion: OccasionRow | null;
	/** One for each of the attributions. */
	readonly speakers: readonly SpeakerRow[];
	/** One for each of the addressees; null for one without an entry. */
	readonly addressed: readonly (SpeakerRow | null)[];
	/** One for each of the relays. */
	readonly relayedBy: readonly SpeakerRow[];
	/** One for each of the locations. */
	readonly places: readonly LocationRow[];
}

async function loadDetailsOf(loaders: Loaders, statement: StatementRow): Promise<StatementDetails> {
	const { articleSlug, occasionSlug, attributions, addressees, relays, locations } = statement;
	const speakersOf = (links: readonly { readonly speakerSlug: string }[]) =>
		loadBy(
			loaders.speaker,
			links.map(({ speakerSlug }) => speakerSlug),
		);
	const placeSlugs = locations.map(({ locationSlug }) => locationSlug);
	const [article, body, occasion, speakers, addressed, relayedBy, places] = await Promise.all([
		loadOne(loaders.article, articleSlug),
		loadOne(loaders.articleBody, articleSlug),
		loadOptional(loaders.occasion, occasionSlug),
		speakersOf(attributions),
		Promise.all(addressees.map(({ speakerSlug }) => loadOptional(loaders.speaker, speakerSlug))),
		speakersOf(relays),
		loadBy(loaders.location, placeSlugs),
	]);
	const publisher = await loadOptional(loaders.publisher, article.publisherSlug);
	return {
		statement,
		article,
		body,
		publisher,
		occasion,
		speakers,
		addressed,
		relayedBy,
		places,
	};
}

/**
 * Loads all that an export tells about some statements, by loaders of their own, which
 * are forgotten with the batch. However many statements there are, it costs at most 6
 * SQL statements, one a noun, and none for what the edition keeps.
 *
 * @throws Error when a row is missing that another one refers to
 */
export async function loadDetails(
	reader: Reader,
	statements: readonly StatementRow[],
	edition?: Edition,
): Promise<StatementDetails[]> {
	const loaders = createLoaders(reader, undefined, edition);
	return Promise.all(statements.map((statement) => loadDetailsOf(loaders, statement)));
}
