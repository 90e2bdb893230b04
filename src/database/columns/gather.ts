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

/** The values of a link while they come. */
class GatheredLink {
	readonly values = new Gathered(FIRST_ROOM);
	readonly owners = new Gathered(FIRST_ROOM);
	/** Where those of the statement that has begun start. */
	start = 0;
}

/** The columns of one segment while its statements come. */
export class GatheredSegment {
	readonly #dense = each(DENSE_COLUMNS, () => new Gathered(FIRST_ROOM));
	readonly #links = each(LINKS, () => new GatheredLink());
	/** How many statements have begun. */
	length = 0;

	/** Begins the next statement. */
	begin(values: DenseValues): void {
		for (const name of DENSE_COLUMNS) this.#dense[name].push(values[name]);
		for (const link of LINKS) this.#links[link].start = this.#links[link].values.length;
		this.length += 1;
	}

	/** Adds a value of a link to the statement that has begun, unless it has it. */
	add(link: Link, value: number): void {
		const { values, owners, start } = this.#links[link];
		if (values.hasFrom(start, value)) return;
		values.push(value);
		owners.push(this.length - 1);
	}

	/** All columns by their names, each with its bytes. */
	encode(): (EncodedColumn & { readonly name: ColumnName })[] {
		return [
			...DENSE_COLUMNS.map((name) => ({ name, ...this.#dense[name].encode(true) })),
			...LINKS.flatMap((link) => [
				{ name: link, ...this.#links[link].values.encode(false) },
				{ name: `${link}Owner` as const, ...this.#links[link].owners.encode(false) },
			]),
		];
	}
}
