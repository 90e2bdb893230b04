import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { formatDiagnostic } from "../curation/diagnostic.ts";
import {
	type LocationEntry,
	locationsFile,
	type PublisherEntry,
	publishersFile,
	type SpeakerEntry,
	speakersFile,
} from "../curation/format/authorities.ts";
import { parseYaml } from "../curation/format/yaml.ts";

/** The entries by which the names of a page are resolved. */
export interface Authorities {
	readonly speakers: readonly SpeakerEntry[];
	readonly locations: readonly LocationEntry[];
	readonly publishers: readonly PublisherEntry[];
}

async function readEntries<Schema extends z.ZodType>(
	folder: string,
	name: string,
	schema: Schema,
): Promise<z.infer<Schema>> {
	const file = join(folder, "authorities", name);
	const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
		throw new Error(
			`${file}: expected an authority file, found none that can be read (${error.code}); name the seed folder with --seed`,
		);
	});
	const { source, diagnostics } = parseYaml(file, text, schema);
	if (source !== null) return source.value;
	throw new Error(diagnostics.map(formatDiagnostic).join("\n"));
}

/**
 * Reads the authority files of a seed folder, each once.
 *
 * @throws Error with every fault, a line each, where one is missing or not what it should be
 */
export async function readAuthorities(folder: string): Promise<Authorities> {
	return {
		speakers: await readEntries(folder, "speakers.yaml", speakersFile),
		locations: await readEntries(folder, "locations.yaml", locationsFile),
		publishers: await readEntries(folder, "publishers.yaml", publishersFile),
	};
}
