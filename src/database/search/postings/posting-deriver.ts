import { searchableWords } from "../../../text/searchable.ts";
import type { Deriver } from "../../load/derive.ts";
import type { TableChunk } from "../../load/table-chunk.ts";
import { articleText } from "../article-text.ts";
import type { PostingRow } from "./posting.ts";
import { PostingBuilder } from "./posting-builder.ts";

/** What is read of the rows of articles and of statements. */
interface ArticleSeen {
	readonly number: number;
	readonly title?: string | null;
	readonly body: string;
}
interface StatementSeen {
	readonly number: number;
	readonly text: string;
	readonly reviewStatus: string;
}

/**
 * Makes what search reads of the articles and statements that go by: for each word the
 * documents that have it, and each word once. It holds one stretch of both at the most, and
 * the words.
 */
export function postingDeriver(): Deriver {
	const words = new Set<string>();
	const articles = new PostingBuilder();
	const statements = new PostingBuilder();
	let made: TableChunk[] = [];
	const keep = (table: "articlePosting" | "statementPosting", rows: readonly PostingRow[]) => {
		if (rows.length === 0) return;
		for (const { word } of rows) words.add(word);
		made.push({ table, rows });
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
				const { number, title = null, body } = row as ArticleSeen;
				const text = articleText({ title, body });
				const document = { number, words: searchableWords(text), isDraft: false };
				keep("articlePosting", articles.add(document));
			} else if (table === "statement") {
				const { number, text, reviewStatus } = row as StatementSeen;
				const isDraft = reviewStatus === "DRAFT";
				const document = { number, words: searchableWords(text), isDraft };
				keep("statementPosting", statements.add(document));
			}
		},
		ready,
		rest() {
			keep("articlePosting", articles.take());
			keep("statementPosting", statements.take());
			const rows = [...words].toSorted().map((word) => ({ word }));
			return [...ready(), { table: "searchWord", rows }];
		},
	};
}
