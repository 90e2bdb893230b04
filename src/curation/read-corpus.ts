import type { z } from "zod";
import { didYouMean } from "../text/nearest.ts";
import { lineAndColumn } from "../text/words.ts";
import { decode, sha256 } from "./decode.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { articleFile } from "./format/article.ts";
import {
	locationsFile,
	occasionsFile,
	publishersFile,
	speakersFile,
} from "./format/authorities.ts";
import { slug as slugSchema } from "./format/common.ts";
import { printCanonical } from "./format/print.ts";
import { schemaOf } from "./format/schemas.ts";
import { parseYaml, type SourceFile } from "./format/yaml.ts";
import { locateArticle } from "./locate.ts";
import type { LocatedArticle, LocatedCorpus, SeedDocument } from "./located.ts";
import type { SeedFiles } from "./seed-files.ts";

const DOCUMENT = /^documents\/([^/]+\.txt)$/;
/** The document in the text of an article's file, where that is not the YAML it should be. */
const DOCUMENT_LINE = /^document: *(.*\S) *$/m;
const ARTICLE = /^articles\/([^/]+)\.yaml$/;

/** A reading under way: the files, and the faults found so far. */
interface Reading {
	readonly files: SeedFiles;
	readonly diagnostics: Diagnostic[];
	/** The documents that an unreadable article file names. */
	readonly halfRead: Set<string>;
}

function fault(reading: Reading, file: string, rule: string, message: string): void {
	reading.diagnostics.push({ file, line: 1, column: 1, rule, message });
}

function checkCanonical(reading: Reading, file: string, text: string): void {
	const schema = schemaOf(file);
	const canonical = schema === null ? text : printCanonical(text, schema);
	if (canonical === text) return;
	let offset = 0;
	while (offset < text.length && text[offset] === canonical[offset]) offset += 1;
	const place = lineAndColumn(text, offset);
	const message =
		"expected the canonical form, found another from here on; npm run format writes it";
	reading.diagnostics.push({ file, ...place, rule: "canonical", message });
}

function readYaml<Schema extends z.ZodType>(
	reading: Reading,
	file: string,
	schema: Schema,
): SourceFile<z.infer<Schema>> | null {
	const bytes = reading.files.get(file);
	if (bytes === undefined) {
		fault(
			reading,
			file,
			"file-present",
			"expected this file, found none; an authority file without entries holds []",
		);
		return null;
	}
	const { text, diagnostics } = decode(file, bytes);
	reading.diagnostics.push(...diagnostics);
	if (text === null) return null;
	const parsed = parseYaml(file, text, schema);
	reading.diagnostics.push(...parsed.diagnostics);
	if (parsed.source !== null) checkCanonical(reading, file, text);
	return parsed.source;
}

function readDocuments(reading: Reading): Map<string, SeedDocument> {
	const documents = new Map<string, SeedDocument>();
	for (const [file, bytes] of reading.files) {
		const fileName = DOCUMENT.exec(file)?.[1];
		if (fileName === undefined) continue;
		const { text, diagnostics } = decode(file, bytes);
		reading.diagnostics.push(...diagnostics);
		if (text !== null)
			documents.set(fileName, { fileName, sha256: sha256(bytes), text: text.normalize("NFC") });
	}
	return documents;
}

function readArticle(
	reading: Reading,
	file: string,
	slug: string,
	documents: ReadonlyMap<string, SeedDocument>,
): LocatedArticle | null {
	if (!slugSchema.safeParse(slug).success)
		fault(
			reading,
			file,
			"file-name",
			`expected a file name that is a slug: lower-case Latin letters, digits and single hyphens, found "${slug}"`,
		);
	const source = readYaml(reading, file, articleFile);
	if (source === null) {
		const text = new TextDecoder().decode(reading.files.get(file));
		reading.halfRead.add(DOCUMENT_LINE.exec(text)?.[1] ?? "");
		return null;
	}
	const { document: fileName, sha256: expected } = source.value;
	const document = documents.get(fileName);
	if (document === undefined) {
		// A document that is there and could not be decoded has its own diagnostics.
		if (!reading.files.has(`documents/${fileName}`))
			reading.diagnostics.push({
				...source.at(["document"]),
				rule: "document-present",
				message: `expected the name of a file in documents, found "${fileName}"${didYouMean(fileName, documents.keys())}`,
			});
		return null;
	}
	if (document.sha256 !== expected)
		reading.diagnostics.push({
			...source.at(["sha256"]),
			rule: "document-unchanged",
			message: `expected documents/${fileName} with the digest ${expected}, found ${document.sha256}; take the altered document back, or curate the new one`,
		});
	const { article, diagnostics } = locateArticle(slug, source, document);
	reading.diagnostics.push(...diagnostics);
	return article;
}

function checkFileNames(reading: Reading): void {
	for (const file of reading.files.keys())
		if (!DOCUMENT.test(file) && schemaOf(file) === null)
			fault(
				reading,
				file,
				"file-name",
				"expected documents/<name>.txt, articles/<slug>.yaml or authorities/{speakers,locations,publishers,occasions}.yaml, found a file that is none of them",
			);
}

/**
 * Reads every file of the seed folder and finds every quoted word in its document.
 *
 * @returns what could be read, for the rules to look at, and every fault so far
 */
export function readCorpus(files: SeedFiles): {
	corpus: LocatedCorpus;
	diagnostics: readonly Diagnostic[];
} {
	const reading: Reading = { files, diagnostics: [], halfRead: new Set() };
	checkFileNames(reading);
	const documents = readDocuments(reading);
	const articles = [...files.keys()].flatMap((file) => {
		const slug = ARTICLE.exec(file)?.[1];
		const article = slug === undefined ? null : readArticle(reading, file, slug, documents);
		return article === null ? [] : [article];
	});
	if (![...files.keys()].some((file) => ARTICLE.test(file)))
		fault(reading, "articles", "file-present", "expected at least one article, found none");
	const corpus: LocatedCorpus = {
		documents,
		halfRead: reading.halfRead,
		articles,
		speakers: readYaml(reading, "authorities/speakers.yaml", speakersFile),
		locations: readYaml(reading, "authorities/locations.yaml", locationsFile),
		publishers: readYaml(reading, "authorities/publishers.yaml", publishersFile),
		occasions: readYaml(reading, "authorities/occasions.yaml", occasionsFile),
	};
	return { corpus, diagnostics: reading.diagnostics };
}
