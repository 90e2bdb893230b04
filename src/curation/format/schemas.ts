import { z } from "zod";
import { articleFile } from "./article.ts";
import { locationsFile, occasionsFile, publishersFile, speakersFile } from "./authorities.ts";

/** One kind of curated file: its schema, and the same as JSON Schema for editors. */
export interface FileSchema {
	/** The name of its JSON Schema in seed/schemas, without `.schema.json`. */
	readonly name: string;
	readonly jsonSchema: { readonly [key: string]: unknown };
}

function describe(name: string, schema: z.ZodType): FileSchema {
	return { name, jsonSchema: z.toJSONSchema(schema, { target: "draft-7" }) };
}

/** Every kind of curated file. */
export const fileSchemas = {
	article: describe("article", articleFile),
	speakers: describe("speakers", speakersFile),
	locations: describe("locations", locationsFile),
	publishers: describe("publishers", publishersFile),
	occasions: describe("occasions", occasionsFile),
} as const;

/**
 * The kind of a curated file by its place in the seed folder.
 *
 * @param file relative to the seed folder, with forward slashes
 * @returns null for a file of no kind
 */
export function schemaOf(file: string): FileSchema | null {
	if (/^articles\/[^/]+\.yaml$/.test(file)) return fileSchemas.article;
	const authority = /^authorities\/(speakers|locations|publishers|occasions)\.yaml$/.exec(
		file,
	)?.[1];
	switch (authority) {
		case "speakers":
		case "locations":
		case "publishers":
		case "occasions":
			return fileSchemas[authority];
		default:
			return null;
	}
}
