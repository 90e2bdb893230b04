import { plainText } from "./markdown.ts";
import { type PrismaField, type PrismaModel, readModels } from "./prisma-schema.ts";

/** Between these two lines the page is made; all else in it is written by hand. */
const BEGIN = "<!-- Made from prisma/schema.prisma by npm run print-schema: begin -->";
const END = "<!-- Made from prisma/schema.prisma by npm run print-schema: end -->";

/** A column that refers to a row of another table, or of its own. */
function referringColumns({ fields }: PrismaModel): Set<string> {
	return new Set(fields.flatMap(({ refersBy }) => refersBy));
}

function columnsOf({ fields }: PrismaModel, tables: ReadonlySet<string>): PrismaField[] {
	return fields.filter(({ type }) => !tables.has(type));
}

/** What the diagram says of a column; none for one that is no key of any kind. */
function keysOf({ name, isKey, isUnique }: PrismaField, referring: ReadonlySet<string>): string {
	const keys = [isKey && "PK", referring.has(name) && "FK", isUnique && "UK"];
	return keys.filter(Boolean).join(", ");
}

function tableInDiagram(model: PrismaModel, tables: ReadonlySet<string>): string[] {
	const referring = referringColumns(model);
	const keys = columnsOf(model, tables).flatMap((column) => {
		const marks = keysOf(column, referring);
		return marks === "" ? [] : [`    ${column.type} ${column.name} ${marks}`];
	});
	return [`  ${model.name} {`, ...keys, "  }"];
}

/** A line for each reference: a row of the table on the left is named by any number on the right. */
function referencesInDiagram({ name, fields }: PrismaModel): string[] {
	const references = fields.filter(({ refersBy }) => refersBy.length > 0);
	return references.map(({ name: label, type, isOptional }) => {
		const left = isOptional ? "|o" : "||";
		return `  ${type} ${left}--o{ ${name} : ${label}`;
	});
}

function diagramOf(models: readonly PrismaModel[], tables: ReadonlySet<string>): string {
	const lines = [
		...models.flatMap((model) => tableInDiagram(model, tables)),
		...models.flatMap(referencesInDiagram),
	];
	return ["```mermaid", "erDiagram", ...lines, "```"].join("\n");
}

function listEntry(model: PrismaModel, tables: ReadonlySet<string>): string {
	const columns = columnsOf(model, tables).map(
		({ name, isOptional }) => `\`${name}\`${isOptional ? "?" : ""}`,
	);
	return `- **${model.name}**: ${plainText(model.description)}\n  ${columns.join(", ")}`;
}

function madePart(models: readonly PrismaModel[]): string {
	const tables = new Set(models.map(({ name }) => name));
	const list = models.map((model) => listEntry(model, tables)).join("\n");
	return [
		diagramOf(models, tables),
		"Each table, what one row of it is, and its columns; `?` behind one means that it may be null:",
		list,
	].join("\n\n");
}

/**
 * The page docs/data-model.md with its made part as the tables are now: a diagram of every table
 * with its keys, for Mermaid, and a list of all columns.
 *
 * @param page the page as it is
 * @param prismaSchema the text of prisma/schema.prisma
 * @throws Error when the page has not both lines that the made part stands between
 */
export function withDataModel(page: string, prismaSchema: string): string {
	const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
	if (begin < 0 || end < begin)
		throw new Error(`expected docs/data-model.md with the lines ${BEGIN} and ${END}`);
	const before = page.slice(0, begin + BEGIN.length);
	return `${before}\n\n${madePart(readModels(prismaSchema))}\n\n${page.slice(end)}`;
}
