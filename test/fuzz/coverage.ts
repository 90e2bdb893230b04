import {
	type ASTNode,
	type DirectiveNode,
	type FragmentDefinitionNode,
	GraphQLIncludeDirective,
	type GraphQLInputType,
	type GraphQLNamedType,
	type GraphQLSchema,
	GraphQLSkipDirective,
	getDirectiveValues,
	getNamedType,
	getNullableType,
	getOperationAST,
	getVariableValues,
	isEnumType,
	isInputObjectType,
	isInputType,
	isInterfaceType,
	isListType,
	isObjectType,
	Kind,
	type OperationDefinitionNode,
	parse,
	TypeInfo,
	typeFromAST,
	visit,
	visitWithTypeInfo,
} from "graphql";
import type { Operation } from "./documents.ts";

/** A place that takes a value: an argument, or a field of an input. */
interface Slot {
	readonly coordinate: string;
	readonly type: GraphQLInputType;
}

function slotsOf(type: GraphQLNamedType): Slot[] {
	if (isInputObjectType(type))
		return Object.values(type.getFields()).map((field) => ({
			coordinate: `${type}.${field.name}`,
			type: field.type,
		}));
	if (!isObjectType(type) && !isInterfaceType(type)) return [];
	return Object.values(type.getFields()).flatMap((field) =>
		field.args.map((argument) => ({
			coordinate: `${type}.${field.name}(${argument.name}:)`,
			type: argument.type,
		})),
	);
}

function valuesOf(type: GraphQLInputType): string[] {
	const named = getNamedType(type);
	return isEnumType(named) ? named.getValues().map(({ name }) => `${named}.${name}`) : [];
}

/** What can be asked of a schema, as coordinates: Query.node, Query.node(id:), SpeechAct.WARN. */
function everythingIn(schema: GraphQLSchema): Set<string> {
	const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));
	const fields = types.flatMap((type) =>
		isObjectType(type) || isInterfaceType(type)
			? Object.keys(type.getFields()).map((name) => `${type}.${name}`)
			: [],
	);
	const slots = types.flatMap(slotsOf);
	return new Set([
		...fields,
		...slots.map(({ coordinate }) => coordinate),
		...slots.flatMap(({ type }) => valuesOf(type)),
	]);
}

/** Counts what operations ask of a schema; what is skipped, and what is in no fragment that is used, does not count. */
export class Coverage {
	readonly everything: ReadonlySet<string>;
	readonly #schema: GraphQLSchema;
	readonly #asked = new Map<string, number>();

	constructor(schema: GraphQLSchema) {
		this.#schema = schema;
		this.everything = everythingIn(schema);
	}

	/** What no operation has asked for. */
	get missing(): string[] {
		return [...this.everything].filter((coordinate) => !this.#asked.has(coordinate)).toSorted();
	}

	/** Counts an operation that can be executed, and tells how many fields, arguments and values it has. */
	add({ query, variables, operationName }: Operation): number {
		const document = parse(query);
		const asked = getOperationAST(document, operationName);
		if (asked == null) throw new Error(`no operation ${operationName} in ${query}`);
		const definitions = asked.variableDefinitions ?? [];
		const { coerced, errors } = getVariableValues(this.#schema, definitions, variables);
		if (errors !== undefined) throw new Error(`no variables of ${query}`, { cause: errors[0] });
		let parts = 0;
		const count = (coordinate: string) => {
			parts += 1;
			this.#asked.set(coordinate, (this.#asked.get(coordinate) ?? 0) + 1);
		};
		for (const { variable, type } of definitions) {
			const declared = typeFromAST(this.#schema, type);
			if (isInputType(declared)) this.#addValue(declared, variables[variable.name.value], count);
		}
		// Grows while it is gone through.
		const used: (OperationDefinitionNode | FragmentDefinitionNode)[] = [asked];
		for (const definition of used)
			this.#addDefinition(definition, coerced, count, (name) => {
				const fragment = document.definitions.find(
					(one): one is FragmentDefinitionNode =>
						one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name,
				);
				if (fragment !== undefined && !used.includes(fragment)) used.push(fragment);
			});
		return parts;
	}

	#addDefinition(
		definition: ASTNode,
		variables: { readonly [name: string]: unknown },
		count: (coordinate: string) => void,
		use: (fragment: string) => void,
	): void {
		const info = new TypeInfo(this.#schema);
		const isSkipped = (node: { readonly directives?: readonly DirectiveNode[] }) =>
			getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true ||
			getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false;
		visit(
			definition,
			visitWithTypeInfo(info, {
				Field(node) {
					if (isSkipped(node)) return false;
					count(`${info.getParentType()}.${node.name.value}`);
					return undefined;
				},
				InlineFragment: (node) => (isSkipped(node) ? false : undefined),
				FragmentSpread(node) {
					if (!isSkipped(node)) use(node.name.value);
				},
				Argument(node) {
					if (info.getDirective()) return;
					count(`${info.getParentType()}.${info.getFieldDef()?.name}(${node.name.value}:)`);
				},
				ObjectField(node) {
					count(`${getNamedType(info.getParentInputType())}.${node.name.value}`);
				},
				EnumValue(node) {
					count(`${getNamedType(info.getInputType())}.${node.value}`);
				},
			}),
		);
	}

	#addValue(type: GraphQLInputType, value: unknown, count: (coordinate: string) => void): void {
		const inner = getNullableType(type);
		if (value == null) return;
		if (isListType(inner)) {
			const items: unknown[] = Array.isArray(value) ? value : [value];
			for (const item of items) this.#addValue(inner.ofType, item, count);
		} else if (isEnumType(inner)) count(`${inner}.${value}`);
		else if (isInputObjectType(inner))
			for (const [name, part] of Object.entries(value)) {
				const field = inner.getFields()[name];
				if (field === undefined) continue;
				count(`${inner}.${name}`);
				this.#addValue(field.type, part, count);
			}
	}
}
