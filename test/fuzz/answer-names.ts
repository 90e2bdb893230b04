import type { Draw } from "./draw.ts";

/** Aliases that mean something else in JavaScript. */
const ODD_ALIASES = ["then", "__proto__", "constructor", "toString", "toJSON", "length", "data"];
/** How many of a hundred fields have an alias that they do not need. */
const NEEDLESS = 8;
/** How many of a hundred aliases are odd. */
const ODD = 10;

/** Gives the fields of one document names in the answer, such that fields of one name can always be merged. */
export class AnswerNames {
	/** What each name stands for. */
	readonly #shapes = new Map<string, string>();
	readonly #draw: Draw;

	constructor(draw: Draw) {
		this.#draw = draw;
	}

	/**
	 * @param name of the field
	 * @param shape its arguments and its type
	 * @param mayHaveAlias whether there is room for another alias
	 * @returns null where the field needs an alias and cannot have one
	 */
	nameOf(name: string, shape: string, mayHaveAlias: boolean): string | null {
		const isOwn = (this.#shapes.get(name) ?? shape) === shape;
		if (isOwn && !(mayHaveAlias && this.#draw.chance(NEEDLESS))) {
			this.#shapes.set(name, shape);
			return name;
		}
		if (!mayHaveAlias) return null;
		const alias = this.#newAlias();
		this.#shapes.set(alias, shape);
		return alias;
	}

	#newAlias(): string {
		const odd = this.#draw.chance(ODD) ? this.#draw.among(ODD_ALIASES) : null;
		return odd === null || this.#shapes.has(odd) ? `a${this.#shapes.size}` : odd;
	}
}
