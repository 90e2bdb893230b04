import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { breakingChanges } from "./breaking.ts";

/**
 * The schema of the last release. A release renews it, and so makes the promise for all
 * that was added since: cp schema.graphql test/contract/released.graphql
 */
const released = readFileSync("test/contract/released.graphql", "utf8");

test("schema.graphql breaks nothing that the last release had", async () => {
	expect(await breakingChanges(released, readFileSync("schema.graphql", "utf8"))).toEqual([]);
});

const undescribed = released.replace(/^ *"""[\s\S]*?"""\n/gm, "");

/** The released schema without descriptions and with one thing changed, which must be there. */
function withChange(from: string | RegExp, to: string): string {
	const changed = undescribed.replace(from, to);
	expect(changed).not.toBe(undescribed);
	return changed;
}

describe("a breaking change is found", () => {
	it.each([
		{
			change: "a field removed",
			from: /^ {2}startCodePoint: Int!\n/m,
			to: "",
			found: [
				"TextSpan.startCodePoint: Field 'startCodePoint' was removed from object type 'TextSpan'",
			],
		},
		{
			change: "a field that may become null",
			from: /^ {2}startCodePoint: Int!$/m,
			to: "  startCodePoint: Int",
			found: [
				"TextSpan.startCodePoint: Field 'TextSpan.startCodePoint' changed type from 'Int!' to 'Int'",
			],
		},
		{
			change: "an argument that becomes required",
			from: /^ {4}lang: Locale$/m,
			to: "    lang: Locale!",
			found: [
				"Article.title.lang: Type for argument 'lang' on field 'Article.title' changed from 'Locale' to 'Locale!'",
			],
		},
		{
			change: "an enum value removed",
			from: /^ {2}WRITTEN_STATEMENT\n/m,
			to: "",
			found: [
				"OccasionKind.WRITTEN_STATEMENT: Enum value 'WRITTEN_STATEMENT' was removed from enum 'OccasionKind'",
			],
		},
		{
			change: "a default of an argument changed",
			from: /(type Office \{[\s\S]*?lang: Locale = )"ar"/,
			to: '$1"en"',
			found: [
				`Office.title.lang: Default value for argument 'lang' on field 'Office.title' changed from '"ar"' to '"en"'`,
			],
		},
		{
			change: "a default of an input field changed",
			from: /(input StatementOrder \{[\s\S]*?direction: OrderDirection! = )DESC/,
			to: "$1ASC",
			found: [
				"StatementOrder.direction: Input field 'StatementOrder.direction' default value changed from '\"DESC\"' to '\"ASC\"'",
			],
		},
		{
			change: "an interface that a type no longer has",
			from: "type Occasion implements Node",
			to: "type Occasion",
			found: ["Occasion: 'Occasion' object type no longer implements 'Node' interface"],
		},
	])("$change", async ({ from, to, found }) => {
		expect(await breakingChanges(released, withChange(from, to))).toEqual(found);
	});
});

it.each([
	{ change: "a field", from: "type Name {", to: "type Name {\n  since: Date" },
	{ change: "an enum value", from: "enum OccasionKind {", to: "enum OccasionKind {\n  DEBATE" },
	{
		change: "an optional argument",
		from: "    lang: Locale\n",
		to: "    lang: Locale\n    short: Boolean = false\n",
	},
	{
		change: "an optional input field",
		from: "input RefFilter {",
		to: "input RefFilter {\n  startsWith: String",
	},
	{ change: "a description", from: "type Name {", to: '"""A word."""\ntype Name {' },
])("to add $change breaks nothing", async ({ from, to }) => {
	expect(await breakingChanges(released, withChange(from, to))).toEqual([]);
});
