import { type EncodedColumn, encodeColumn } from "./encode.ts";
import { type ColumnName, DENSE_COLUMNS, LINKS, type Link } from "./segment.ts";

/** How much a list of pairs has room for at first. */
const FIRST_ROOM = 1024;

/** Numbers that come one by one. */
class Gathered {
	#numbers: Int32Array;
	length = 0;

	constructor(room: number) {
		this.#numbers = new Int32Array(room);
	}

	push(number: number): void {
		if (this.length === this.#numbers.length) {
			const wider = new Int32Array(this.length * 2);
			wider.set(this.#numbers);
			this.#numbers = wider;
		}
		this.#numbers[this.length] = number;
		this.length += 1;
	}

	/** Whether a number is among the last ones, from a place on. */
	hasFrom(start: number, number: number): boolean {
		for (let index = start; index < this.length; index += 1)
			if (this.#numbers[index] === number) return true;
		return false;
	}

	encode(canMiss: boolean): EncodedColumn {
		return encodeColumn(this.#numbers.subarray(0, this.length), canMiss);
	}
}

/** What the columns say of a statement, with NONE for what is missing. */
export type DenseValues = Readonly<Record<(typeof DENSE_COLUMNS)[number], number>>;

function each<Name extends string, Value>(names: readonly Name[], make: () => Value) {
	// They are the names that it is made of.
	return Object.fromEntries(names.map((name) => [name, make()])) as Record<Name, Value>;
}

/** The columns of one segment while its statements come. */
export class GatheredSegment {
	readonly #dense = each(DENSE_COLUMNS, () => new Gathered(FIRST_ROOM));
	readonly #values = each(LINKS, () => new Gathered(FIRST_ROOM));
	readonly #owners = each(LINKS, () => new Gathered(FIRST_ROOM));
	/** How many statements have begun. */
	length = 0;

	/** Begins the next statement. */
	begin(values: DenseValues): void {
		for (const name of DENSE_COLUMNS) this.#dense[name].push(values[name]);
		this.length += 1;
	}

	/**
	 * Adds what the statement that has begun has of a link, each value once.
	 *
	 * @param numbers those of the values
	 */
	link(link: Link, numbers: Iterable<number>): void {
		const [values, owners] = [this.#values[link], this.#owners[link]];
		const start = values.length;
		for (const number of numbers) {
			if (values.hasFrom(start, number)) continue;
			values.push(number);
			owners.push(this.length - 1);
		}
	}

	/** All columns by their names, each with its bytes. */
	encode(): (EncodedColumn & { readonly name: ColumnName })[] {
		return [
			...DENSE_COLUMNS.map((name) => ({ name, ...this.#dense[name].encode(true) })),
			...LINKS.flatMap((link) => [
				{ name: link, ...this.#values[link].encode(false) },
				{ name: `${link}Owner` as const, ...this.#owners[link].encode(false) },
			]),
		];
	}
}
