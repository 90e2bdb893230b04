import { readFileSync } from "node:fs";
import {
	buildSchema,
	type GraphQLNamedType,
	isEnumType,
	isInputObjectType,
	isInterfaceType,
	isObjectType,
	isSpecifiedScalarType,
} from "graphql";
import { describe, expect, test } from "vitest";
import { printedSchema, schema } from "../../src/schema/index.ts";

const SHORTEST_DESCRIPTION = 10;
const types = Object.values(schema.getTypeMap()).filter(
	(type) => !type.name.startsWith("__") && !isSpecifiedScalarType(type),
);

/** Everything of a type that can carry a description, with its name. */
function described(
	type: GraphQLNamedType,
): { name: string; description: string | null | undefined }[] {
	const own = { name: type.name, description: type.description };
	if (isEnumType(type))
		return [
			own,
			...type
				.getValues()
				.map(({ name, description }) => ({ name: `${type.name}.${name}`, description })),
		];
	if (isInputObjectType(type))
		return [
			own,
			...Object.values(type.getFields()).map(({ name, description }) => ({
				name: `${type.name}.${name}`,
				description,
			})),
		];
	if (!isObjectType(type) && !isInterfaceType(type)) return [own];
	const fields = Object.values(type.getFields()).flatMap((field) => [
		{ name: `${type.name}.${field.name}`, description: field.description },
		...field.args.map(({ name, description }) => ({
			name: `${type.name}.${field.name}(${name})`,
			description,
		})),
	]);
	return [own, ...fields];
}

test("schema.graphql is what the code prints; npm run print-schema writes it", () => {
	expect(readFileSync("schema.graphql", "utf8")).toBe(printedSchema());
});

test("the printed schema can be built again", () => {
	expect(() => buildSchema(printedSchema())).not.toThrow();
});

describe("GraphiQL is the manual", () => {
	test.each(types.map((type) => [type.name, type] as const))(
		"every part of %s has a description",
		(_name, type) => {
			const bare = described(type).filter(
				({ description }) => (description ?? "").length < SHORTEST_DESCRIPTION,
			);
			expect(bare).toEqual([]);
		},
	);

	test("descriptions end as sentences do", () => {
		const unfinished = types
			.flatMap(described)
			.filter(({ description }) => !/[.:?]$/.test(description ?? ""));
		expect(unfinished).toEqual([]);
	});
});
