import { didYouMean } from "../../text/nearest.ts";
import type { Path } from "../format/yaml.ts";
import type { Authority, LocatedArticle, LocatedCorpus } from "../located.ts";
import type { Report, Rule } from "../rule.ts";

interface Reference {
	readonly slug: string | undefined;
	readonly path: Path;
}

type Check = (
	authority: Authority<{ slug: string }>,
	noun: string,
	references: readonly Reference[],
) => void;

function checkArticle(article: LocatedArticle, corpus: LocatedCorpus, check: Check): void {
	const { publisher, creditedSources = [], places = [], statements } = article.source.value;
	check(corpus.publishers, "a publisher", [{ slug: publisher, path: ["publisher"] }]);
	check(
		corpus.speakers,
		"a speaker",
		creditedSources.map(({ speaker }, index) => ({
			slug: speaker,
			path: ["creditedSources", index, "speaker"],
		})),
	);
	check(
		corpus.locations,
		"a location",
		places.map(({ location }, index) => ({ slug: location, path: ["places", index, "location"] })),
	);
	for (const [position, statement] of statements.entries()) {
		const path = ["statements", position];
		const speakers = (["speakers", "addressees", "relays"] as const).flatMap((list) =>
			(statement[list] ?? []).map(({ speaker }, index) => ({
				slug: speaker,
				path: [...path, list, index, "speaker"],
			})),
		);
		check(corpus.speakers, "a speaker", speakers);
		check(corpus.occasions, "an occasion", [
			{ slug: statement.occasion, path: [...path, "occasion"] },
		]);
		check(
			corpus.locations,
			"a location",
			(statement.locations ?? []).map(({ location }, index) => ({
				slug: location,
				path: [...path, "locations", index, "location"],
			})),
		);
	}
}

function checkAuthorities(
	corpus: LocatedCorpus,
	checkIn: (authority: Authority<unknown>) => Check,
): void {
	const { speakers, locations, occasions } = corpus;
	for (const [position, { offices = [] }] of (speakers?.value ?? []).entries())
		for (const [index, office] of offices.entries()) {
			const path = [position, "offices", index];
			checkIn(speakers)(locations, "a location", [{ slug: office.of, path: [...path, "of"] }]);
			checkIn(speakers)(speakers, "a speaker", [
				{ slug: office.organization, path: [...path, "organization"] },
			]);
		}
	for (const [position, { parent }] of (locations?.value ?? []).entries())
		checkIn(locations)(locations, "a location", [{ slug: parent, path: [position, "parent"] }]);
	for (const [position, { location }] of (occasions?.value ?? []).entries())
		checkIn(occasions)(locations, "a location", [{ slug: location, path: [position, "location"] }]);
}

/** Every slug that a file names is an entry of its authority file. */
export const knownSlug: Rule = {
	name: "known-slug",
	check(corpus, report: Report) {
		const checkIn =
			(source: Authority<unknown> | LocatedArticle["source"]): Check =>
			(authority, noun, references) => {
				// A file that could not be read has its own diagnostics; its entries are not missing.
				if (authority === null || source === null) return;
				const known = new Set(authority.value.map(({ slug }) => slug));
				for (const { slug, path } of references)
					if (slug !== undefined && !known.has(slug))
						report(
							source.at(path),
							`expected the slug of ${noun} in ${authority.file}, found "${slug}"${didYouMean(slug, known)}`,
						);
			};
		for (const article of corpus.articles) checkArticle(article, corpus, checkIn(article.source));
		checkAuthorities(corpus, checkIn);
	},
};
