import {
	type GraphQLArgument,
	type GraphQLField,
	type GraphQLInputObjectType,
	type GraphQLInputType,
	type GraphQLObjectType,
	type GraphQLOutputType,
	type GraphQLSchema,
	getNamedType,
	isEnumType,
	isInputObjectType,
	isInterfaceType,
	isListType,
	isNonNullType,
	isObjectType,
	isRequiredArgument,
} from "graphql";

/** A place of the schema where a client may put a text of its own. */
export interface TextPlace {
	/** Such as Query.statements(filter.speaker.eq). */
	readonly name: string;
	/** The field that takes it, such as Query.statements. */
	readonly field: string;
	/** Asks for what depends on the text. */
	readonly query: string;
	/** The variables of the query with a text at this place. */
	variables(text: string): Record<string, unknown>;
}

type Field = GraphQLField<unknown, unknown>;

/** A place in the value of an argument. */
interface Part {
	readonly path: string;
	wrap(text: string): unknown;
}

/** The scalars that are sent as text. */
const TEXTS = new Set(["String", "ID", "Date", "TimeInput", "Locale"]);
/** The fields that an answer is looked into by. */
const INSIDE = new Set(["nodes", "rows", "edges", "pageInfo", "highlights"]);

function partsOf(
	type: GraphQLInputType,
	outer: ReadonlySet<GraphQLInputObjectType> = new Set(),
): Part[] {
	if (isNonNullType(type)) return partsOf(type.ofType, outer);
	if (isListType(type))
		return partsOf(type.ofType, outer).map(({ path, wrap }) => ({
			path: `[]${path}`,
			wrap: (text) => [wrap(text)],
		}));
	if (!isInputObjectType(type))
		return TEXTS.has(type.name) ? [{ path: "", wrap: (text) => text }] : [];
	// Filters have filters in them; these are the same places again.
	if (outer.has(type)) return [];
	return Object.values(type.getFields()).flatMap(({ name, type: inner }) =>
		partsOf(inner, new Set([...outer, type])).map(({ path, wrap }) => ({
			path: `.${name}${path}`,
			wrap: (text: string) => ({ [name]: wrap(text) }),
		})),
	);
}

/** A good value for an argument that must be given. */
function literalOf(type: GraphQLInputType): string {
	if (isNonNullType(type)) return literalOf(type.ofType);
	if (isListType(type)) return "[]";
	if (isEnumType(type)) return type.getValues()[0]?.name ?? "";
	return type.name === "Date" ? '"2018-10-03"' : '"x"';
}

/** What is asked of a field: its values, and those of the rows of a page. */
function selectionOf(type: GraphQLOutputType): string {
	const named = getNamedType(type);
	if (isInterfaceType(named)) return "{ __typename id }";
	if (!isObjectType(named)) return "";
	const fields = Object.values(named.getFields()).flatMap((field) => {
		if (field.args.some(isRequiredArgument)) return [];
		const inner = getNamedType(field.type);
		if (!isObjectType(inner) && !isInterfaceType(inner)) return [field.name];
		return INSIDE.has(field.name) ? [`${field.name} ${selectionOf(field.type)}`] : [];
	});
	return `{ __typename ${fields.join(" ")} }`;
}

function isPaged({ args }: Field): boolean {
	return args.some(({ name }) => name === "first");
}

/** By type: how to come to it, around what is asked of it. */
function routesOf(schema: GraphQLSchema): Map<GraphQLObjectType, (inner: string) => string> {
	const routes = new Map<GraphQLObjectType, (inner: string) => string>();
	const root = schema.getQueryType();
	if (root) routes.set(root, (inner) => `{ ${inner} }`);
	// A map is walked through with what is added meanwhile.
	for (const [type, route] of routes)
		for (const field of Object.values(type.getFields())) {
			const inner = getNamedType(field.type);
			if (!isObjectType(inner) || routes.has(inner) || field.args.some(isRequiredArgument))
				continue;
			const page = isPaged(field) ? "(first: 20)" : "";
			routes.set(inner, (asked) => route(`${field.name}${page} { ${asked} }`));
		}
	return routes;
}

function placesOf(
	type: GraphQLObjectType,
	field: Field,
	argument: GraphQLArgument,
	route: (inner: string) => string,
): TextPlace[] {
	const others = field.args
		.filter((one) => one !== argument && isRequiredArgument(one))
		.map(({ name, type: needed }) => `${name}: ${literalOf(needed)}`);
	const page = isPaged(field) ? ["first: 2"] : [];
	const given = [`${argument.name}: $value`, ...others, ...page].join(", ");
	const asked = route(`${field.name}(${given}) ${selectionOf(field.type)}`);
	return partsOf(argument.type).map(({ path, wrap }) => ({
		name: `${type.name}.${field.name}(${argument.name}${path})`,
		field: `${type.name}.${field.name}`,
		query: `query ($value: ${argument.type}) ${asked}`,
		variables: (text) => ({ value: wrap(text) }),
	}));
}

/** Every place of a schema where a client may put a text, by any way that leads there. */
export function textPlacesOf(schema: GraphQLSchema): TextPlace[] {
	return [...routesOf(schema)].flatMap(([type, route]) =>
		Object.values(type.getFields()).flatMap((field) =>
			field.args.flatMap((argument) => placesOf(type, field, argument, route)),
		),
	);
}

/** The fields of a schema's types that take a text anywhere in their arguments. */
export function fieldsWithTexts(schema: GraphQLSchema): string[] {
	return Object.values(schema.getTypeMap())
		.filter(isObjectType)
		.filter(({ name }) => !name.startsWith("__"))
		.flatMap((type) =>
			Object.values(type.getFields())
				.filter(({ args }) => args.some((argument) => partsOf(argument.type).length > 0))
				.map((field) => `${type.name}.${field.name}`),
		);
}
