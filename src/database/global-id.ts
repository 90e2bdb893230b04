import { isStorable } from "./bad-request.ts";

/** The nouns that have an id of their own across the whole API. */
export type NodeType = "Article" | "Statement" | "Speaker" | "Location" | "Occasion" | "Publisher";

const NODE_TYPES: readonly string[] = [
	"Article",
	"Statement",
	"Speaker",
	"Location",
	"Occasion",
	"Publisher",
] satisfies NodeType[];

/** What a global id says: a noun and a slug of it. */
export interface GlobalId {
	readonly type: NodeType;
	readonly slug: string;
}

function isNodeType(type: string): type is NodeType {
	return NODE_TYPES.includes(type);
}

/** The id of a row across the whole API: opaque for clients, base64 of noun and slug. */
export function encodeGlobalId(type: NodeType, slug: string): string {
	return Buffer.from(`${type}:${slug}`, "utf8").toString("base64");
}

/**
 * What a global id says.
 *
 * @returns null for anything that `encodeGlobalId` does not make
 */
export function decodeGlobalId(id: string): GlobalId | null {
	const decoded = Buffer.from(id, "base64").toString("utf8");
	const colon = decoded.indexOf(":");
	const type = decoded.slice(0, colon);
	const slug = decoded.slice(colon + 1);
	if (
		colon < 0 ||
		slug === "" ||
		!isStorable(slug) ||
		!isNodeType(type) ||
		encodeGlobalId(type, slug) !== id
	)
		return null;
	return { type, slug };
}
