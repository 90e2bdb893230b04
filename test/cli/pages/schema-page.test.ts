import { readFileSync } from "node:fs";
import {
	buildSchema,
	type GraphQLArgument,
	type GraphQLField,
	type GraphQLInputField,
	type GraphQLNamedType,
	type InputValueDefinitionNode,
	isEnumType,
	isInputObjectType,
	isInterfaceType,
	isObjectType,
	parse,
	print,
	printSchema,
	visit,
} from "graphql";
import { describe, expect, test } from "vitest";
import { plainText } from "../../../src/cli/pages/markdown.ts";
import { schemaPage } from "../../../src/cli/pages/schema-page.ts";
import { schema } from "../../../src/schema/index.ts";
import { anchorsIn, linksIn } from "../../support/markdown.ts";

const page = readFileSync("docs/schema.md", "utf8");

/** What stands under each heading of the third level. */
function entriesOf(markdown: string): Map<string, string> {
	const parts = markdown.split(/^### /m).slice(1);
	return new Map(
		parts.map((part) => {
			const [heading = "", ...lines] = part.split("\n");
			return [heading, lines.join("\n")];
		}),
	);
}

const entries = entriesOf(page);
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));
const others = types.filter((type) => type !== schema.getQueryType());

/** How a part of a type begins in its entry, and what it is described by. */
interface Part {
	readonly mark: string;
	readonly description: string | null | undefined;
}

function argumentsOf(
	field: GraphQLField<unknown, unknown> | GraphQLInputField,
): readonly GraphQLArgument[] {
	return "args" in field ? field.args : [];
}

function partsOf(type: GraphQLNamedType): Part[] {
	if (isEnumType(type))
		return type.getValues().map((value) => ({ ...value, mark: `- \`${value.name}\` – ` }));
	if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
	return Object.values(type.getFields()).flatMap((field) => [
		{ mark: `\n- \`${field.name}\`: `, description: field.description },
		...argumentsOf(field).map(({ name, description }) => ({
			mark: `\n  - \`${name}\`: `,
			description,
		})),
	]);
}

describe("docs/schema.md", () => {
	test("is what the code prints; npm run print-schema writes it", () => {
		expect(page).toBe(schemaPage(schema));
	});

	test("has an entry for each query and each type, and no other", () => {
		const queries = Object.keys(schema.getQueryType()?.getFields() ?? {});
		expect([...entries.keys()].toSorted()).toEqual(
			[...queries.map((name) => `Query.${name}`), ...others.map(({ name }) => name)].toSorted(),
		);
	});

	test.each(others.map((type) => [type.name, type] as const))("tells all of %s", (name, type) => {
		const entry = entries.get(name) ?? "";
		expect(entry).toContain(plainText(type.description ?? ""));
		for (const { mark, description } of partsOf(type)) {
			expect(entry).toContain(mark);
			expect(entry).toContain(plainText(description ?? ""));
		}
	});

	test("tells every default that the printed schema has", () => {
		const defaults: string[] = [];
		const take = ({ defaultValue }: InputValueDefinitionNode) => {
			if (defaultValue) defaults.push(print(defaultValue));
		};
		visit(parse(printSchema(schema)), { InputValueDefinition: take });
		const told = [...page.matchAll(/^ *- `\w+`: [^ ]+ = `([^`]+)` – /gm)].map(([, value]) => value);
		expect(defaults.length).toBeGreaterThan(20);
		expect(told.toSorted()).toEqual(defaults.toSorted());
	});

	test("has each anchor once, and every link in it leads to one", () => {
		const anchors = anchorsIn(page);
		expect(new Set(anchors).size).toBe(anchors.length);
		const within = linksIn(page).filter((link) => link.startsWith("#"));
		expect(within.length).toBeGreaterThan(types.length);
		expect(within.filter((link) => !anchors.includes(link.slice(1)))).toEqual([]);
	});
});

describe("the page of another schema", () => {
	const SOURCE = `
		"One of \\"several\\" [things] | not_ a <tag>."
		type Thing implements Named { "Its name." name: String! @deprecated(reason: "Ask for title.") }
		"Named." interface Named { "Its name." name: String! }
		"One key." input By @oneOf { "The id." id: ID "The [slug]." slug: String = null }
		"All." type Query { "Old." thing("How." by: By!, "Many." of: [[Int!]!]! = [[1]]): [Thing!]! }
		"A mark." scalar Mark @specifiedBy(url: "https://example.org/mark")
	`;

	test("is the same in whatever order it is written", () => {
		const definitions = parse(SOURCE).definitions.map((definition) => print(definition));
		const turned = buildSchema(definitions.toReversed().join("\n"));
		expect(schemaPage(turned)).toBe(schemaPage(buildSchema(SOURCE)));
	});

	test("tells what is deprecated, of which keys one is given, and what implements what", () => {
		const made = entriesOf(schemaPage(buildSchema(SOURCE)));
		expect(made.get("Thing")).toContain(
			"- `name`: [String](#string)! – **Deprecated:** Ask for title. Its name.",
		);
		expect(made.get("Thing")).toContain("Implements [Named](#named).");
		expect(made.get("Named")).toContain("One of [Thing](#thing).");
		expect(made.get("By")).toContain("Exactly one of these has to be given.");
		expect(made.get("Mark")).toContain("<https://example.org/mark>");
	});

	test("shows descriptions and types as they are, whatever marks are in them", () => {
		const made = entriesOf(schemaPage(buildSchema(SOURCE)));
		expect(made.get("Thing")).toContain('One of "several" \\[things\\] \\| not_ a \\<tag>.');
		expect(made.get("Query.thing")).toContain(
			"- `of`: \\[\\[[Int](#int)!\\]!\\]! = `[[1]]` – Many.",
		);
	});

	test("is refused for a kind of type that it has no section for", () => {
		const union = buildSchema("type Query { a: U } type A { a: Int } union U = A");
		expect(() => schemaPage(union)).toThrow("U");
	});
});
