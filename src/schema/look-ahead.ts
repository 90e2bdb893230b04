import {
	type FieldNode,
	type FragmentDefinitionNode,
	type GraphQLObjectType,
	type GraphQLResolveInfo,
	getNamedType,
	isObjectType,
	Kind,
	type SelectionSetNode,
} from "graphql";
import { identifier, list, type Sql, sql } from "../database/sql.ts";

// Directives are not looked at: what @skip leaves out is read all the same.

/** What a field of a row needs of it, under `extensions` of the field. */
export type NeedsColumns = {
	/** Columns of the row's table. */
	readonly columns: readonly string[];
};

/** States which columns a field is resolved from; for a field that exposes a column it goes without saying. */
export function needs(...columns: string[]): NeedsColumns {
	return { columns };
}

/** What every row is read with: who it is, and the article that its spans count in. */
const ALWAYS = ["slug", "articleSlug"] as const;

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** The fields of some selections, those of fragments among them. */
function* fieldsOf(
	selections: Iterable<SelectionSetNode | undefined>,
	fragments: Fragments,
): Generator<FieldNode, void, undefined> {
	for (const set of selections)
		for (const selection of set?.selections ?? [])
			if (selection.kind === Kind.FIELD) yield selection;
			else if (selection.kind === Kind.INLINE_FRAGMENT)
				yield* fieldsOf([selection.selectionSet], fragments);
			else yield* fieldsOf([fragments[selection.name.value]?.selectionSet], fragments);
}

/** The selections inside the fields of one name. */
function inside(
	selections: Iterable<SelectionSetNode | undefined>,
	name: string,
	fragments: Fragments,
): SelectionSetNode[] {
	return [...fieldsOf(selections, fragments)]
		.filter((field) => field.name.value === name)
		.flatMap(({ selectionSet }) => selectionSet ?? []);
}

/** The columns that a field needs; null where nobody has said. */
function columnsOf(type: GraphQLObjectType, field: string): readonly string[] | null {
	if (field.startsWith("__")) return [];
	const { extensions } = type.getFields()[field] ?? {};
	const { columns, pothosExposedField: exposed } = extensions ?? {};
	if (typeof exposed === "string") return [exposed];
	// Only `needs` writes this extension.
	return columns === undefined ? null : (columns as NeedsColumns["columns"]);
}

/** All columns that the fields of a type need; null for all that there are. */
function columnsFor(
	type: GraphQLObjectType,
	selections: readonly SelectionSetNode[],
	fragments: Fragments,
): Set<string> | null {
	const needed = new Set<string>(ALWAYS);
	for (const { name } of fieldsOf(selections, fragments)) {
		const columns = columnsOf(type, name.value);
		if (columns === null) return null;
		for (const column of columns) needed.add(column);
	}
	return needed;
}

/**
 * The names of the fields that are asked of what a field resolves to, or of what lies
 * inside it.
 *
 * @param path the fields that lead there
 */
export function selectedFields(info: GraphQLResolveInfo, ...path: string[]): Set<string> {
	const { fieldNodes, fragments } = info;
	const selections = path.reduce<Iterable<SelectionSetNode | undefined>>(
		(outer, name) => inside(outer, name, fragments),
		fieldNodes.map(({ selectionSet }) => selectionSet),
	);
	return new Set([...fieldsOf(selections, fragments)].map(({ name }) => name.value));
}

/** What a connection is asked for. */
export interface Wanted {
	/** The columns of its rows, in the order of their names; undefined for all of them. */
	readonly columns: Sql | undefined;
	readonly hasNextPage: boolean;
	readonly hasPreviousPage: boolean;
}

function typeOfNodes({ returnType, schema }: GraphQLResolveInfo): GraphQLObjectType {
	const name = getNamedType(returnType).name.replace(/Connection$/, "");
	const type = schema.getType(name);
	if (!isObjectType(type)) throw new Error(`expected a connection, found ${String(returnType)}`);
	return type;
}

function lookAt(info: GraphQLResolveInfo): Wanted {
	const { fragments } = info;
	const connection = info.fieldNodes.map(({ selectionSet }) => selectionSet);
	const edges = inside(connection, "edges", fragments);
	const type = typeOfNodes(info);
	const columns = columnsFor(
		type,
		[...inside(connection, "nodes", fragments), ...inside(edges, "node", fragments)],
		fragments,
	);
	if ([...fieldsOf(edges, fragments)].some(({ name }) => name.value === "highlights"))
		for (const column of ["text", "spans"]) columns?.add(column);
	const pageInfo = [...fieldsOf(inside(connection, "pageInfo", fragments), fragments)];
	const asks = (field: string) => pageInfo.some(({ name }) => name.value === field);
	return {
		columns:
			columns === null
				? undefined
				: list([...columns].toSorted().map((column) => sql`s.${identifier(column)}`)),
		hasNextPage: asks("hasNextPage"),
		hasPreviousPage: asks("hasPreviousPage"),
	};
}

/** By the nodes of a field: an operation that is compiled has the same ones each time. */
const seen = new WeakMap<readonly FieldNode[], Wanted>();

/** Looks which columns of the rows of a connection, and what of its page, an operation asks for. */
export function lookAhead(info: GraphQLResolveInfo): Wanted {
	const known = seen.get(info.fieldNodes);
	if (known !== undefined) return known;
	const wanted = lookAt(info);
	seen.set(info.fieldNodes, wanted);
	return wanted;
}
