import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { CheckedCorpus } from "../curation/corpus.ts";
import { readMigrations } from "./migrate.ts";

/** The code that decides what the rows of a corpus are, and what views show of them. */
const WRITERS = [
	"./load.ts",
	"./columns/deriver.ts",
	"./columns/encode.ts",
	"./columns/gather.ts",
	"./columns/segment.ts",
	"./load/copy.ts",
	"./load/derive.ts",
	"./load/in-transaction.ts",
	"./load/numbers.ts",
	"./load/row-text.ts",
	"./load/table-names.ts",
	"./load/link-deriver.ts",
	"./row-values.ts",
	"./tables.ts",
	"./views/lay.ts",
	"./views/nouns.ts",
	"./views/pieces.ts",
	"./views/statements.ts",
	"./views/view.ts",
	"./views/views.ts",
	"./search/article-text.ts",
	"./search/postings/byte-writer.ts",
	"./search/postings/posting-builder.ts",
	"./search/postings/posting-maker.ts",
	"./search/postings/posting.ts",
	"../text/searchable.ts",
	"../text/fold.ts",
];
/** In hexadecimal digits. */
const LENGTH = 16;

/**
 * A digest of all that the rows in a database depend on: the corpus, the migrations,
 * and the code that fills the tables and lays the views. A database with another key is seeded again.
 */
export async function buildKeyOf(corpus: Pick<CheckedCorpus, "version">): Promise<string> {
	const hash = createHash("sha256").update(corpus.version);
	for (const { migrationFile } of (await readMigrations()).migrationDirectories)
		hash.update(migrationFile.content.value);
	for (const writer of WRITERS) hash.update(await readFile(new URL(writer, import.meta.url)));
	return hash.digest("hex").slice(0, LENGTH);
}
