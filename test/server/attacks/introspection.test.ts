import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/config.ts";
import {
	askServer,
	expectAlive,
	expectNothingLogged,
	postTo,
	serverWithoutDatabase,
} from "./attacking.ts";

expectNothingLogged();
const url = await serverWithoutDatabase();

/** Fields in each other, so many times, with a name in the middle. */
function chain(times: number, ...fields: readonly string[]): string {
	const all = Array.from({ length: times }, () => fields).flat();
	return all.reduceRight((inner, field) => `${field} { ${inner} }`, "name");
}

function schemaWith(selection: string): string {
	return `{ __schema { types { ${selection} } } }`;
}

const circles: readonly (readonly [what: string, query: string])[] = [
	["fields of types of fields", schemaWith(chain(4, "fields", "type"))],
	["fields of a type of fields", `{ __type(name: "Query") { ${chain(4, "fields", "type")} } }`],
	["possible types", schemaWith(chain(4, "possibleTypes"))],
	["interfaces", schemaWith(chain(4, "interfaces"))],
	["fields of inputs", schemaWith(chain(4, "inputFields", "type"))],
	[
		"fields of arguments of fields",
		schemaWith(chain(3, "fields", "args", "type", "inputFields", "type")),
	],
	["aliases", schemaWith(chain(4, "a: fields", "b: type"))],
	[
		"three fragments",
		`${schemaWith("...A")} fragment A on __Type { fields { type { ...B } } } fragment B on __Type { fields { type { ...C } } } fragment C on __Type { fields { name } }`,
	],
	[
		"a fragment in itself",
		`${schemaWith("...A")} fragment A on __Type { ofType { ...A } fields { type { ...A } } }`,
	],
];

describe("introspection in circles", () => {
	it.each(circles)("is refused by POST and GET: %s", async (_what, query) => {
		const byGet = await askServer(`${url}?${new URLSearchParams({ query })}`);
		for (const { codes, data } of [await postTo(url, { query }), byGet]) {
			expect(data).toBeUndefined();
			expect(codes).toContain("GRAPHQL_VALIDATION_FAILED");
		}
		await expectAlive(url);
	});
});

describe("introspection that is as large as limits allow", () => {
	/** As much as two lists in each other give. */
	const whole =
		"{ types { fields { args { type { inputFields { name description type { name ofType { name enumValues { name description } } } } } } type { name enumValues { name description } } } } }";
	const aliased = (count: number) =>
		Array.from({ length: count }, (_none, index) => `a${index}: __schema ${whole}`).join(" ");
	/** In UTF-16 code units; the schema itself is a tenth of it. */
	const largest = 3_000_000;

	it("is bounded by how often it can be asked for in one operation", async () => {
		const headers = { "content-type": "application/json" };
		const body = JSON.stringify({ query: `{ ${aliased(DEFAULT_LIMITS.aliases)} }` });
		for (let round = 0; round < 4; round += 1) {
			const { codes } = await askServer(url, { method: "POST", headers, body }, largest);
			expect(codes).toEqual([]);
		}
		const more = { query: `{ ${aliased(DEFAULT_LIMITS.aliases + 1)} }` };
		expect((await postTo(url, more)).codes).toContain("OVER_LIMIT");
	});

	it("is refused where fragments repeat it", async () => {
		const parts = Array.from({ length: 30 }, (_none, index) => `a${index}: types { ...Whole }`);
		const fragment = `fragment Whole on __Type { b: fields { name args { name } } }`;
		const { codes, data } = await postTo(url, {
			query: `{ __schema { ${parts.join(" ")} } } ${fragment}`,
		});
		expect({ codes, data }).toEqual({ codes: ["OVER_LIMIT"], data: undefined });
	});
});
