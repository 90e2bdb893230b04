import {
	type DocumentNode,
	type FieldNode,
	type FragmentDefinitionNode,
	type GraphQLField,
	type GraphQLNamedType,
	type GraphQLSchema,
	getNamedType,
	getOperationAST,
	isCompositeType,
	isInterfaceType,
	isListType,
	isNonNullType,
	isObjectType,
	Kind,
	type OperationDefinitionNode,
	type SelectionSetNode,
	type ValueNode,
	valueFromASTUntyped,
} from "graphql";
import { DEFAULT_PAGE_SIZE } from "../database/slice.ts";

/** The values of an operation's variables, as a client sent them. */
export type Variables = Readonly<Record<string, unknown>>;

/** Gives the most objects that an operation can ask for with these variables. */
export type CostOf = (variables: Variables) => number;

/** How many objects a list counts that has no bound of its own: such as the speakers of a statement. */
const SMALL_LIST = 2;
/** What is read to count, by the name of the field: a count costs as much as so many rows. */
const COUNTS: Readonly<Record<string, number>> = {
	statementStats: 100,
	facets: 50,
	totalCount: 10,
};
/** Parts of a list whose rows the list itself has counted. */
const OF_A_LIST = new Set(["edges", "rows"]);
/** What costs nothing beside the list that it belongs to. */
const FREE = new Set(["edges", "pageInfo"]);

/** A number, or where to find it when the variables are known. */
type Amount = (variables: Variables) => number;

/**
 * What a part is of the selection that it stands in: `rows` come as often as a page has rows,
 * a `field` once; a `fragment` is whatever is in it.
 */
type PartKind = "rows" | "field" | "fragment";

/** One field: what it costs, and how often the fields in it do. */
interface Part {
	readonly kind: PartKind;
	readonly own: Amount;
	readonly times: Amount;
	/** Whether only the rows in it come so often: what is beside them, such as a total, comes once. */
	readonly isPage: boolean;
	/** The number of the selections in it; -1 for none. */
	readonly inner: number;
}

/** Reads an argument, which may be a variable with a default. */
function argumentOf(node: ValueNode | undefined, operation: OperationDefinitionNode) {
	if (node?.kind !== Kind.VARIABLE) {
		const value = node === undefined ? undefined : valueFromASTUntyped(node);
		return () => value;
	}
	const name = node.name.value;
	const definition = operation.variableDefinitions?.find((one) => one.variable.name.value === name);
	const fallback =
		definition?.defaultValue === undefined
			? undefined
			: valueFromASTUntyped(definition.defaultValue);
	// What every object has, such as constructor, is no value of a variable of that name.
	return (variables: Variables) =>
		(Object.hasOwn(variables, name) ? variables[name] : null) ?? fallback;
}

/** Whether a field is the rows of the list that it is in; the field of the same name at the root has ids. */
function isOfAList({ name, args }: GraphQLField<unknown, unknown>): boolean {
	return OF_A_LIST.has(name) || (name === "nodes" && args.length === 0);
}

function isAList({ type }: GraphQLField<unknown, unknown>): boolean {
	return isListType(isNonNullType(type) ? type.ofType : type);
}

/** What a selection costs, once and for each row of the page that it is of. */
interface Cost {
	once: number;
	rows: number;
}

const NOTHING: Readonly<Cost> = { once: 0, rows: 0 };

/** What one part adds to the selection that it stands in. */
function addPart(
	sum: Cost,
	{ kind, own, times, isPage }: Part,
	inside: Readonly<Cost>,
	variables: Variables,
): void {
	if (kind === "fragment") {
		sum.once += inside.once;
		sum.rows += inside.rows;
		return;
	}
	const often = times(variables);
	const cost = own(variables) + (isPage ? 1 : often) * inside.once + often * inside.rows;
	if (kind === "rows") sum.rows += cost;
	else sum.once += cost;
}

