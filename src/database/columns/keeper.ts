import { LRUCache } from "lru-cache";
import type { Reader } from "../database.ts";
import type { Column } from "./encode.ts";
import { Layout } from "./layout.ts";
import { makeColumn, sourceOf } from "./make.ts";
import {
	AnotherCorpus,
	type ColumnNoun,
	type Dictionary,
	type LaidColumn,
	type NamedValue,
	type OfNoun,
	readColumns,
	readDictionary,
	readLayout,
	readNumbers,
	readValues,
} from "./read.ts";
import { COUNTED_COLUMNS, type ColumnName, type CountedName } from "./segment.ts";

/** In bytes: how much of columns is kept. */
export const MOST_BYTES = 64 * 2 ** 20;
/** In bytes: the same for what one request keeps for itself. */
const MOST_BYTES_OF_A_REQUEST = 8 * 2 ** 20;
/** How many values and numbers are kept. */
const MOST_VALUES = 10_000;

/** Columns of one segment by name. */
export type Columns = ReadonlyMap<CountedName, Column>;

/** Gives the values that were asked for. */
export type ValuesByNumber = (noun: ColumnNoun, number: number) => NamedValue;

/** A column as it is counted over, and where it is kept. */
interface KeptColumn {
	readonly key: string;
	readonly column: Column;
}

/** Where something is kept. */
function keyOf(...parts: readonly (string | number)[]): string {
	return parts.join(" ");
}

/** Makes once what is kept unless it fails. */
function remembered<Key, Value>(
	known: Map<Key, Promise<Value>>,
	key: Key,
	make: () => Promise<Value>,
): Promise<Value> {
	const running = known.get(key);
	if (running !== undefined) return running;
	const made = make();
	known.set(key, made);
	made.catch(() => known.delete(key));
	return made;
}

/**
 * The columns of one version of the corpus, as far as they have been read and there is
 * room for them; what there is no room for is read anew each time. It goes with the
 * edition that it belongs to.
 *
 * Whatever is read tells its version, and another one is refused, so that the numbers of
 * one corpus never meet the names of another.
 */
export class ColumnKeeper {
	readonly #version: string | null;
	readonly #most: number;
	readonly #layouts = new Map<"layout", Promise<Layout>>();
	readonly #dictionaries = new Map<ColumnNoun, Promise<Dictionary>>();
	readonly #columns = new Map<string, Column>();
	/** Columns that are being read, by all that was asked for. */
	readonly #reading = new Map<string, Promise<ReadonlyMap<string, Column>>>();
	readonly #values: LRUCache<string, NamedValue> | null;
	readonly #numbers: LRUCache<string, { readonly number: number }> | null;
	#bytes = 0;

	/**
	 * @param version null for whatever corpus is read first, for one request: what it reads
	 *   must not hang on what is read beside it, so it keeps no values and no numbers
	 * @param most in bytes, of columns
	 */
	constructor(
		version: string | null,
		most: number = version === null ? MOST_BYTES_OF_A_REQUEST : MOST_BYTES,
	) {
		this.#version = version;
		this.#most = most;
		this.#values = version === null ? null : new LRUCache({ max: MOST_VALUES });
		this.#numbers = version === null ? null : new LRUCache({ max: MOST_VALUES });
	}

	/** How many bytes of columns are kept. */
	get bytes(): number {
		return this.#bytes;
	}

	/**
	 * What columns there are.
	 *
	 * @throws AnotherCorpus when another version is served than it is for, as all that reads
	 */
	layout(reader: Reader): Promise<Layout> {
		return remembered(this.#layouts, "layout", async () => {
			const { version, columns, dictionaries } = await readLayout(reader);
			if (this.#version !== null && version !== this.#version)
				throw new AnotherCorpus(`expected the corpus ${this.#version}, found ${version}`);
			for (const [noun, dictionary] of dictionaries)
				this.#dictionaries.set(noun, Promise.resolve(dictionary));
			const layout = new Layout(version, columns);
			// A corpus of one segment has come whole.
			for (const column of this.#made(layout, columns, COUNTED_COLUMNS)) this.#keep(column);
			return layout;
		});
	}

	/** What columns that were read are counted over as. */
	#made(layout: Layout, read: readonly LaidColumn[], names: readonly CountedName[]): KeptColumn[] {
		return read.flatMap(({ segment, name, column }) => {
			if (column === null) return [];
			const { length = 0 } = layout.segments[segment] ?? {};
			return names
				.filter((made) => sourceOf(made) === name)
				.map((made) => ({
					key: keyOf(segment, made),
					column: makeColumn(made, column, length),
				}));
		});
	}

