import { createHash } from "node:crypto";
import type { Edition } from "../../database/edition.ts";
import type { ListQuery } from "../../database/page.ts";
import type { Format } from "./format.ts";

/** All that the bytes of an export depend on, and what they are read by. */
export interface ExportIdentity {
	readonly format: Format;
	/** The version of the corpus. */
	readonly version: string;
	/** The narrowing and the order as SQL, in which two ways of asking for the same are equal. */
	readonly list: ListQuery;
	readonly byteOrderMark: boolean;
	/** What is kept of the version while the export goes on. */
	readonly edition: Edition;
}

/** The strong entity tag of an export: the same identity gives the same bytes. */
export function entityTagOf({ format, version, list, byteOrderMark }: ExportIdentity): string {
	const { condition, speaker, order } = list;
	const identity = JSON.stringify([
		[format.ending, format.edition, byteOrderMark],
		version,
		[condition.sql, condition.values, speaker, order.name],
	]);
	return `"${createHash("sha256").update(identity).digest("base64url")}"`;
}

/** An entity tag of RFC 9110, section 8.8.3; commas may stand inside the quotation marks. */
const ENTITY_TAG = /(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")/g;

/**
 * Whether a client has this already: its header If-None-Match is * or lists the tag,
 * compared weakly, as RFC 9110, section 13.1.2 asks.
 */
export function isKnownTo(ifNoneMatch: string | null, entityTag: string): boolean {
	if (ifNoneMatch === null) return false;
	if (ifNoneMatch.trim() === "*") return true;
	return [...ifNoneMatch.matchAll(ENTITY_TAG)].some(([, opaque]) => opaque === entityTag);
}