/** How often what is in a field is asked for. */
function timesOf(
	field: GraphQLField<unknown, unknown>,
	node: FieldNode,
	operation: OperationDefinitionNode,
): Amount {
	const [first, last, ids] = ["first", "last", "ids"].map((name) =>
		argumentOf(node.arguments?.find((one) => one.name.value === name)?.value, operation),
	);
	const declared = field.args.find(({ name }) => name === "first");
	if (declared !== undefined) {
		const otherwise = Number(declared.defaultValue ?? DEFAULT_PAGE_SIZE);
		return (variables) => {
			const asked = Number(first?.(variables) ?? last?.(variables) ?? otherwise);
			// What is no such number is refused where it is read.
			return Number.isFinite(asked) ? Math.max(asked, 0) : 0;
		};
	}
	if (field.args.some(({ name }) => name === "ids"))
		return (variables) => {
			const asked = ids?.(variables);
			return Array.isArray(asked) ? asked.length : 1;
		};
	const times = isAList(field) && !isOfAList(field) ? SMALL_LIST : 1;
	return () => times;
}

/**
 * Takes an operation apart into the selections that it consists of, each once for each type, those that
 * are in others before these: so that a fragment that is used a thousand times is looked at once.
 */
class CostPlan {
	/** The parts of each selection; a fragment's are one part that costs nothing itself. */
	readonly #selections: Part[][] = [];
	readonly #known = new Map<SelectionSetNode, Map<GraphQLNamedType, number>>();
	readonly #schema: GraphQLSchema;
	readonly #operation: OperationDefinitionNode;
	readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

	constructor(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
		this.#schema = schema;
		this.#operation = operation;
		this.#fragments = new Map(
			document.definitions.flatMap((one) =>
				one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
			),
		);
		const root = schema.getRootType(operation.operation);
		if (root) this.#add(operation.selectionSet, root);
	}

	/** The number of a selection on a type. */
	#add(selection: SelectionSetNode, type: GraphQLNamedType): number {
		const known = this.#known.get(selection)?.get(type);
		if (known !== undefined) return known;
		const parts = selection.selections.flatMap((node): Part[] => {
			if (node.kind === Kind.FIELD) return this.#field(node, type);
			const fragment =
				node.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(node.name.value) : node;
			if (fragment === undefined) return [];
			const condition = fragment.typeCondition?.name.value;
			const on = condition === undefined ? type : this.#schema.getType(condition);
			if (!on) return [];
			const inner = this.#add(fragment.selectionSet, on);
			return [{ kind: "fragment", own: () => 0, times: () => 1, isPage: false, inner }];
		});
		const number = this.#selections.push(parts) - 1;
		const ofSelection = this.#known.get(selection) ?? new Map<GraphQLNamedType, number>();
		this.#known.set(selection, ofSelection.set(type, number));
		return number;
	}

	#field(node: FieldNode, type: GraphQLNamedType): Part[] {
		const name = node.name.value;
		const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
		const field = fields[name];
		// Introspection is free: its answer does not depend on the corpus.
		if (field === undefined) return [];
		const counted = COUNTS[name] ?? 0;
		const inside = getNamedType(field.type);
		if (!isCompositeType(inside) || node.selectionSet === undefined)
			return [{ kind: "field", own: () => counted, times: () => 0, isPage: false, inner: -1 }];
		const times = timesOf(field, node, this.#operation);
		// A list without pages is its rows; a page is one more than its rows, which its parts count.
		const isRows = isAList(field) && !isOfAList(field);
		const self = FREE.has(name) ? 0 : 1;
		return [
			{
				kind: isOfAList(field) ? "rows" : "field",
				own: (variables) => counted + (isRows ? times(variables) : self),
				times,
				isPage: !isAList(field) && field.args.some((one) => one.name === "first"),
				inner: this.#add(node.selectionSet, inside),
			},
		];
	}

	/** What the operation costs. */
	cost(variables: Variables): number {
		const costs: Cost[] = [];
		for (const parts of this.#selections) {
			const sum = { ...NOTHING };
			for (const part of parts) addPart(sum, part, costs[part.inner] ?? NOTHING, variables);
			costs.push(sum);
		}
		const { once, rows } = costs.at(-1) ?? NOTHING;
		return once + rows;
	}
}

/**
 * Makes what tells the cost of an operation: how many objects it asks for at the most, a
 * page with as many as `first` or `last` say, in whatever way they are given. Values cost
 * nothing; counts cost as much as some rows.
 *
 * @param name which operation of the document; null for the only one
 */
export function costOf(schema: GraphQLSchema, document: DocumentNode, name: string | null): CostOf {
	const operation = getOperationAST(document, name);
	if (operation == null) return () => 0;
	const plan = new CostPlan(schema, document, operation);
	return (variables) => plan.cost(variables);
}
