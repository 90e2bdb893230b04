import type { Path, SourceFile } from "../format/yaml.ts";
import type { Report, Rule } from "../rule.ts";

function reportRepeated(
	source: SourceFile<unknown>,
	names: readonly { name: string; path: Path }[],
	what: string,
	report: Report,
): void {
	const seen = new Map<string, number>();
	for (const { name, path } of names) {
		const place = source.at(path);
		const first = seen.get(name);
		if (first === undefined) seen.set(name, place.line);
		else
			report(
				place,
				`expected a ${what} that no other entry has, found "${name}" again; it stands in line ${first} too`,
			);
	}
}

/** No two entries of a file have one slug, and no two statements of an article one key. */
export const uniqueSlug: Rule = {
	name: "unique-slug",
	check(corpus, report) {
		for (const authority of [
			corpus.speakers,
			corpus.locations,
			corpus.publishers,
			corpus.occasions,
		]) {
			if (authority === null) continue;
			const names = authority.value.map(({ slug }, position) => ({
				name: slug,
				path: [position, "slug"],
			}));
			reportRepeated(authority, names, "slug", report);
		}
		for (const { source } of corpus.articles) {
			const names = source.value.statements.map(({ key }, position) => ({
				name: key,
				path: ["statements", position, "key"],
			}));
			reportRepeated(source, names, "key", report);
		}
	},
};
