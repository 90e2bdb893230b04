/** The nouns that columns and postings call by number. */
const NUMBERED = ["article", "location", "publisher", "speaker", "statement"] as const;

/** A noun that columns and postings call by number. */
export type NumberedNoun = (typeof NUMBERED)[number];

/** Whether the rows of a table have numbers. */
export function isNumbered(table: string): table is NumberedNoun {
	return NUMBERED.some((noun) => noun === table);
}

/**
 * Gives out the numbers of one load: from 0, in the order in which slugs are first named,
 * be it by their own rows or by others. It holds each slug that can be named more than
 * once: of speakers, places, outlets and articles, about a hundred bytes each.
 */
export class Numbers {
	readonly #slugs = new Map<NumberedNoun, Map<string, number>>();
	#statements = 0;

	/** The number of a slug, the same each time. Not for statements, which nothing names before their rows come. */
	of(noun: Exclude<NumberedNoun, "statement">, slug: string): number {
		let numbers = this.#slugs.get(noun);
		if (numbers === undefined) {
			numbers = new Map();
			this.#slugs.set(noun, numbers);
		}
		const known = numbers.get(slug);
		if (known !== undefined) return known;
		numbers.set(slug, numbers.size);
		return numbers.size - 1;
	}

	/** The number of the next statement. */
	nextStatement(): number {
		this.#statements += 1;
		return this.#statements - 1;
	}
}
