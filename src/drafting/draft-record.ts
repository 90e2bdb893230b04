import { PART_SEPARATOR, type Range } from "../text/span.ts";
import type { Draft, DraftSource, DraftStatement } from "./draft.ts";
import type { PageArticle } from "./page.ts";

/** Whoever a record names. */
interface SourceRecord {
	readonly name: string;
	/** The entry of the authority file; null where none has the name. */
	readonly slug: string | null;
}

/** A proposed statement as `draft --format json` prints it: words, no offsets. */
interface StatementRecord {
	readonly kind: DraftStatement["kind"];
	/** Its content as the body has it; parts of it with PART_SEPARATOR between. */
	readonly text: string;
	readonly quotes: readonly string[];
	/** Empty where there is none. */
	readonly cue: string;
	/** Of the first speaker; empty where the subject is dropped. */
	readonly mention: string;
	readonly speakers: readonly SourceRecord[];
	readonly via: readonly SourceRecord[];
	readonly act: DraftStatement["act"];
	readonly confidence: number;
	readonly rule: string;
}

/** A proposed article as `draft --format json` prints it, one on each line. */
export interface DraftRecord {
	/** The page as it was named. */
	readonly file: string;
	readonly title: string | null;
	readonly body: string;
	readonly statements: readonly StatementRecord[];
}

function toSource({ name, slug }: DraftSource): SourceRecord {
	return { name, slug };
}

/** The record of a proposed article. */
export function toRecord(file: string, page: PageArticle, draft: Draft): DraftRecord {
	const wordsOf = (range: Range | null | undefined): string =>
		range == null ? "" : page.body.slice(range.start, range.end);
	return {
		file,
		title: page.title,
		body: page.body,
		statements: draft.statements.map((statement) => ({
			kind: statement.kind,
			text: statement.content.map(wordsOf).join(PART_SEPARATOR),
			quotes: statement.quotes.map(wordsOf),
			cue: wordsOf(statement.cue),
			mention: wordsOf(statement.speakers[0]?.mention),
			speakers: statement.speakers.map(toSource),
			via: statement.via.map(toSource),
			act: statement.act,
			confidence: statement.confidence,
			rule: statement.rule,
		})),
	};
}
