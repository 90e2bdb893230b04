import { afterAll, describe, expect, it } from "vitest";
import { askServer, expectNothingLogged, forgetfulServer, postTo } from "./attacking.ts";

expectNothingLogged();
const url = await forgetfulServer();
afterAll(() => {
	// The server is in this process: what it had let in would be in every object.
	expect(Object.keys(Object.prototype)).toEqual([]);
	expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
	expect("polluted" in Object).toBe(false);
});

/** Names that every object has; the first is no variable that graphql itself can hold. */
const INHERITED = ["constructor", "toString", "valueOf", "hasOwnProperty", "__defineGetter__"];
const NAMES = ["__proto__", ...INHERITED];
/** How often an operation is asked: it is compiled after some times, and answered from there. */
const ROUNDS = [1, 2, 3, 4, 5];

describe("a variable with the name of what every object has", () => {
	it.each(INHERITED)("is a variable: %s", async (name) => {
		const query = `query S($${name}: String!) { speaker(by: { slug: $${name} }) { slug } }`;
		for (const slug of ["putin", "kremlin", "putin", "nobody", "erdogan"]) {
			const { data } = await postTo(url, `{"query":"${query}","variables":{"${name}":"${slug}"}}`);
			expect(data).toEqual({ speaker: slug === "nobody" ? null : { slug } });
		}
		for (const _round of ROUNDS) {
			const { codes, data } = await postTo(url, { query });
			expect({ codes, data }).toEqual({ codes: ["BAD_USER_INPUT"], data: undefined });
		}
	});

	it.each(INHERITED)("has its default where it is not given: %s", async (name) => {
		const query = `query S($${name}: Int = 2) { statements(first: $${name}) { nodes { slug } } }`;
		for (const variables of [undefined, {}, undefined, {}, { other: 3 }]) {
			const { data } = await postTo(url, { query, variables });
			expect(data).toEqual({ statements: { nodes: [expect.anything(), expect.anything()] } });
		}
	});

	it.each(NAMES)("does not hide what an operation costs: %s", async (name) => {
		const query = `query S($${name}: Int = 100) { statements(first: $${name}) { nodes { article { statements(first: $${name}) { nodes { text } } } } } }`;
		for (const variables of [undefined, {}, { a: 1 }])
			for (const _round of ROUNDS) {
				const { codes, data } = await postTo(url, { query, variables });
				expect({ codes, data }).toEqual({ codes: ["OVER_LIMIT"], data: undefined });
			}
	});

	it("that no object can hold is the same each time", async () => {
		const query =
			"query S($__proto__: Int = 2) { statements(first: $__proto__) { nodes { slug } } }";
		const first = await postTo(url, `{"query":"${query}","variables":{"__proto__":3}}`);
		for (const _round of ROUNDS)
			expect((await postTo(url, `{"query":"${query}","variables":{"__proto__":3}}`)).text).toBe(
				first.text,
			);
	});
});

describe("variables with keys that every object has", () => {
	const query = "query S($slug: String!) { speaker(by: { slug: $slug }) { slug } }";
	const by = "query S($by: SpeakerBy!) { speaker(by: $by) { slug } }";
	const filter = "query S($f: StatementFilter) { statements(filter: $f) { totalCount } }";

	it.each(NAMES)("are left alone beside others: %s", async (name) => {
		for (const value of ['{"slug":"kremlin","polluted":1}', '"x"', "null", "[]"])
			for (const _round of ROUNDS) {
				const variables = `{"${name}":${value},"slug":"putin"}`;
				const { data } = await postTo(url, `{"query":"${query}","variables":${variables}}`);
				expect(data).toEqual({ speaker: { slug: "putin" } });
			}
	});

	it.each(NAMES)("are not where a variable is looked for: %s", async (name) => {
		for (const [asked, variables] of [
			[query, `{"${name}":{"slug":"putin"}}`],
			[by, `{"by":{"${name}":{"slug":"putin"}}}`],
			[by, `{"by":{"slug":"putin","${name}":{"polluted":1}}}`],
			[filter, `{"f":{"${name}":{"polluted":1}}}`],
			[filter, `{"f":{"speaker":{"${name}":{"eq":"putin"}}}}`],
			[filter, `{"f":{"not":{"${name}":{"prototype":{"polluted":1}}}}}`],
		])
			for (const _round of ROUNDS) {
				const { codes, data } = await postTo(url, `{"query":"${asked}","variables":${variables}}`);
				expect({ codes: [...new Set(codes)], data }).toEqual({
					codes: ["BAD_USER_INPUT"],
					data: undefined,
				});
			}
	});

	it.each(NAMES)("are refused as keys of a body: %s", async (name) => {
		for (const body of [
			`{"${name}":{"query":"{ __typename }"}}`,
			`{"query":"{ __typename }","${name}":{"polluted":1}}`,
		])
			expect((await postTo(url, body)).codes).toEqual(["BAD_REQUEST"]);
		const extensions = `{"${name}":{"cost":true,"polluted":1}}`;
		const { text } = await postTo(url, `{"query":"{ __typename }","extensions":${extensions}}`);
		expect(text).toBe('{"data":{"__typename":"Query"}}');
	});
});

