import {
	type Document,
	isAlias,
	isCollection,
	isMap,
	isNode,
	isScalar,
	LineCounter,
	type Pair,
	parseDocument,
	visit,
} from "yaml";
import type { z } from "zod";
import { findForbidden } from "../../text/controls.ts";
import { lineAndColumn } from "../../text/words.ts";
import type { Diagnostic, Place } from "../diagnostic.ts";
import { tooDeepAt } from "./nesting.ts";

/** The way to a value in a file: keys and positions from the outside in. */
export type Path = readonly PropertyKey[];

/** A curated file that has the shape it should have. */
export interface SourceFile<Value> {
	/** Relative to the seed folder, with forward slashes. */
	readonly file: string;
	readonly value: Value;
	/** Where a value stands; where it does not stand, its nearest surroundings do. */
	at(path: Path): Place;
}

/** What reading a file gives: the file or its faults. */
export type Parsed<Value> =
	| { readonly source: SourceFile<Value>; readonly diagnostics: readonly [] }
	| { readonly source: null; readonly diagnostics: readonly Diagnostic[] };

function pairOf(node: unknown, key: PropertyKey): Pair | undefined {
	if (!isMap(node)) return undefined;
	return node.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

function childOf(node: unknown, key: PropertyKey): unknown {
	if (isMap(node)) return pairOf(node, key)?.value;
	return isCollection(node) ? node.items[Number(key)] : undefined;
}

function offsetOf(document: Document, path: Path): number {
	let node: unknown = document.contents;
	let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
	for (const key of path) {
		const next = childOf(node, key);
		if (!isNode(next)) {
			const name = pairOf(node, key)?.key;
			return isNode(name) ? (name.range?.[0] ?? offset) : offset;
		}
		node = next;
		offset = next.range?.[0] ?? offset;
	}
	return offset;
}

function keyOffset(document: Document, path: Path, key: string): number {
	const parent = path.reduce<unknown>(childOf, document.contents);
	const name = pairOf(parent, key)?.key;
	return isNode(name) ? (name.range?.[0] ?? 0) : offsetOf(document, path);
}

/** Counts the lines of a text. The parser that counts them by itself loses some behind a syntax error. */
function lineCounterOf(text: string): LineCounter {
	const counter = new LineCounter();
	counter.addNewLine(0);
	for (const { index } of text.matchAll(/\n/g)) counter.addNewLine(index + 1);
	return counter;
}

/** What no curated file needs: aliases, anchors and tags; characters that only an escape can write. */
function findUnwanted(document: Document): { offset: number; message: string }[] {
	const found: { offset: number; message: string }[] = [];
	visit(document, {
		Node(_key, node) {
			const offset = node.range?.[0] ?? 0;
			if (isAlias(node) || node.anchor !== undefined || node.tag !== undefined)
				found.push({
					offset,
					message: "expected plain YAML, found an anchor, an alias or a tag; write the value out",
				});
			if (!isScalar(node) || typeof node.value !== "string") return;
			for (const { codePoint, what } of findForbidden(node.value))
				found.push({ offset, message: `expected text without it, found ${codePoint}, ${what}` });
		},
	});
	return found;
}

function describeFound(input: unknown): string {
	if (input === undefined) return "nothing: the key is missing";
	return JSON.stringify(input).slice(0, 60);
}

function describeIssue(issue: z.core.$ZodIssue): string {
	if (issue.code === "unrecognized_keys")
		return `unknown key ${issue.keys.map((key) => `"${key}"`).join(", ")}`;
	if (issue.code === "invalid_value")
		return `expected one of ${issue.values.map(String).join(", ")}, found ${describeFound(issue.input)}`;
	if (issue.code === "invalid_type" && issue.message.startsWith("Invalid input"))
		return `expected ${issue.expected}, found ${describeFound(issue.input)}`;
	return `${issue.message}, found ${describeFound(issue.input)}`;
}

/** A union tells its faults by branch; the branch that came nearest is the useful one. */
function flattenIssue(
	issue: z.core.$ZodIssue,
	path: Path,
): { issue: z.core.$ZodIssue; path: Path }[] {
	const here = [...path, ...issue.path];
	if (issue.code !== "invalid_union" || issue.errors.length === 0) return [{ issue, path: here }];
	const branches = issue.errors.map((branch) =>
		branch.flatMap((inner) => flattenIssue(inner, here)),
	);
	const nearest = branches.toSorted(
		(a, b) =>
			Math.max(...b.map((one) => one.path.length)) - Math.max(...a.map((one) => one.path.length)) ||
			a.length - b.length,
	)[0];
	return nearest ?? [{ issue, path: here }];
}

/**
 * Reads a curated file and holds it against its schema.
 *
 * @param file its name, for the diagnostics
 * @returns the value with the way back to its places; or every fault, as rule
 * "yaml-syntax" (not YAML) or "shape" (not what the schema asks for)
 */
export function parseYaml<Schema extends z.ZodType>(
	file: string,
	text: string,
	schema: Schema,
): Parsed<z.infer<Schema>> {
	const tooDeep = tooDeepAt(text);
	if (tooDeep !== null) {
		const message = "expected plain YAML, found values nested too deeply to be read; flatten them";
		const place = { file, ...lineAndColumn(text, tooDeep) };
		return { source: null, diagnostics: [{ ...place, rule: "yaml-syntax", message }] };
	}
	const counter = lineCounterOf(text);
	const document = parseDocument(text, { prettyErrors: false });
	const place = (offset: number): Place => {
		const { line, col } = counter.linePos(Math.min(offset, text.length));
		return { file, line, column: col };
	};
	const syntax = [
		...[...document.errors, ...document.warnings].map((error) => ({
			offset: error.pos[0],
			message: error.message,
		})),
		...findUnwanted(document),
	];
	if (syntax.length > 0)
		return {
			source: null,
			diagnostics: syntax.map(({ offset, message }) => ({
				...place(offset),
				rule: "yaml-syntax",
				message,
			})),
		};
	const result = schema.safeParse(document.toJS(), { reportInput: true });
	if (result.success)
		return {
			source: { file, value: result.data, at: (path) => place(offsetOf(document, path)) },
			diagnostics: [],
		};
	const issues = result.error.issues.flatMap((issue) => flattenIssue(issue, []));
	return {
		source: null,
		diagnostics: issues.map(({ issue, path }) => ({
			...place(
				issue.code === "unrecognized_keys"
					? keyOffset(document, path, issue.keys[0] ?? "")
					: offsetOf(document, path),
			),
			rule: "shape",
			message: `${describeIssue(issue)} (at ${path.map(String).join(".") || "the top"})`,
		})),
	};
}
