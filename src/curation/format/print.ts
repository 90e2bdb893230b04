import {
	isMap,
	isScalar,
	isSeq,
	type Node,
	type Pair,
	parseDocument,
	type YAMLMap,
	type YAMLSeq,
} from "yaml";
import type { FileSchema } from "./schemas.ts";

type JsonSchema = { readonly [key: string]: unknown };

function isSchema(value: unknown): value is JsonSchema {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The branches of a schema: itself, or what it says any one of may hold. */
function branches(schema: JsonSchema): JsonSchema[] {
	const any = schema.anyOf;
	return Array.isArray(any) ? any.filter(isSchema).flatMap(branches) : [schema];
}

function schemaOfKey(schema: JsonSchema, key: string): JsonSchema {
	for (const branch of branches(schema)) {
		const properties = branch.properties;
		const found = isSchema(properties) ? properties[key] : undefined;
		if (isSchema(found)) return found;
		if (isSchema(branch.additionalProperties)) return branch.additionalProperties;
	}
	return {};
}

function schemaOfItems(schema: JsonSchema): JsonSchema {
	const items = branches(schema).find((branch) => isSchema(branch.items))?.items;
	return isSchema(items) ? items : {};
}

function keyOrder(schema: JsonSchema): string[] {
	return branches(schema).flatMap((branch) =>
		isSchema(branch.properties) ? Object.keys(branch.properties) : [],
	);
}

function nameOf(pair: Pair): string {
	return isScalar(pair.key) ? String(pair.key.value) : "";
}

function sortKeys(map: YAMLMap, schema: JsonSchema): void {
	const order = keyOrder(schema);
	const rank = (pair: Pair): number => {
		const index = order.indexOf(nameOf(pair));
		return index < 0 ? order.length : index;
	};
	map.items.sort((a, b) => rank(a) - rank(b) || (nameOf(a) < nameOf(b) ? -1 : 1));
}

/** The name that an entry of a list goes by, where it has one. */
function entryName(node: unknown): string | undefined {
	if (!isMap(node)) return undefined;
	const name = node.get("slug") ?? node.get("key");
	return typeof name === "string" ? name : undefined;
}

function canonicaliseMap(map: YAMLMap, schema: JsonSchema): void {
	map.flow = map.items.length === 0;
	sortKeys(map, schema);
	for (const pair of map.items) {
		canonicalise(pair.value, schemaOfKey(schema, nameOf(pair)));
		if (isScalar(pair.key)) delete pair.key.type;
	}
}

function canonicaliseList(list: YAMLSeq, schema: JsonSchema): void {
	list.flow = list.items.length === 0;
	const items = schemaOfItems(schema);
	for (const [position, item] of list.items.entries()) {
		canonicalise(item, items);
		if (isMap(item)) item.spaceBefore = position > 0 && entryName(item) !== undefined;
	}
}

function canonicalise(node: unknown, schema: JsonSchema): void {
	if (isMap(node)) canonicaliseMap(node, schema);
	else if (isSeq(node)) canonicaliseList(node, schema);
	// The plainest style that can hold the value; a block of several lines stays one.
	else if (isScalar(node) && typeof node.value === "string" && !node.value.includes("\n"))
		delete node.type;
}

function sortEntries(contents: Node | null): void {
	if (!isSeq(contents)) return;
	contents.items.sort((a, b) => ((entryName(a) ?? "") < (entryName(b) ?? "") ? -1 : 1));
}

/** The line that names the schema to editors: it stays first, whatever is sorted below it. */
const MODELINE = /^# yaml-language-server:.*\n/;

/**
 * The canonical text of a curated file: keys in the order of the schema, entries of
 * an authority file sorted by slug, one style of quoting, comments kept. A canonical
 * text is its own canonical text.
 *
 * @param text YAML without syntax errors
 * @throws Error for text that is not YAML
 */
export function printCanonical(text: string, schema: FileSchema): string {
	const modeline = MODELINE.exec(text)?.[0] ?? "";
	// A blank line in its stead keeps the line numbers of syntax errors.
	const document = parseDocument(text.replace(MODELINE, "\n"));
	const error = document.errors[0];
	if (error !== undefined) throw new Error(error.message);
	sortEntries(document.contents);
	canonicalise(document.contents, schema.jsonSchema);
	return modeline + document.toString({ lineWidth: 0, indentSeq: true });
}
