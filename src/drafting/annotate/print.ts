import { Document, isMap, isScalar, isSeq } from "yaml";
import { sha256 } from "../../curation/decode.ts";
import type { ArticleFile } from "../../curation/format/article.ts";
import type { PublisherEntry, SpeakerEntry } from "../../curation/format/authorities.ts";
import { printCanonical } from "../../curation/format/print.ts";
import { fileSchemas } from "../../curation/format/schemas.ts";
import { spaced } from "./words.ts";

const MODELINE = "# yaml-language-server: $schema=../schemas/article.schema.json\n";
const SEAL = /^# drafted ([0-9a-f]{16}): .*\n/m;
const SEAL_LENGTH = 16;
const UNREAD_NAME = " proposed by draft: check the English name";

function sealOf(text: string): string {
	return sha256(text.replace(SEAL, "")).slice(0, SEAL_LENGTH);
}

/**
 * The text of an article's file as drafted: canonical, with the rule that found each statement
 * in a comment above it, and with a seal by which it can be told whether anybody has changed it.
 *
 * @param rules the rules of the statements, in their order
 */
export function printArticle(article: ArticleFile, rules: readonly string[]): string {
	const document = new Document(article);
	const statements = document.get("statements");
	for (const [index, item] of (isSeq(statements) ? statements.items : []).entries())
		if (isMap(item)) item.commentBefore = ` rule: ${spaced(rules[index] ?? "")}`;
	const text = printCanonical(MODELINE + document.toString({ lineWidth: 0 }), fileSchemas.article);
	const note = "npm run draft writes this file anew while nobody has changed it";
	return text.replace(MODELINE, `${MODELINE}# drafted ${sealOf(text)}: ${note}\n`);
}

/** Whether a file is a draft that nobody has changed. */
export function isUntouched(text: string): boolean {
	return SEAL.exec(text)?.[1] === sealOf(text);
}

/** An authority file with more entries: sorted, what was in it as it was. */
function addEntries(
	text: string,
	entries: readonly (SpeakerEntry | PublisherEntry)[],
	kind: "speakers" | "publishers",
): string {
	if (entries.length === 0) return text;
	const document = new Document(entries);
	for (const [position] of entries.entries()) {
		const name = document.getIn([position, "names", "en", "official"], true);
		if (isScalar(name)) name.comment = UNREAD_NAME;
	}
	const known = text.replace(/^\[\]\s*$/m, "");
	return printCanonical(`${known}${document.toString({ lineWidth: 0 })}`, fileSchemas[kind]);
}

/** The text of the speakers' file with proposed entries, each marked as not looked at. */
export function addSpeakers(text: string, entries: readonly SpeakerEntry[]): string {
	return addEntries(text, entries, "speakers");
}

/** The text of the publishers' file with proposed entries, each marked as not looked at. */
export function addPublishers(text: string, entries: readonly PublisherEntry[]): string {
	return addEntries(text, entries, "publishers");
}
