import { describe, expect, it } from "vitest";
import { readExamples } from "../../src/server/examples.ts";
import { ask, testApp } from "../support/app.ts";
import { corpusDatabase } from "../support/database.ts";

const database = await corpusDatabase();
/** How often an operation is asked here: more often than it takes to compile it. */
const TIMES = 5;

const OPERATIONS: readonly (readonly [string, string, Record<string, unknown>?])[] = [
	...readExamples().map(({ name, query }) => [name, query] as const),
	["an alias that looks like a promise", "{ then: corpus { then: version catch: version } }"],
	[
		"a skipped field",
		"query ($no: Boolean = false) { corpus { version @include(if: $no) articleCount @skip(if: $no) } }",
	],
	[
		"no key where one is wanted",
		"query ($by: SpeakerBy!) { speaker(by: $by) { slug } }",
		{ by: {} },
	],
	[
		"two keys where one is wanted",
		"query ($by: SpeakerBy!) { speaker(by: $by) { slug } }",
		{ by: { slug: "putin", name: "x" } },
	],
	[
		"a variable of another type",
		"query ($first: Int) { statements(first: $first) { totalCount } }",
		{ first: "2" },
	],
	[
		"a number that is too large",
		"query ($first: Int) { a: statements(first: $first) { totalCount } corpus { version } }",
		{ first: 101 },
	],
	[
		"a field that may be missing",
		'{ a: speaker(by: { slug: "nobody" }) { name } b: speaker(by: { slug: "putin" }) { name(lang: "en") } }',
	],
	["an unknown reference", '{ statements(filter: { speaker: { eq: "nobody" } }) { totalCount } }'],
	[
		"an enumeration",
		"query ($k: [StatementKind!]) { statements(filter: { kind: { in: $k } }) { totalCount } }",
		{ k: ["DIRECT", "MIXED"] },
	],
	[
		"a filter that can have filters in it",
		"query ($filter: StatementFilter) { statements(filter: $filter) { totalCount } }",
		{ filter: { or: [{ not: { kind: { eq: "DIRECT" } } }] } },
	],
	["the schema itself", "{ __schema { queryType { name } types { name } } }"],
];

describe("an operation that is asked again and again", () => {
	it.each(OPERATIONS.map(([name, query, variables = {}]) => ({ name, query, variables })))(
		"has the same answer each time: $name",
		async ({ query, variables }) => {
			const app = testApp(database);
			const first = await ask(app, query, variables);
			for (let time = 1; time < TIMES; time += 1)
				expect(await ask(app, query, variables)).toEqual(first);
		},
	);
});
