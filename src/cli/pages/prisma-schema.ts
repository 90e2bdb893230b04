/** A column of a table, or the way from a table to another one. */
export interface PrismaField {
	readonly name: string;
	/** A scalar, an enumeration or a table. */
	readonly type: string;
	readonly isOptional: boolean;
	readonly isList: boolean;
	/** Whether it is, or is a part of, the key of its table. */
	readonly isKey: boolean;
	/** Whether no two rows have the same value. */
	readonly isUnique: boolean;
	/** For a way to another table: the columns of this one that name a row there; else none. */
	readonly refersBy: readonly string[];
}

/** A table. */
export interface PrismaModel {
	readonly name: string;
	/** What one row is: its sentences in the file. */
	readonly description: string;
	readonly fields: readonly PrismaField[];
}

const MODEL = /((?:^\/\/\/.*\n)*)^model (\w+) \{\n([\s\S]*?)^\}/gm;
const FIELD = /^ {2}(\w+) +(\w+)(\?|\[\])?(?: +(.*))?$/;
const COMPOUND_KEY = /^ {2}@@id\(\[([^\]]*)\]/m;
const REFERS_BY = /@relation\(.*fields: \[([^\]]*)\]/;

function namesIn(list: string | undefined): string[] {
	return (list ?? "").split(",").flatMap((name) => name.trim() || []);
}

function readField(line: string, compoundKey: readonly string[]): PrismaField[] {
	const [, name, type, mark, attributes = ""] = FIELD.exec(line) ?? [];
	if (name === undefined || type === undefined) return [];
	return [
		{
			name,
			type,
			isOptional: mark === "?",
			isList: mark === "[]",
			isKey: compoundKey.includes(name) || /@id\b/.test(attributes),
			isUnique: /@unique\b/.test(attributes),
			refersBy: namesIn(REFERS_BY.exec(attributes)?.[1]),
		},
	];
}

/**
 * The tables of a Prisma schema, in the order of the file. It knows the form that
 * prisma/schema.prisma is written in: a field a line, indented by two blanks.
 */
export function readModels(prismaSchema: string): PrismaModel[] {
	return [...prismaSchema.matchAll(MODEL)].map(([, comment = "", name = "", body = ""]) => {
		const compoundKey = namesIn(COMPOUND_KEY.exec(body)?.[1]);
		return {
			name,
			description: comment
				.replace(/^\/\/\/ ?/gm, "")
				.replace(/\n/g, " ")
				.trim(),
			fields: body.split("\n").flatMap((line) => readField(line, compoundKey)),
		};
	});
}