	#keep({ key, column }: KeptColumn): void {
		const { byteLength } = column.elements;
		if (this.#columns.has(key) || this.#bytes + byteLength > this.#most) return;
		this.#columns.set(key, column);
		this.#bytes += byteLength;
	}

	/** How the rows of a noun are ordered. */
	async dictionary(reader: Reader, noun: ColumnNoun): Promise<Dictionary> {
		const { version } = await this.layout(reader);
		return remembered(this.#dictionaries, noun, () => readDictionary(reader, version, noun));
	}

	/**
	 * Columns of some segments. What is missing of any is read by one SQL statement.
	 *
	 * @returns those of each segment, in their order
	 */
	async columns(
		reader: Reader,
		segments: readonly number[],
		names: readonly CountedName[],
	): Promise<Columns[]> {
		const lacks = (segment: number, name: CountedName) => !this.#columns.has(keyOf(segment, name));
		const incomplete = segments.filter((segment) => names.some((name) => lacks(segment, name)));
		const lacking = names.filter((name) => incomplete.some((segment) => lacks(segment, name)));
		const read = incomplete.length === 0 ? null : await this.#read(reader, incomplete, lacking);
		return segments.map((segment) => {
			const found = names.map((name) => {
				const key = keyOf(segment, name);
				const column = read?.get(key) ?? this.#columns.get(key);
				if (column === undefined) throw new Error(`the column ${key} has not been read`);
				return [name, column] as const;
			});
			return new Map(found);
		});
	}

	#read(
		reader: Reader,
		segments: readonly number[],
		names: readonly CountedName[],
	): Promise<ReadonlyMap<string, Column>> {
		const asked = keyOf(segments.join(), names.join());
		return remembered(this.#reading, asked, async () => {
			const layout = await this.layout(reader);
			const sources: ColumnName[] = [...new Set(names.map(sourceOf))];
			const read = await readColumns(reader, layout.version, segments, sources);
			const columns = this.#made(layout, read, names);
			for (const column of columns) this.#keep(column);
			this.#reading.delete(asked);
			return new Map(columns.map(({ key, column }) => [key, column]));
		});
	}

	/** Slugs and official names by number; what is not kept is read by one SQL statement. */
	async values(
		reader: Reader,
		wanted: readonly OfNoun<readonly number[]>[],
	): Promise<ValuesByNumber> {
		const { version } = await this.layout(reader);
		const found = new Map<string, NamedValue>();
		const missing = wanted.map(({ noun, which }) => ({
			noun,
			which: which.filter((number) => {
				const known = this.#values?.get(keyOf(noun, number));
				if (known !== undefined) found.set(keyOf(noun, number), known);
				return known === undefined;
			}),
		}));
		const asked = missing.filter(({ which }) => which.length > 0);
		const rows = asked.length === 0 ? [] : await readValues(reader, version, asked);
		for (const { noun, which, value, names } of rows) {
			found.set(keyOf(noun, which), { value, names });
			this.#values?.set(keyOf(noun, which), { value, names });
		}
		return (noun, number) => {
			const value = found.get(keyOf(noun, number));
			if (value === undefined) throw new Error(`no ${noun} has the number ${number}`);
			return value;
		};
	}

	/**
	 * Numbers by slug; what is not kept is read by one SQL statement.
	 *
	 * @returns for each noun the numbers of its slugs, without those that are not there
	 */
	async numbers(
		reader: Reader,
		wanted: readonly OfNoun<readonly string[]>[],
	): Promise<ReadonlyMap<ColumnNoun, ReadonlyMap<string, number>>> {
		const { version } = await this.layout(reader);
		const found = new Map(wanted.map(({ noun }) => [noun, new Map<string, number>()]));
		const missing = wanted.map(({ noun, which }) => ({
			noun,
			which: which.filter((slug) => {
				const known = this.#numbers?.get(keyOf(noun, slug));
				if (known !== undefined) found.get(noun)?.set(slug, known.number);
				return known === undefined;
			}),
		}));
		const asked = missing.filter(({ which }) => which.length > 0);
		const rows = asked.length === 0 ? [] : await readNumbers(reader, version, asked);
		for (const { noun, which, number } of rows) {
			found.get(noun)?.set(which, number);
			this.#numbers?.set(keyOf(noun, which), { number });
		}
		return found;
	}
}
