import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { withDataModel } from "../../../src/cli/pages/data-model-page.ts";
import { readModels } from "../../../src/cli/pages/prisma-schema.ts";
import { Prisma } from "../../../src/generated/prisma/client.ts";

const page = readFileSync("docs/data-model.md", "utf8");
const prismaSchema = readFileSync("prisma/schema.prisma", "utf8");
const models = readModels(prismaSchema);
const tables: readonly string[] = Object.values(Prisma.ModelName);
const made = page.slice(page.indexOf("```mermaid"));
const diagram = /```mermaid\n([\s\S]*?)```/.exec(page)?.[1] ?? "";

/** The columns of a table as Prisma's own generator has understood the file. */
function columnsOfPrisma(table: string): string[] {
	const enumeration = (Prisma as unknown as Record<string, unknown>)[`${table}ScalarFieldEnum`];
	return Object.keys(enumeration as Record<string, string>);
}

describe("reading prisma/schema.prisma", () => {
	test("finds the tables and columns that Prisma finds", () => {
		expect(models.map(({ name }) => name).toSorted()).toEqual(tables.toSorted());
		for (const { name, fields } of models)
			expect(
				fields.filter(({ type }) => !tables.includes(type)).map(({ name: column }) => column),
				name,
			).toEqual(columnsOfPrisma(name));
	});

	test("finds keys, references and sentences", () => {
		const text = `
/// One line.
/// Another.
model A {
  /// Its key.
  a Int @id
  b String? @unique @db.VarChar(3)
  cs C[]

  @@index([b])
}

model C {
  x Int
  y  Int
  a  A  @relation("r", fields: [x], references: [a])

  @@id([x, y])
}
`;
		const [a, c] = readModels(text);
		expect(a?.description).toBe("One line. Another.");
		expect(
			a?.fields.map(({ name, isKey, isUnique, isOptional, isList }) => ({
				name,
				isKey,
				isUnique,
				isOptional,
				isList,
			})),
		).toEqual([
			{ name: "a", isKey: true, isUnique: false, isOptional: false, isList: false },
			{ name: "b", isKey: false, isUnique: true, isOptional: true, isList: false },
			{ name: "cs", isKey: false, isUnique: false, isOptional: false, isList: true },
		]);
		expect(c?.fields.map(({ isKey }) => isKey)).toEqual([true, true, false]);
		expect(c?.fields.map(({ refersBy }) => refersBy)).toEqual([[], [], ["x"]]);
		expect(c?.description).toBe("");
	});
});

describe("docs/data-model.md", () => {
	test("is what prisma/schema.prisma says; npm run print-schema writes it", () => {
		expect(page).toBe(withDataModel(page, prismaSchema));
	});

	test("keeps what is written by hand, and nothing of what was made before", () => {
		const changed = page.replace("erDiagram", "erDiagram\n  Gone { }").replace("# ", "# A ");
		expect(withDataModel(changed, prismaSchema)).toBe(page.replace("# ", "# A "));
	});

	test("is refused without the lines between which it is made", () => {
		expect(() => withDataModel("# The data model\n", prismaSchema)).toThrow("docs/data-model.md");
	});

	test("is a diagram in the language of Mermaid: tables of keys, and references between them", () => {
		const [first, ...lines] = diagram.trimEnd().split("\n");
		expect(first).toBe("erDiagram");
		const KEY = "(?:PK|FK|UK)";
		const forms = [
			/^ {2}\w+ \{$/,
			new RegExp(`^ {4}[A-Za-z]\\w* [A-Za-z]\\w* ${KEY}(?:, ${KEY})*$`),
			/^ {2}\}$/,
			/^ {2}\w+ \|[|o]--o\{ \w+ : \w+$/,
		];
		expect(lines.filter((line) => !forms.some((form) => form.test(line)))).toEqual([]);
		expect(lines.filter((line) => line.endsWith(" {")).length).toBe(
			lines.filter((line) => line === "  }").length,
		);
	});

	test("has every table and every reference in its diagram", () => {
		const drawn = [...diagram.matchAll(/^ {2}(\w+) \{$/gm)].map(([, name]) => name);
		expect(drawn.toSorted()).toEqual(tables.toSorted());
		const references = [...prismaSchema.matchAll(/@relation\([^)]*fields:/g)];
		expect([...diagram.matchAll(/--o\{/g)].length).toBe(references.length);
		for (const [, left = "", right = ""] of diagram.matchAll(/^ {2}(\w+) \|[|o]--o\{ (\w+)/gm))
			expect([tables.includes(left), tables.includes(right)]).toEqual([true, true]);
	});

	test("tells each table's every column", () => {
		for (const table of tables) {
			const line = new RegExp(`^- \\*\\*${table}\\*\\*: .+\\n  (.*)$`, "m").exec(made)?.[1] ?? "";
			const columns = [...line.matchAll(/`(\w+)`/g)].map(([, column]) => column);
			expect(columns, table).toEqual(columnsOfPrisma(table));
		}
	});
});
