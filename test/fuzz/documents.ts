import {
	type GraphQLField,
	type GraphQLNamedType,
	type GraphQLOutputType,
	type GraphQLSchema,
	getNamedType,
	isCompositeType,
	isInterfaceType,
	isListType,
	isNonNullType,
	isObjectType,
} from "graphql";
import { AnswerNames } from "./answer-names.ts";
import { type Arguments, argumentsOf, sizeOf } from "./arguments.ts";
import type { Draw } from "./draw.ts";
import { Writer } from "./literals.ts";
import type { Json, Source } from "./values.ts";

/** An operation as a client sends it. */
export interface Operation {
	readonly query: string;
	readonly variables: { readonly [name: string]: Json };
	readonly operationName?: string;
}

/** What one operation may still have. */
interface Budget {
	fields: number;
	aliases: number;
	directives: number;
}

/** Where a selection stands. */
interface Spot {
	readonly type: GraphQLNamedType;
	/** Levels of fields down to here. */
	readonly depth: number;
	/** How often the selection is asked for at the most. */
	readonly times: number;
	readonly budget: Budget;
	/** Gets the names of variables. */
	readonly used: Set<string>;
}

/** A fragment with a name, which other places may use again. */
interface Fragment {
	readonly name: string;
	readonly on: string;
	readonly text: string;
	readonly used: ReadonlySet<string>;
	/** What it takes of a budget. */
	readonly takes: Budget;
	/** The deepest and the most frequent place that it fits in. */
	readonly depth: number;
	readonly times: number;
}

const DEEPEST = 13;
/** How many objects of one selection are asked for at the most; a greedy operation knows no such limit. */
const MOST_TIMES = 300;
const ROOT_TIMES = 1;
const INTROSPECTION = [
	"__typename",
	"__schema { queryType { name } types { name kind } directives { name locations } }",
	'__type(name: "Speaker") { name fields { name type { kind } args { name defaultValue } } interfaces { name } }',
];

function isAList(type: GraphQLOutputType): boolean {
	return isListType(isNonNullType(type) ? type.ofType : type);
}

/** Makes one document. */
class DocumentMaker {
	readonly #source: Source;
	readonly #draw: Draw;
	readonly #schema: GraphQLSchema;
	readonly #writer: Writer;
	readonly #fragments: Fragment[] = [];
	readonly #answerNames: AnswerNames;
	readonly #isGreedy: boolean;
	#names = 0;

	constructor(schema: GraphQLSchema, source: Source) {
		this.#schema = schema;
		this.#source = source;
		this.#draw = source.draw;
		this.#writer = new Writer(source.draw);
		this.#answerNames = new AnswerNames(source.draw);
		this.#isGreedy = source.draw.chance(3);
	}

	make(): Operation {
		const count = this.#draw.chance(15) ? 2 + this.#draw.below(2) : 1;
		const isNamed = count > 1 || this.#draw.chance(50);
		const names = Array.from({ length: count }, (_none, index) => `Operation${index}`);
		const operations = names.map((name) => this.#operation(isNamed ? name : ""));
		const fragments = this.#fragments.map(({ text }) => text);
		const sent = [...this.#writer.variables].flatMap(([name, { value }]) =>
			value === undefined ? [] : [[name, value] as const],
		);
		return {
			query: [...operations, ...fragments].join("\n"),
			variables: Object.fromEntries(sent),
			...(isNamed &&
				(count > 1 || this.#draw.chance(50)) && { operationName: this.#draw.among(names) }),
		};
	}

	#operation(name: string): string {
		const draw = this.#draw;
		const type = this.#schema.getQueryType();
		if (!type) throw new Error("the schema has no queries");
		const more = this.#isGreedy ? 3 : 1;
		const budget = { fields: 8 + draw.below(50), aliases: more * 26, directives: more * 7 };
		const used = new Set<string>();
		const selection = this.#selection({ type, depth: 0, times: ROOT_TIMES, budget, used });
		const declared = [...used].map((variable) => this.#writer.variables.get(variable)?.text);
		const variables = declared.length === 0 ? "" : `(${declared.join(", ")})`;
		if (name === "" && variables === "" && draw.chance(50)) return selection;
		return `query ${name}${variables} ${selection}`;
	}

	#selection(spot: Spot): string {
		const draw = this.#draw;
		const parts = this.#fields(spot);
		if (isInterfaceType(spot.type)) parts.push(...this.#onEachOf(spot));
		else if (draw.chance(8))
			parts.push(this.#inline(spot, draw.among(this.#conditions(spot.type))));
		if (draw.chance(10)) parts.push(this.#spread(spot) ?? "__typename");
		if (spot.depth === 0 && draw.chance(3)) parts.push(draw.among(INTROSPECTION));
		if (parts.length === 0) parts.push("__typename");
		return `{ ${parts.join(" ")} }`;
	}

	/** What a fragment in a type can be on: nothing, the type, or an interface of it. */
	#conditions(type: GraphQLNamedType): string[] {
		const interfaces = isObjectType(type) ? type.getInterfaces() : [];
		return ["", type.name, ...interfaces.map(({ name }) => name)];
	}

	/** Fragments on some of the types that an interface can be, and on itself. */
	#onEachOf(spot: Spot): string[] {
		if (!isInterfaceType(spot.type)) return [];
		const types = this.#schema.getPossibleTypes(spot.type);
		return this.#draw.some([...types, spot.type], 4).map((type) => this.#inline(spot, type.name));
	}

	#inline(spot: Spot, on: string): string {
		const type = on === "" ? spot.type : this.#schema.getType(on);
		if (!type || spot.budget.fields <= 0) return "__typename";
		const condition = on === "" ? "" : ` on ${on}`;
		const directive = this.#directive(spot);
		// An interface is asked for what it has itself: fragments in it would never end.
		const parts = isInterfaceType(type) ? this.#fields({ ...spot, type }) : [];
		const selection = isInterfaceType(type)
			? `{ ${parts.join(" ") || "__typename"} }`
			: this.#selection({ ...spot, type });
		return `...${condition}${directive} ${selection}`;
	}

	/** A fragment with a name: a new one, or one that is there already. */
	#spread(spot: Spot): string | null {
		const { budget, type } = spot;
		const fitting = this.#fragments.filter(
			({ on, depth, times, takes }) =>
				on === type.name &&
				depth >= spot.depth &&
				times >= spot.times &&
				takes.aliases <= budget.aliases &&
				takes.directives <= budget.directives,
		);
		const known = fitting.length > 0 && this.#draw.chance(70) ? this.#draw.among(fitting) : null;
		if (known === null && budget.fields <= 0) return null;
		const { name, used, takes } = known ?? this.#fragment(spot);
		if (known !== null) {
			budget.aliases -= takes.aliases;
			budget.directives -= takes.directives;
		}
		for (const variable of used) spot.used.add(variable);
		return `...${name}${this.#directive(spot)}`;
	}

