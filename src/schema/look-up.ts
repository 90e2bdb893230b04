import { storableText } from "../database/bad-request.ts";
import type { RowLoader } from "../database/entities.ts";
import { decodeGlobalId, type NodeType } from "../database/global-id.ts";
import { fold } from "../text/fold.ts";
import { badUserInput } from "./errors.ts";

/** The keys that a look-up may be given; GraphQL's oneOf has seen to it that it is one. */
export interface LookUpKey {
	readonly id?: string | null | undefined;
	readonly slug?: string | null | undefined;
	readonly wikidataId?: string | null | undefined;
	readonly name?: string | null | undefined;
}

/** How the slug is found for each key. */
export interface LookUp<Row> {
	readonly type: NodeType;
	readonly rows: RowLoader<Row>;
	readonly byName?: RowLoader<{ slug: string }>;
	readonly byWikidataId?: RowLoader<{ slug: string }>;
}

function slugOfId(id: string, type: NodeType): string {
	const decoded = decodeGlobalId(id);
	if (decoded === null)
		throw badUserInput(
			`expected an id that the API gave, found ${JSON.stringify(id.slice(0, 80))}; is it a slug? Then write { slug: … }`,
		);
	if (decoded.type !== type)
		throw badUserInput(`expected an id of type ${type}, found one of type ${decoded.type}`);
	return decoded.slug;
}

async function findSlug<Row>(
	{ type, byName, byWikidataId }: LookUp<Row>,
	key: LookUpKey,
): Promise<string | null> {
	if (key.slug != null) return storableText(key.slug);
	if (key.id != null) return slugOfId(key.id, type);
	if (key.wikidataId != null)
		return (await byWikidataId?.load(storableText(key.wikidataId)))?.slug ?? null;
	if (key.name != null) return (await byName?.load(fold(storableText(key.name))))?.slug ?? null;
	return null;
}

/** Looks something up by one key; null for a key that leads nowhere. */
export async function lookUp<Row>(by: LookUp<Row>, key: LookUpKey): Promise<Row | null> {
	const slug = await findSlug(by, key);
	return slug === null ? null : by.rows.load(slug);
}
