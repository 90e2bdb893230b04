import { createHash } from "node:crypto";
import { expect } from "vitest";
import { check } from "../../src/curation/check.ts";
import type { CheckedCorpus, CorpusArticle, CorpusStatement } from "../../src/curation/corpus.ts";
import { type Diagnostic, formatDiagnostic } from "../../src/curation/diagnostic.ts";
import type { SeedFiles } from "../../src/curation/seed-files.ts";
import { article, PAGE, PLAIN_PAGE, plainArticle } from "./fixture.ts";
import { LOCATIONS, OCCASIONS, PUBLISHERS, SPEAKERS } from "./fixture-authorities.ts";

export const DOCUMENT = "documents/coral.txt";
export const ARTICLE = "articles/coral.yaml";
export const SPEAKERS_FILE = "authorities/speakers.yaml";
export const LOCATIONS_FILE = "authorities/locations.yaml";
export const PUBLISHERS_FILE = "authorities/publishers.yaml";
export const OCCASIONS_FILE = "authorities/occasions.yaml";

export function toBytes(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

/** The digest of a text's bytes, counted here and not by the code under test. */
export function digest(content: string | Uint8Array): string {
	return createHash("sha256").update(content).digest("hex");
}

/** The tiny seed folder of the fixture. */
export function seed(): SeedFiles {
	return new Map([
		[DOCUMENT, toBytes(PAGE)],
		[ARTICLE, toBytes(article("coral.txt", digest(PAGE)))],
		[SPEAKERS_FILE, toBytes(SPEAKERS)],
		[LOCATIONS_FILE, toBytes(LOCATIONS)],
		[PUBLISHERS_FILE, toBytes(PUBLISHERS)],
		[OCCASIONS_FILE, toBytes(OCCASIONS)],
	]);
}

export function textOfFile(files: SeedFiles, file: string): string {
	const bytes = files.get(file);
	if (bytes === undefined) throw new Error(`the test asks for ${file}, which is not there`);
	return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** Where a piece stands in a file; it must stand there once. */
function offsetOf(text: string, file: string, piece: string): number {
	const count = text.split(piece).length - 1;
	if (piece === "" || count !== 1)
		throw new Error(`the test needs ${JSON.stringify(piece)} once in ${file}, found it ${count}×`);
	return text.indexOf(piece);
}

/** The files with one more, or with another content for one. */
export function put(files: SeedFiles, file: string, content: string | Uint8Array): SeedFiles {
	return new Map(files).set(file, typeof content === "string" ? toBytes(content) : content);
}

export function remove(files: SeedFiles, file: string): SeedFiles {
	textOfFile(files, file);
	return new Map([...files].filter(([name]) => name !== file));
}

/** The files with a piece of one of them replaced; the piece must stand there once. */
export function change(
	files: SeedFiles,
	file: string,
	piece: string,
	replacement: string,
): SeedFiles {
	const text = textOfFile(files, file);
	const offset = offsetOf(text, file, piece);
	const changed = text.slice(0, offset) + replacement + text.slice(offset + piece.length);
	if (changed === text) throw new Error(`the test changes nothing in ${file}`);
	return put(files, file, changed);
}

/** Segments of a plain page, the whole of it: [kind, words]. */
export type PlainSegments = readonly (readonly [kind: string, from: string])[];

const PLAIN_SEGMENTS: PlainSegments = [
	["HEADLINE", "عنوان قصير"],
	["BODY", "متن أول."],
	["BODY", "متن ثان."],
	["CHROME", "ذيل الصفحة"],
];

/** The files with one more page, plain.txt, and one more article of it, without statements. */
export function addPlain(
	slug = "plain",
	segments = PLAIN_SEGMENTS,
	files: SeedFiles = seed(),
): SeedFiles {
	const text = plainArticle("plain.txt", digest(PLAIN_PAGE), segments);
	return put(put(files, "documents/plain.txt", PLAIN_PAGE), `articles/${slug}.yaml`, text);
}

/** The article without one of its statements. */
export function withoutStatement(key: string, files: SeedFiles = seed()): SeedFiles {
	const blocks = textOfFile(files, ARTICLE).split(/(?=^ {2}- key: )/m);
	const left = blocks.filter((block) => !block.startsWith(`  - key: ${key}\n`));
	if (left.length !== blocks.length - 1) throw new Error(`the test needs one statement ${key}`);
	return put(files, ARTICLE, `${left.join("").trimEnd()}\n`);
}

/** The article with a piece replaced. */
export function inArticle(piece: string, replacement: string, files = seed()): SeedFiles {
	return change(files, ARTICLE, piece, replacement);
}

/** The document with a piece replaced, and the digest in its article brought up to date. */
export function inDocument(piece: string, replacement: string, files = seed()): SeedFiles {
	const before = digest(textOfFile(files, DOCUMENT));
	const changed = change(files, DOCUMENT, piece, replacement);
	return change(changed, ARTICLE, before, digest(textOfFile(changed, DOCUMENT)));
}

/**
 * The place of a piece as diagnostics write it, `file:line:column`; the piece must stand once.
 *
 * @param target the part of the piece that is meant; all of it when left out
 */
export function at(files: SeedFiles, file: string, piece: string, target = piece): string {
	const text = textOfFile(files, file);
	const offset = offsetOf(text, file, piece) + offsetOf(piece, "the piece", target);
	const lines = text.slice(0, offset).split("\n");
	return `${file}:${lines.length}:${(lines.at(-1) ?? "").length + 1}`;
}

/** Checks files that have no fault, and gives their corpus. */
export function expectValid(files: SeedFiles): CheckedCorpus {
	const { corpus, diagnostics } = check(files);
	expect(diagnostics.map(formatDiagnostic)).toEqual([]);
	if (corpus === null) throw new Error("no fault, and no corpus either");
	return corpus;
}

/** A diagnostic as the test expects it, where it is so; or else as it is, for the comparison to show. */
function asExpected(diagnostic: Diagnostic, expected: string | undefined): string {
	const formatted = formatDiagnostic(diagnostic);
	const [, place, words] = /^(\S+ \S+) (.+)$/su.exec(expected ?? "") ?? [];
	if (place === undefined || words === undefined || expected === undefined) return formatted;
	const { file, line, column, rule } = diagnostic;
	if (place !== `${file}:${line}:${column} ${rule}`) return formatted;
	let from = 0;
	for (const part of words.split(" … ")) {
		const found = diagnostic.message.indexOf(part, from);
		if (found < 0) return formatted;
		from = found + part.length;
	}
	return expected;
}

/** Holds diagnostics against `file:line:column rule words`, with … between words that stand apart. */
export function expectDiagnostics(
	diagnostics: readonly Diagnostic[],
	expected: readonly string[],
): void {
	const found = diagnostics.map((diagnostic, index) => asExpected(diagnostic, expected[index]));
	expect(found).toEqual(expected);
}

/**
 * Checks files that have faults: just the expected ones, in this order. Place and rule
 * must be equal, the message must have the expected words in it.
 */
export function expectFaults(files: SeedFiles, expected: readonly string[]): void {
	const { corpus, diagnostics } = check(files);
	expectDiagnostics(diagnostics, expected);
	expect(expected).not.toEqual([]);
	expect(corpus).toBeNull();
}

/** The one article of a corpus that has one. */
export function onlyArticle({ articles }: CheckedCorpus): CorpusArticle {
	expect(articles).toHaveLength(1);
	const [only] = articles;
	if (only === undefined) throw new Error("no article");
	return only;
}

/** The statement with a key, of the corpus of the fixture. */
export function statementOf(corpus: CheckedCorpus, key: string): CorpusStatement {
	const found = onlyArticle(corpus).statements.find(({ slug }) => slug === `coral.${key}`);
	if (found === undefined) throw new Error(`no statement ${key}`);
	return found;
}
