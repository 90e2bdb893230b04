import { readFile } from "node:fs/promises";
import { parse, validate } from "graphql";
import { schema } from "../schema/index.ts";
import type { PersistedOperations } from "./use-persisted-operations.ts";

function faultOf(text: unknown): string | null {
	if (typeof text !== "string") return "expected the text of an operation";
	try {
		const [fault] = validate(schema, parse(text));
		return fault?.message ?? null;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

/**
 * Reads the operations that are answered, and no others: a JSON object with the text of each by its id,
 * as `relay-compiler` writes it (persistConfig.file).
 *
 * @throws Error that names the file and every operation that the schema cannot answer, a line each
 */
export async function readPersistedOperations(path: string): Promise<PersistedOperations> {
	let read: unknown;
	try {
		read = JSON.parse(await readFile(path, "utf8"));
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(`PERSISTED_OPERATIONS: ${path} cannot be read: ${reason}`, { cause: error });
	}
	if (typeof read !== "object" || read === null || Array.isArray(read))
		throw new Error(
			`PERSISTED_OPERATIONS: expected ${path} to be a JSON object with the text of each operation by its id`,
		);
	const entries = Object.entries(read);
	const faults = entries.flatMap(([id, text]) => {
		const fault = faultOf(text);
		return fault === null ? [] : [`PERSISTED_OPERATIONS: ${path}: ${id}: ${fault}`];
	});
	if (faults.length > 0) throw new Error(faults.join("\n"));
	return new Map(entries as [string, string][]);
}