describe("a name in a query that every object has", () => {
	it.each([...NAMES, "toJSON", "then"])("is an alias like any other: %s", async (name) => {
		const query = `{ ${name}: corpus { ${name}: statementCount } a: corpus { ${name}: articleCount b: version } }`;
		const first = await postTo(url, { query });
		expect(first.text).toMatch(new RegExp(`^\\{"data":\\{"${name}":\\{"${name}":\\d+\\},"a":`));
		for (const _round of ROUNDS) expect((await postTo(url, { query })).text).toBe(first.text);
	});

	it.each(NAMES)("may be that of an operation or of a fragment: %s", async (name) => {
		const query = `query ${name} { ...${name} } fragment ${name} on Query { corpus { version } }`;
		for (const operationName of [name, undefined, name, undefined, name])
			expect((await postTo(url, { query, operationName })).data).toHaveProperty("corpus.version");
		const other = await postTo(url, { query: "query A { a: __typename }", operationName: name });
		expect(other.codes).toEqual(["OPERATION_RESOLUTION_FAILURE"]);
	});

	it.each(NAMES)("is nothing of the schema: %s", async (name) => {
		for (const query of [
			`{ ${name} }`,
			`{ corpus { ${name} } }`,
			`{ corpus(${name}: 1) { version } }`,
			`{ __typename @${name} }`,
			`{ ... on ${name} { __typename } }`,
			`query ($a: ${name}) { __typename }`,
			`{ ...${name} }`,
			`{ statements(filter: { ${name}: 1 }) { totalCount } }`,
			`{ statements(filter: { kind: { eq: ${name} } }) { totalCount } }`,
		]) {
			const { codes, data } = await postTo(url, { query });
			expect({ query, data }).toEqual({ query, data: undefined });
			expect(new Set(codes)).toEqual(new Set(["GRAPHQL_VALIDATION_FAILED"]));
		}
		const { data } = await postTo(url, { query: `{ __type(name: "${name}") { name } }` });
		expect(data).toEqual({ __type: null });
	});

	it.each(NAMES)("is the slug of nothing: %s", async (name) => {
		for (const noun of ["speaker", "location", "article", "statement"]) {
			const query = `{ ${noun}(by: { slug: "${name}" }) { id } }`;
			for (const _round of ROUNDS)
				expect((await postTo(url, { query })).data).toEqual({ [noun]: null });
		}
		for (const noun of ["speaker", "location", "article", "publisher", "occasion"]) {
			const query = `{ statements(filter: { ${noun}: { eq: "${name}" } }) { totalCount } }`;
			expect((await postTo(url, { query })).codes).toEqual(["BAD_USER_INPUT"]);
		}
	});

	it.each(NAMES)("is no parameter of an export: %s", async (name) => {
		for (const query of [
			`${name}=1`,
			`filter={"${name}":{"polluted":1}}`,
			`filter={"speaker":{"${name}":"putin"}}`,
			`orderBy={"field":"${name}"}`,
			`bom=${name}`,
		]) {
			const { codes } = await askServer(new URL(`/export/statements.csv?${query}`, url));
			expect(codes[0]).toBe("BAD_USER_INPUT");
		}
	});
});
