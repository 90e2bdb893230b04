import { searchableWords } from "../../../text/searchable.ts";
import type { Deriver } from "../../load/derive.ts";
import type { TableChunk } from "../../load/table-chunk.ts";
import { articleText } from "../article-text.ts";
import { HitReader, type PostingRow } from "./posting.ts";
import { PostingBuilder } from "./posting-builder.ts";

/** What is read of the rows of articles and of statements. */
interface ArticleSeen {
	readonly number: number;
	readonly title?: string | null;
	readonly body: string;
	readonly reviewStatus: string;
}
interface StatementSeen {
	readonly number: number;
	readonly text: string;
	readonly reviewStatus: string;
}

/** Whether a word stands in a document that is no draft. */
function hasCurated({ documents }: PostingRow): boolean {
	const hit = new HitReader(documents);
	while (hit.next()) if (!hit.isDraft) return true;
	return false;
}

/** Gathers the words of all documents, and which of them only drafts have. */
class Words {
	/** Whether a curated document has it, by word. */
	readonly #words = new Map<string, boolean>();
	/** Words of drafts that have gone by: all others are in what is curated. */
	readonly #ofDrafts = new Set<string>();

	/** Notes the words of a draft, before the postings come that it is in. */
	seeDraft(words: Iterable<string>): void {
		for (const word of words) this.#ofDrafts.add(word);
	}

	add(row: PostingRow): void {
		if (this.#words.get(row.word) === true) return;
		this.#words.set(row.word, !this.#ofDrafts.has(row.word) || hasCurated(row));
	}

	rows(): object[] {
		return [...this.#words.keys()]
			.toSorted()
			.map((word) => ({ word, isCurated: this.#words.get(word) === true }));
	}
}

/**
 * Makes what search reads of the articles and statements that go by: for each word the
 * documents that have it, and each word once. It holds one stretch of both at the most, and
 * the words.
 */
export function postingDeriver(): Deriver {
	const words = new Words();
	const articles = new PostingBuilder();
	const statements = new PostingBuilder();
	let made: TableChunk[] = [];
	const keep = (table: "articlePosting" | "statementPosting", rows: readonly PostingRow[]) => {
		if (rows.length === 0) return;
		for (const row of rows) words.add(row);
		made.push({ table, rows });
	};
	const documentOf = (number: number, text: string, reviewStatus: string) => {
		const document = { number, words: searchableWords(text), isDraft: reviewStatus === "DRAFT" };
		if (document.isDraft) words.seeDraft(document.words);
		return document;
	};
	const ready = () => {
		const chunks = made;
		made = [];
		return chunks;
	};
	return {
		see(table, row) {
			if (table === "article") {
				// The tables of both are made by toTables, and numbered before they come here.
				const { number, title = null, body, reviewStatus } = row as ArticleSeen;
				const document = documentOf(number, articleText({ title, body }), reviewStatus);
				keep("articlePosting", articles.add(document));
			} else if (table === "statement") {
				const { number, text, reviewStatus } = row as StatementSeen;
				keep("statementPosting", statements.add(documentOf(number, text, reviewStatus)));
			}
		},
		ready,
		rest() {
			keep("articlePosting", articles.take());
			keep("statementPosting", statements.take());
			return [...ready(), { table: "searchWord", rows: words.rows() }];
		},
	};
}
