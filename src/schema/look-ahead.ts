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

// Directives are not looked at: what @skip leaves out is read all the same.

/** What a field of a row needs of it, under `extensions` of the field. */
export type NeedsColumns = {
	/** Columns of the row's table. */
	readonly columns: readonly string[];
	/** Columns that only a field inside of it is resolved from, by the name of that field. */
	readonly columnsByField?: Readonly<Record<string, readonly string[]>>;
};

/** States which columns a field is resolved from; for a field that exposes a column it goes without saying. */
export function needs(...columns: string[]): NeedsColumns {
	return { columns };
}

/** States which columns are read for which of the fields inside a field. */
export function needsByField(
	columnsByField: NonNullable<NeedsColumns["columnsByField"]>,
): NeedsColumns {
	return { columns: [], columnsByField };
}

/** What every row is read with: who it is, and the article that its spans count in. */
const ALWAYS = ["slug", "articleSlug"] as const;

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/**
 * The fields of some selections, those of fragments among them. A fragment is looked at
 * once, however often it is used: of fragments that each use the next one twice, the
 * hundredth would be looked at more often than there is time for.
 */
function* fieldsOf(
	selections: Iterable<SelectionSetNode | undefined>,
	fragments: Fragments,
	known = new Set<string>(),
): Generator<FieldNode, void, undefined> {
	for (const set of selections)
		for (const selection of set?.selections ?? [])
			if (selection.kind === Kind.FIELD) yield selection;
			else if (selection.kind === Kind.INLINE_FRAGMENT)
				yield* fieldsOf([selection.selectionSet], fragments, known);
			else if (!known.has(selection.name.value)) {
				known.add(selection.name.value);
				yield* fieldsOf([fragments[selection.name.value]?.selectionSet], fragments, known);
			}
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
function columnsOf(
	type: GraphQLObjectType,
	{ name, selectionSet }: FieldNode,
	fragments: Fragments,
): readonly string[] | null {
	if (name.value.startsWith("__")) return [];
	const { extensions } = type.getFields()[name.value] ?? {};
	const { pothosExposedField: exposed } = extensions ?? {};
	if (typeof exposed === "string") return [exposed];
	// Only `needs` and `needsByField` write these extensions.
	const { columns, columnsByField } = (extensions ?? {}) as Partial<NeedsColumns>;
	if (columns === undefined || columnsByField === undefined) return columns ?? null;
	const fields = [...fieldsOf([selectionSet], fragments)].map((field) => field.name.value);
	const needed = fields.map((field) => (field.startsWith("__") ? [] : columnsByField[field]));
	return needed.some((each) => each === undefined) ? null : needed.flatMap((each) => each ?? []);
}

/** All columns that the fields of a type need; null for all that there are. */
function columnsFor(
	type: GraphQLObjectType,
	selections: readonly SelectionSetNode[],
	fragments: Fragments,
): Set<string> | null {
	const needed = new Set<string>(ALWAYS);
	for (const field of fieldsOf(selections, fragments)) {
		const columns = columnsOf(type, field, fragments);
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
	readonly columns: readonly string[] | undefined;
	/** Whether any row has to tell its place. */
	readonly cursors: boolean;
	/** Whether anything lies on the other side of the cursor that the page starts from. */
	readonly behind: boolean;
}

function typeOfNodes({ returnType, schema }: GraphQLResolveInfo): GraphQLObjectType {
	const name = getNamedType(returnType).name.replace(/Connection$/, "");
	const type = schema.getType(name);
	if (!isObjectType(type)) throw new Error(`expected a connection, found ${String(returnType)}`);
	return type;
}

function lookAt(info: GraphQLResolveInfo, backward: boolean): Wanted {
	const { fragments } = info;
	const connection = info.fieldNodes.map(({ selectionSet }) => selectionSet);
	const edges = inside(connection, "edges", fragments);
	const ofEdges = [...fieldsOf(edges, fragments)].map(({ name }) => name.value);
	const type = typeOfNodes(info);
	const columns = columnsFor(
		type,
		[...inside(connection, "nodes", fragments), ...inside(edges, "node", fragments)],
		fragments,
	);
	if (ofEdges.includes("highlights")) for (const column of ["text", "spans"]) columns?.add(column);
	const pageInfo = [...fieldsOf(inside(connection, "pageInfo", fragments), fragments)];
	const asks = (field: string) => pageInfo.some(({ name }) => name.value === field);
	return {
		columns: columns === null ? undefined : [...columns].toSorted(),
		cursors: asks("startCursor") || asks("endCursor") || ofEdges.includes("cursor"),
		behind: asks(backward ? "hasNextPage" : "hasPreviousPage"),
	};
}

/** By the nodes of a field, forward and backward: an operation that is compiled has the same ones each time. */
const seen = [false, true].map(() => new WeakMap<readonly FieldNode[], Wanted>());

/**
 * Looks which columns of the rows of a connection, and what of its page, an operation asks for.
 *
 * @param backward whether the page runs from the end of the list
 */
export function lookAhead(info: GraphQLResolveInfo, backward: boolean): Wanted {
	const ofDirection = seen[Number(backward)];
	const known = ofDirection?.get(info.fieldNodes);
	if (known !== undefined) return known;
	const wanted = lookAt(info, backward);
	ofDirection?.set(info.fieldNodes, wanted);
	return wanted;
}
