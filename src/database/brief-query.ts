import pg from "pg";
import type { NamedStatement } from "./lanes.ts";

/** A column of an answer, as PostgreSQL describes it. */
interface FieldDescription {
	readonly name: string;
	readonly dataTypeID: number;
}

/** How the rows of a prepared statement are read. */
interface Shape {
	readonly names: readonly string[];
	readonly parsers: readonly ((text: string) => unknown)[];
	/** A row without values: copies of it have one layout in memory. */
	readonly empty: Readonly<Record<string, null>>;
}

const NO_SHAPE: Shape = { names: [], parsers: [], empty: {} };

/** What is known of the statements that a connection has prepared. */
interface Prepared {
	/** By the names of the statements. */
	readonly shapes: Map<string, Shape>;
	/** The connection, but it does not ask again how the rows look. */
	readonly undescribed: pg.Connection;
	/** Whether rows came that were not those of their statement, so that nothing of the connection is believed. */
	isBroken: boolean;
}

const prepared = new WeakMap<pg.Connection, Prepared>();

function preparedOn(connection: pg.Connection): Prepared {
	const known = prepared.get(connection);
	if (known !== undefined) return known;
	const undescribed = Object.assign(Object.create(connection), { describe: () => undefined });
	const made: Prepared = { shapes: new Map(), undescribed, isBroken: false };
	prepared.set(connection, made);
	return made;
}

function shapeOf(fields: readonly FieldDescription[], types: pg.CustomTypesConfig): Shape {
	return {
		names: fields.map(({ name }) => name),
		parsers: fields.map(({ dataTypeID }) => types.getTypeParser(dataTypeID, "text")),
		empty: Object.fromEntries(fields.map(({ name }) => [name, null])),
	};
}

/** What becomes of a statement: an error, or else its rows. */
export type Settled = (error: Error | null, rows: readonly object[]) => void;

/**
 * A prepared statement whose rows are read with as little work as can be. How they look is
 * asked only the first time on a connection: PostgreSQL refuses to run a prepared statement
 * whose rows have come to look otherwise (error 0A000).
 *
 * The methods are those that node-postgres calls (its Query; the type declarations leave
 * most of them out).
 */
export class BriefQuery extends pg.Query {
	readonly #name: string;
	readonly #types: pg.CustomTypesConfig;
	readonly #settled: Settled;
	readonly #rows: object[] = [];
	#known: Prepared | undefined;
	#shape: Shape | undefined;
	/** A value that could not be read; the rest of the rows is let go by. */
	#fault: Error | undefined;

	constructor(
		{ name, text, values }: NamedStatement,
		types: pg.CustomTypesConfig,
		settled: Settled,
	) {
		super({ name, text, values: [...values] });
		this.#name = name;
		this.#types = types;
		this.#settled = settled;
	}

	/** Sends it. */
	override submit = (connection: pg.Connection) => {
		this.#known = preparedOn(connection);
		this.#shape = this.#known.shapes.get(this.#name);
		const as = this.#shape === undefined ? connection : this.#known.undescribed;
		return pg.Query.prototype.submit.call(this, as);
	};

	/** Comes once before the rows, where it was asked for. */
	handleRowDescription({ fields }: { readonly fields: readonly FieldDescription[] }): void {
		this.#shape = shapeOf(fields, this.#types);
		this.#known?.shapes.set(this.#name, this.#shape);
	}

	/** Comes with each row: its values as text. */
	handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
		if (this.#fault !== undefined) return;
		const { names, parsers, empty } = this.#shape ?? NO_SHAPE;
		const row: Record<string, unknown> = { ...empty };
		try {
			if (names.length !== fields.length)
				throw new Error(`expected rows of ${names.length} columns, found ${fields.length}`);
			// Counted, and not by entries(): this runs for every value of every row.
			for (let index = 0; index < names.length; index += 1) {
				const [name = "", text] = [names[index], fields[index]];
				if (text != null) row[name] = parsers[index]?.(text);
			}
			this.#rows.push(row);
		} catch (error) {
			this.#fault = error instanceof Error ? error : new Error(String(error));
			if (this.#known !== undefined) this.#known.isBroken = true;
		}
	}

	/** Comes behind the rows with how many they were, which nobody asks. */
	handleCommandComplete(): void {}

	/** Comes instead of the end. */
	handleError(error: Error): void {
		this.#settled(error, []);
	}

	/** Comes at the end. */
	handleReadyForQuery(): void {
		const isSure = this.#known?.isBroken !== true;
		const lost = isSure ? null : new Error("a statement before this one had rows of another one");
		this.#settled(this.#fault ?? lost, this.#rows);
	}
}
