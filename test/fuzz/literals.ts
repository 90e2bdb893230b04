import {
	type GraphQLInputObjectType,
	type GraphQLInputType,
	isEnumType,
	isInputObjectType,
	isListType,
	isNonNullType,
} from "graphql";
import { isStorable } from "../../src/database/bad-request.ts";
import type { Draw } from "./draw.ts";
import type { Json } from "./values.ts";

/** A variable as an operation declares it. */
export interface Declared {
	/** `$v1: Int = 5` */
	readonly text: string;
	/** What is sent for it; undefined where nothing is. */
	readonly value: Json | undefined;
}

/** The variables of a document; their names are never the same. */
export type Variables = Map<string, Declared>;

const IN_BLOCK = /^[\p{L}\p{N}][\p{L}\p{N} ]*$/u;

/** Whether a value can stand in a document, where a half of a surrogate pair cannot. */
function isWritable(value: Json): boolean {
	if (typeof value === "string") return isStorable(value.replaceAll("\0", ""));
	if (typeof value !== "object" || value === null) return true;
	return Object.values(value).every(isWritable);
}

/** Writes what is inside of a value. */
type Write = (part: Json, type: GraphQLInputType) => string;

/** Writes values of input types into a document, or into its variables. */
export class Writer {
	readonly variables: Variables = new Map();
	readonly #draw: Draw;

	constructor(draw: Draw) {
		this.#draw = draw;
	}

	/**
	 * Writes a value, or a part of it, as a literal or as a variable.
	 *
	 * @param used gets the names of the variables
	 * @param chance how many of a hundred values are variables
	 */
	write(value: Json, type: GraphQLInputType, used: Set<string>, chance = 30): string {
		if (!isWritable(value) || this.#draw.chance(chance)) return this.#variable(value, type, used);
		return this.#literal(value, type, (part, inner) => this.write(part, inner, used, 6));
	}

	#variable(value: Json, type: GraphQLInputType, used: Set<string>): string {
		const name = `v${this.variables.size}`;
		used.add(name);
		this.variables.set(name, this.#declare(name, value, type));
		return `$${name}`;
	}

	#declare(name: string, value: Json, type: GraphQLInputType): Declared {
		const draw = this.#draw;
		if (value !== null && isWritable(value) && draw.chance(20)) {
			const nullable = isNonNullType(type) ? type.ofType : type;
			return { text: `$${name}: ${nullable} = ${this.#plain(value, type)}`, value: undefined };
		}
		if (isNonNullType(type)) return { text: `$${name}: ${type}`, value };
		if (value !== null && draw.chance(20)) return { text: `$${name}: ${type}!`, value };
		return {
			text: `$${name}: ${type}`,
			value: value === null && draw.chance(50) ? undefined : value,
		};
	}

	/** A literal without variables. */
	#plain(value: Json, type: GraphQLInputType): string {
		return this.#literal(value, type, (part, inner) => this.#plain(part, inner));
	}

	#literal(value: Json, type: GraphQLInputType, write: Write): string {
		if (value === null) return "null";
		if (isNonNullType(type)) return this.#literal(value, type.ofType, write);
		if (isListType(type)) {
			const inner: GraphQLInputType = type.ofType;
			if (!Array.isArray(value)) return this.#literal(value, inner, write);
			return `[${value.map((item: Json) => write(item, inner)).join(", ")}]`;
		}
		if (isInputObjectType(type)) return this.#object(value, type, write);
		if (isEnumType(type)) return String(value);
		if (typeof value === "string" && IN_BLOCK.test(value) && this.#draw.chance(10))
			return `"""${value}"""`;
		return JSON.stringify(value);
	}

	#object(value: Json, type: GraphQLInputObjectType, write: Write): string {
		const fields = type.getFields();
		const written = Object.entries(value ?? {}).map(([name, part]: [string, Json]) => {
			const inner = fields[name]?.type;
			if (inner === undefined) throw new Error(`${type} has no field ${name}`);
			// A variable must not be null where one key must have a value.
			return `${name}: ${type.isOneOf ? this.#literal(part, inner, write) : write(part, inner)}`;
		});
		return `{ ${written.join(", ")} }`;
	}
}
