import { BitParameter, NumberParameter } from "../../parameters.ts";

/** What a search has found: the numbers of statements or articles, ascending, and how well each matches. */
export class Matches {
	/** What was searched for where: two different questions have different names. */
	readonly name: string;
	readonly numbers: Int32Array;
	/** Whole numbers, the better the greater. */
	readonly ranks: Int32Array;
	/** 1 for a draft. */
	readonly drafts: Uint8Array;
	/** Whether the matches are all others than these, none of which has a rank: a search that only leaves out. */
	readonly areOthers: boolean;
	/** How many are no drafts. */
	readonly curatedCount: number;

	constructor({
		name,
		numbers,
		ranks,
		drafts,
		areOthers,
	}: Pick<Matches, "name" | "numbers" | "ranks" | "drafts" | "areOthers">) {
		this.name = name;
		this.numbers = numbers;
		this.ranks = ranks;
		this.drafts = drafts;
		this.areOthers = areOthers;
		this.curatedCount = drafts.reduce((count, draft) => count - draft, drafts.length);
	}

	/** What they take in memory. */
	get bytes(): number {
		return this.numbers.byteLength + this.ranks.byteLength + this.drafts.byteLength;
	}

	/** The numbers as a parameter of a SQL statement, to be cast to int[]. */
	get numbersParameter(): object {
		return new NumberParameter(`numbers of ${this.name}`, this.numbers);
	}

	/** The ranks as one. */
	get ranksParameter(): object {
		return new NumberParameter(`ranks of ${this.name}`, this.ranks);
	}

	/** A bit for each number up to the greatest, to be cast to bytea and asked by get_bit. */
	get bitsParameter(): object {
		return new BitParameter(`bits of ${this.name}`, this.numbers);
	}
}