	#fragment(spot: Spot): Fragment {
		const { type, budget, depth, times } = spot;
		const before = { ...budget };
		const used = new Set<string>();
		const name = `Fragment${this.#names}`;
		this.#names += 1;
		const selection = this.#selection({ ...spot, used });
		const takes = {
			fields: before.fields - budget.fields,
			aliases: before.aliases - budget.aliases,
			directives: before.directives - budget.directives,
		};
		const text = `fragment ${name} on ${type.name} ${selection}`;
		const made = { name, on: type.name, text, used, takes, depth, times };
		this.#fragments.push(made);
		return made;
	}

	#directive({ budget, used }: Spot): string {
		if (budget.directives <= 0 || !this.#draw.chance(8)) return "";
		budget.directives -= 1;
		const name = this.#draw.among(["include", "skip"]);
		const directive = this.#schema.getDirective(name);
		const [condition] = directive?.args ?? [];
		if (condition === undefined) throw new Error(`the schema has no directive @${name}`);
		const value = this.#draw.chance(30) !== (name === "include");
		return ` @${name}(if: ${this.#writer.write(value, condition.type, used)})`;
	}

	#fields(spot: Spot): string[] {
		const { type, depth, budget } = spot;
		if (!isObjectType(type) && !isInterfaceType(type)) return [];
		const all = Object.values(type.getFields());
		const inner = all.filter((field) => isCompositeType(getNamedType(field.type)));
		const leaves = all.filter((field) => !inner.includes(field));
		const mostInner = depth === 0 ? 5 : depth < DEEPEST ? 2 : 0;
		const chosen = [
			...(this.#draw.chance(5) ? [] : this.#draw.some(leaves, 5)),
			...this.#draw.some(inner, Math.min(mostInner, Math.max(0, budget.fields))),
		];
		if (chosen.length === 0 && depth < DEEPEST && budget.fields > 0)
			chosen.push(this.#draw.among(all));
		return chosen.flatMap((field) => this.#field(spot, field) ?? []);
	}

	/** A field with all that is in it; null where there is no room for it. */
	#field(spot: Spot, field: GraphQLField<unknown, unknown>): string | null {
		const { budget, times, depth } = spot;
		if (budget.fields <= 0) return null;
		const room = this.#isGreedy ? Number.MAX_SAFE_INTEGER : Math.floor(MOST_TIMES / times);
		const values = argumentsOf(this.#source, field, room);
		const size = this.#times(field, values);
		const type = getNamedType(field.type);
		// What is too much by itself, of wild numbers, is refused for that.
		if (isCompositeType(type) && size > room && this.#source.wildness === 0 && !this.#isGreedy)
			return null;
		const used = new Set<string>();
		const written = this.#arguments(field, values, used);
		const shape = `${field.name}${written}: ${field.type}`;
		const name = this.#answerNames.nameOf(field.name, shape, budget.aliases > 0);
		if (name === null) return null;
		if (name !== field.name) budget.aliases -= 1;
		for (const variable of used) spot.used.add(variable);
		budget.fields -= 1;
		const head = `${name === field.name ? "" : `${name}: `}${field.name}${written}${this.#directive(spot)}`;
		if (!isCompositeType(type)) return head;
		const inside = {
			...spot,
			type,
			depth: depth + 1,
			times: times * Math.max(1, Math.min(size, room)),
		};
		return `${head} ${this.#selection(inside)}`;
	}

	/** How many objects a field gives for each that it is asked of; the rows of a list are counted with it. */
	#times(field: GraphQLField<unknown, unknown>, values: Arguments): number {
		const isRows = field.args.length === 0 && ["edges", "nodes", "rows"].includes(field.name);
		return isAList(field.type) && field.args.length === 0 && !isRows ? 2 : sizeOf(field, values);
	}

	#arguments(field: GraphQLField<unknown, unknown>, values: Arguments, used: Set<string>): string {
		const written = field.args.flatMap(({ name, type, defaultValue }) => {
			const value = values.get(name);
			if (value === undefined) return [];
			// Where there is a default, a variable may be null and its value must not.
			const declared = isNonNullType(type) && defaultValue !== undefined ? type.ofType : type;
			return [`${name}: ${this.#writer.write(value, declared, used)}`];
		});
		return written.length === 0 ? "" : `(${written.join(", ")})`;
	}
}

/** A document over all that the schema has, with the variables and the name to ask for it. */
export function operation(schema: GraphQLSchema, source: Source): Operation {
	return new DocumentMaker(schema, source).make();
}
