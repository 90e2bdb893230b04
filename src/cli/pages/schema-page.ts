import {
	astFromValue,
	type GraphQLArgument,
	type GraphQLEnumType,
	type GraphQLField,
	type GraphQLInputField,
	type GraphQLInputType,
	type GraphQLNamedType,
	type GraphQLOutputType,
	type GraphQLScalarType,
	type GraphQLSchema,
	getNamedType,
	isEnumType,
	isInputObjectType,
	isInterfaceType,
	isObjectType,
	isScalarType,
	lexicographicSortSchema,
	print,
} from "graphql";
import { anchorOf, plainText } from "./markdown.ts";

const BEGINNING = `# The schema

<!-- Made by npm run print-schema. Change the descriptions in src/schema, not this page. -->

Every query, type, input, enumeration and scalar of the API, with the descriptions that GraphiQL
shows. \`!\` means never null; \`[…]\` is a list; what stands behind \`=\` is taken when an argument
is left out. The same as one file for programs: [schema.graphql](../schema.graphql). How to ask:
[ask.md](ask.md).`;

/** Whatever can be described and given up. */
interface Described {
	readonly description?: string | null | undefined;
	readonly deprecationReason?: string | null | undefined;
}

/** A heading of the page and what stands under it. */
interface Entry {
	readonly heading: string;
	/** What it is called in the list at the top. */
	readonly label: string;
	readonly lines: readonly string[];
}

interface Section {
	readonly title: string;
	readonly entries: readonly Entry[];
}

function describe({ description, deprecationReason }: Described): string {
	const deprecated = deprecationReason ? `**Deprecated:** ${plainText(deprecationReason)} ` : "";
	return `${deprecated}${plainText(description ?? "")}`;
}

function linkTo({ name }: GraphQLNamedType): string {
	return `[${name}](#${anchorOf(name)})`;
}

/** A type as the schema writes it, with its name as a link to its entry. */
function linkedType(type: GraphQLInputType | GraphQLOutputType): string {
	const named = getNamedType(type);
	const [before = "", after = ""] = String(type).split(named.name);
	return `${plainText(before)}${linkTo(named)}${plainText(after)}`;
}

function defaultOf({ defaultValue, type }: GraphQLArgument | GraphQLInputField): string {
	const value = defaultValue === undefined ? undefined : astFromValue(defaultValue, type);
	return value == null ? "" : ` = \`${print(value)}\``;
}

function inputLine(input: GraphQLArgument | GraphQLInputField): string {
	return `- \`${input.name}\`: ${linkedType(input.type)}${defaultOf(input)} – ${describe(input)}`;
}

function fieldLines(field: GraphQLField<unknown, unknown>): string[] {
	return [
		`- \`${field.name}\`: ${linkedType(field.type)} – ${describe(field)}`,
		...field.args.map((argument) => `  ${inputLine(argument)}`),
	];
}

function valueLines(type: GraphQLEnumType): string[] {
	return type.getValues().map((value) => `- \`${value.name}\` – ${describe(value)}`);
}

function scalarLines({ specifiedByURL }: GraphQLScalarType): string[] {
	return specifiedByURL ? [`Specified by <${specifiedByURL}>.`] : [];
}

/** What a type is made of, a line each. */
function partsOf(type: GraphQLNamedType): string[] {
	if (isEnumType(type)) return valueLines(type);
	if (isScalarType(type)) return scalarLines(type);
	if (isInputObjectType(type)) return Object.values(type.getFields()).map(inputLine);
	if (isObjectType(type) || isInterfaceType(type))
		return Object.values(type.getFields()).flatMap(fieldLines);
	return [];
}

/** What has to be said of a type as a whole besides its description. */
function remarksOn(type: GraphQLNamedType, schema: GraphQLSchema): string[] {
	if (isInputObjectType(type) && type.isOneOf) return ["Exactly one of these has to be given."];
	if (isInterfaceType(type)) {
		const { objects } = schema.getImplementations(type);
		return [`One of ${objects.map(linkTo).join(", ")}.`];
	}
	const interfaces = isObjectType(type) ? type.getInterfaces() : [];
	return interfaces.length === 0 ? [] : [`Implements ${interfaces.map(linkTo).join(", ")}.`];
}

function typeEntry(type: GraphQLNamedType, schema: GraphQLSchema): Entry {
	const sentence = [describe(type), ...remarksOn(type, schema)].join(" ");
	return { heading: type.name, label: type.name, lines: [sentence, partsOf(type).join("\n")] };
}

function queryEntry(field: GraphQLField<unknown, unknown>): Entry {
	const given = `Gives ${linkedType(field.type)}.`;
	const lines = [`${describe(field)} ${given}`, field.args.map(inputLine).join("\n")];
	// With the name of its type, as a query and a type may differ by a capital letter only.
	return { heading: `Query.${field.name}`, label: field.name, lines };
}

/** The sections in their order, with what is in each. */
const SECTIONS = [
	{ title: "Types", has: isObjectType },
	{ title: "Interfaces", has: isInterfaceType },
	{ title: "Inputs", has: isInputObjectType },
	{ title: "Enumerations", has: isEnumType },
	{ title: "Scalars", has: isScalarType },
] as const;

function sectionsOf(schema: GraphQLSchema): Section[] {
	const query = schema.getQueryType();
	const types = Object.values(schema.getTypeMap()).filter(
		(type) => type !== query && !type.name.startsWith("__"),
	);
	const homeless = types.find((type) => !SECTIONS.some(({ has }) => has(type)));
	if (homeless)
		throw new Error(`expected a type that docs/schema.md has a section for, found ${homeless}`);
	return [
		{ title: "Queries", entries: Object.values(query?.getFields() ?? {}).map(queryEntry) },
		...SECTIONS.map(({ title, has }) => ({
			title,
			entries: types.filter(has).map((type) => typeEntry(type, schema)),
		})),
	];
}

function contentsLine({ title, entries }: Section): string {
	const links = entries.map(({ heading, label }) => `[${label}](#${anchorOf(heading)})`);
	return `- [${title}](#${anchorOf(title)}): ${links.join(", ")}`;
}

function printSection({ title, entries }: Section): string[] {
	const printed = entries.flatMap(({ heading, lines }) => [`### ${heading}`, ...lines]);
	return [`## ${title}`, ...printed];
}

/**
 * The page docs/schema.md: every query, type, field, argument, default, value and description of
 * a schema, each type's name as a link. The same schema gives the same page, whatever order its
 * code is in.
 *
 * @throws Error for a kind of type that the page has no section for, such as a union
 */
export function schemaPage(schema: GraphQLSchema): string {
	const sections = sectionsOf(lexicographicSortSchema(schema));
	const contents = sections.map(contentsLine).join("\n");
	const parts = [BEGINNING, contents, ...sections.flatMap(printSection)];
	return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
