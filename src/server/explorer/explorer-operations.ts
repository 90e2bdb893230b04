import { hash } from "node:crypto";
import { operations } from "../../explorer/operations.ts";
import type { PersistedOperations } from "../use-persisted-operations.ts";

const named = [...operations].map(([name, text]) => ({ name, text, id: hash("sha256", text) }));

/** The operations of the explorer, by their ids: the SHA-256 of their texts, in hexadecimal. */
export const EXPLORER_OPERATIONS: PersistedOperations = new Map(
	named.map(({ id, text }) => [id, text]),
);

/** By the names of the explorer's operations their ids, for the page that sends them. */
export const EXPLORER_IDS: Readonly<Record<string, string>> = Object.fromEntries(
	named.map(({ name, id }) => [name, id]),
);
