import { searchableWords } from "../../../text/searchable.ts";
import type { TableChunk } from "../../load/table-chunk.ts";
import { articleText } from "../article-text.ts";
import { HitReader, type PostingRow } from "./posting.ts";
import { PostingBuilder } from "./posting-builder.ts";

/** What is read of the rows of articles and of statements: the text that a search looks into. */
export interface SearchedText {
	readonly noun: "article" | "statement";
	readonly number: number;
	readonly text: string;
	readonly isDraft: boolean;
}

/** What is read of a row of Article. */
interface ArticleSeen {
	readonly number: number;
	readonly title?: string | null;
	readonly body: string;
	readonly reviewStatus: string;
}
/** What is read of a row of Statement. */
interface StatementSeen {
	readonly number: number;
	readonly text: string;
	readonly reviewStatus: string;
}

/** The text of a row that goes by; null where it is of another table. */
export function searchedText(table: TableChunk["table"], row: object): SearchedText | null {
	// The tables of both are made by toTables, and numbered before they come here.
	if (table === "article") {
		const { number, title = null, body, reviewStatus } = row as ArticleSeen;
		const isDraft = reviewStatus === "DRAFT";
		return { noun: "article", number, text: articleText({ title, body }), isDraft };
	}
	if (table !== "statement") return null;
	const { number, text, reviewStatus } = row as StatementSeen;
	return { noun: "statement", number, text, isDraft: reviewStatus === "DRAFT" };
}

/** Makes the tables that a search reads. */
export interface PostingMaker {
	/** Those of one noun come in the order of their numbers. */
	see(searched: SearchedText): void;
	/** What is ready to be written, which is handed over. */
	ready(): TableChunk[];
	/** What is left when all have gone by. */
	rest(): TableChunk[];
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
export function postingMaker(): PostingMaker {
	const words = new Words();
	const builders = { article: new PostingBuilder(), statement: new PostingBuilder() };
	let made: TableChunk[] = [];
	const keep = (noun: SearchedText["noun"], rows: readonly PostingRow[]) => {
		if (rows.length === 0) return;
		for (const row of rows) words.add(row);
		made.push({ table: `${noun}Posting`, rows });
	};
	const ready = () => {
		const chunks = made;
		made = [];
		return chunks;
	};
	return {
		see({ noun, number, text, isDraft }) {
			const document = { number, words: searchableWords(text), isDraft };
			if (isDraft) words.seeDraft(document.words);
			keep(noun, builders[noun].add(document));
		},
		ready,
		rest() {
			keep("article", builders.article.take());
			keep("statement", builders.statement.take());
			return [...ready(), { table: "searchWord", rows: words.rows() }];
		},
	};
}
