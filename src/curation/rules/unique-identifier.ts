import { fold } from "../../text/fold.ts";
import type { NamesEntry } from "../format/authorities.ts";
import type { Path } from "../format/yaml.ts";
import type { Authority } from "../located.ts";
import type { Report, Rule } from "../rule.ts";

interface Identifier {
	readonly value: string;
	readonly owner: string;
	readonly path: Path;
}

/** Names by which a look-up finds one entry; an epithet may mean several in their time. */
function lookUpNames(owner: string, names: NamesEntry, path: Path): Identifier[] {
	return Object.entries(names).flatMap(([language, { official, alias = [], spelling = [] }]) => [
		...(official === undefined
			? []
			: [{ value: fold(official), owner, path: [...path, language, "official"] }]),
		...alias.map((name, index) => ({
			value: fold(name),
			owner,
			path: [...path, language, "alias", index],
		})),
		...spelling.map((name, index) => ({
			value: fold(name),
			owner,
			path: [...path, language, "spelling", index],
		})),
	]);
}

function reportShared(
	authority: Authority<unknown>,
	identifiers: readonly Identifier[],
	what: string,
	report: Report,
): void {
	const owners = new Map<string, string>();
	for (const { value, owner, path } of identifiers) {
		const first = owners.get(value) ?? owner;
		owners.set(value, first);
		if (first !== owner && authority !== null)
			report(
				authority.at(path),
				`expected a ${what} that leads to one entry, found "${value}", which ${first} has too`,
			);
	}
}

/** A name (folded), a Wikidata id or a GeoNames id leads to one entry. */
export const uniqueIdentifier: Rule = {
	name: "unique-identifier",
	check({ speakers, locations }, report) {
		for (const authority of [speakers, locations]) {
			const entries = authority?.value ?? [];
			const ids = (key: "wikidataId" | "geonamesId") =>
				entries.flatMap((entry, position) => {
					const value = key in entry ? entry[key as keyof typeof entry] : undefined;
					return typeof value === "string"
						? [{ value, owner: entry.slug, path: [position, key] }]
						: [];
				});
			reportShared(
				authority,
				entries.flatMap(({ slug, names }, position) =>
					lookUpNames(slug, names, [position, "names"]),
				),
				"name",
				report,
			);
			reportShared(authority, ids("wikidataId"), "Wikidata id", report);
			reportShared(authority, ids("geonamesId"), "GeoNames id", report);
		}
	},
};
