import { describe, expect, it } from "vitest";
import { createEdition } from "../../../src/database/edition.ts";
import { statementOrder } from "../../../src/database/order.ts";
import { sql } from "../../../src/database/sql.ts";
import { csv } from "../../../src/server/exports/csv.ts";
import {
	type ExportIdentity,
	entityTagOf,
	isKnownTo,
} from "../../../src/server/exports/entity-tag.ts";
import { ndjson } from "../../../src/server/exports/ndjson.ts";

const list = {
	table: "Statement",
	condition: sql`s.kind = ${"DIRECT"}`,
	order: statementOrder("SAID_AT", "DESC"),
	scope: null,
} as const;
const identity: ExportIdentity = {
	format: csv,
	version: "v1",
	list,
	byteOrderMark: false,
	edition: createEdition("v1"),
};

const others: readonly [string, ExportIdentity][] = [
	["another format", { ...identity, format: ndjson }],
	["another edition of the format", { ...identity, format: { ...csv, edition: 99 } }],
	["another version of the corpus", { ...identity, version: "v2" }],
	["a byte order mark", { ...identity, byteOrderMark: true }],
	["another speaker", { ...identity, list: { ...list, speaker: "putin" } }],
	["another order", { ...identity, list: { ...list, order: statementOrder("SAID_AT", "ASC") } }],
	["another value", { ...identity, list: { ...list, condition: sql`s.kind = ${"MIXED"}` } }],
	["another condition", { ...identity, list: { ...list, condition: sql`s.kind <> ${"DIRECT"}` } }],
];

describe("an entity tag", () => {
	it("is strong, and the same for the same", () => {
		expect(entityTagOf(identity)).toMatch(/^"[\w-]{43}"$/);
		expect(entityTagOf({ ...identity, list: { ...list } })).toBe(entityTagOf(identity));
	});

	it.each(others)("is another one for %s", (_what, other) => {
		expect(entityTagOf(other)).not.toBe(entityTagOf(identity));
	});
});

const TAG = '"abc"';

const headers: readonly [header: string | null, known: boolean][] = [
	['"abc"', true],
	['W/"abc"', true],
	["*", true],
	[" * ", true],
	['"x", "abc"', true],
	['"x",W/"abc" , "y"', true],
	['"a,b", "abc"', true],
	[null, false],
	["", false],
	["abc", false],
	['"ABC"', false],
	['"abc', false],
	['"x"', false],
	['"abc "', false],
	['"x,"abc","', false],
	['"x", *', false],
	['w/"x"', false],
];

describe("If-None-Match", () => {
	it.each(headers)("%j knows the tag: %s", (header, known) => {
		expect(isKnownTo(header, TAG)).toBe(known);
	});
});
