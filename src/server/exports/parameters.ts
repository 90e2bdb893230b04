import { coerceInputValue, type GraphQLInputType } from "graphql";
import { schema } from "../../schema/index.ts";
import type { StatementListArguments } from "../../schema/statement-inputs.ts";
import type { Format } from "./format.ts";

/** What the query string of an export asks for. */
export interface ExportParameters {
	/** Which statements, in which order, as the list of the API takes it. */
	readonly list: StatementListArguments;
	/** Whether the file begins with the byte order mark, by which Excel knows UTF-8. */
	readonly byteOrderMark: boolean;
}

/** A query string that cannot be answered. */
export class BadParameters extends Error {
	override readonly name = "BadParameters";
	/** Each says what was expected, what came, and what to do. */
	readonly faults: readonly string[];

	constructor(faults: readonly string[]) {
		super(faults.join("; "));
		this.faults = faults;
	}
}

/** The most faults of one value that are told. */
const MOST_FAULTS = 20;
/** The longest name or value that a message shows. */
const LONGEST_SHOWN = 80;

const EXAMPLES = {
	filter: '{"speaker":{"eq":"putin"}}',
	orderBy: '{"field":"SAID_AT","direction":"ASC"}',
};

function shown(value: string): string {
	return JSON.stringify(value.slice(0, LONGEST_SHOWN));
}

/** The type that an argument of the list of statements has in the schema. */
function typeOf(argument: keyof typeof EXAMPLES): GraphQLInputType {
	const list = schema.getQueryType()?.getFields().statements;
	const type = list?.args.find(({ name }) => name === argument)?.type;
	if (type === undefined) throw new Error(`the list of statements takes no argument ${argument}`);
	return type;
}

function parseJson(name: keyof typeof EXAMPLES, text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		throw new BadParameters([
			`expected ${name} to be JSON in the form of the input ${typeOf(name)}, for example ${EXAMPLES[name]}, found ${shown(text)}`,
		]);
	}
}

/** A place in the JSON: filter.speaker.in[0]. */
function placeOf(name: string, path: readonly (string | number)[]): string {
	return path.reduce<string>(
		(place, step) => (typeof step === "number" ? `${place}[${step}]` : `${place}.${step}`),
		name,
	);
}

/** Reads a parameter as a variable of the same type is read, with the same messages. */
function coerce(name: keyof typeof EXAMPLES, text: string | undefined): unknown {
	if (text === undefined) return undefined;
	const faults: string[] = [];
	const value = coerceInputValue(parseJson(name, text), typeOf(name), (path, _value, error) => {
		if (faults.length < MOST_FAULTS) faults.push(`${placeOf(name, path)}: ${error.message}`);
	});
	if (faults.length > 0) throw new BadParameters(faults);
	return value;
}

/** The parameters that a format takes, each with its value if it is there. */
function single(parameters: URLSearchParams, known: readonly string[]): Map<string, string> {
	const values = new Map<string, string>();
	for (const [name, value] of parameters) {
		if (!known.includes(name))
			throw new BadParameters([
				`expected the parameters ${known.join(", ")}, found ${shown(name)}; remove it`,
			]);
		if (values.has(name))
			throw new BadParameters([
				`expected ${name} at most once, found it again; put all into one JSON object, with or for alternatives`,
			]);
		values.set(name, value);
	}
	return values;
}

function flag(name: string, text: string | undefined): boolean {
	if (text === undefined || text === "false") return false;
	if (text === "true") return true;
	throw new BadParameters([`expected ${name} to be true or false, found ${shown(text)}`]);
}

/**
 * Reads the query string of an export: `filter` and `orderBy` as JSON in the form of
 * the schema's own input types, and `bom` (true or false) where the format is CSV.
 *
 * @throws BadParameters with every fault that was found, and its place in the JSON
 */
export function readParameters(parameters: URLSearchParams, format: Format): ExportParameters {
	const known = ["filter", "orderBy", ...(format.ending === "csv" ? ["bom"] : [])];
	const values = single(parameters, known);
	const filter = coerce("filter", values.get("filter"));
	const orderBy = coerce("orderBy", values.get("orderBy"));
	return {
		// What the schema's types let through has the types that they were written for.
		list: { filter, orderBy } as StatementListArguments,
		byteOrderMark: flag("bom", values.get("bom")),
	};
}
