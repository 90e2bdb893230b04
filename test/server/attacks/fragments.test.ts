import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/config.ts";
import { expectAlive, expectNothingLogged, forgetfulServer, postTo } from "./attacking.ts";

expectNothingLogged();
const url = await forgetfulServer();

/** How long an answer may take here, in milliseconds: there is little to do, but others may use the machine. */
const LONGEST = 10_000;
/** How often an operation is asked: it is compiled after some times, and answered from there. */
const ROUNDS = [1, 2, 3, 4, 5];

/** Fragments that each use the next one twice: the last is used 2 to the power of so many times. */
function doubling(type: string, leaf: string, levels = 150): string {
	const fragments = Array.from(
		{ length: levels },
		(_none, index) => `fragment F${index} on ${type} { ...F${index + 1} ...F${index + 1} }`,
	);
	return `${fragments.join(" ")} fragment F${levels} on ${type} { ${leaf} }`;
}

async function answerTo(query: string) {
	const start = performance.now();
	const [answer] = await Promise.all([postTo(url, { query }), expectAlive(url)]);
	expect(performance.now() - start).toBeLessThan(LONGEST);
	return answer;
}

describe("fragments in fragments that ask for a single thing in the end", () => {
	it.each([
		["rows", "{ statements(first: 1) { nodes { ...F0 } } }", "Statement", "slug"],
		["rows of edges", "{ articles(first: 1) { edges { node { ...F0 } } } }", "Article", "slug"],
		["edges", "{ speakers(first: 1) { edges { ...F0 } } }", "SpeakerEdge", "cursor"],
		["a page", "{ locations(first: 1) { ...F0 } }", "LocationConnection", "__typename"],
		["the place of a page", "{ articles { pageInfo { ...F0 } } }", "PageInfo", "hasNextPage"],
		["statistics", "{ statementStats { ...F0 } }", "StatementStats", "groupCount"],
		["rows of statistics", "{ statementStats { rows { ...F0 } } }", "StatementStatsRow", "count"],
		[
			"a part of a row",
			"{ statements(first: 1) { nodes { saidAt { ...F0 } } } }",
			"FuzzyDate",
			"edtf",
		],
		["all that there is", "{ ...F0 }", "Query", "__typename"],
		["the schema", "{ __schema { types { ...F0 } } }", "__Type", "name"],
	])("are looked at once, and answered each time: %s", async (_what, query, type, leaf) => {
		const plain = await answerTo(query.replace("...F0", leaf));
		expect(plain.codes).toEqual([]);
		for (const _round of ROUNDS)
			expect((await answerTo(`${query} ${doubling(type, leaf)}`)).text).toBe(plain.text);
	});

	it("are refused when they ask for things again and again", async () => {
		for (const leaf of ["article { slug }", "a: slug", "slug @skip(if: false)"]) {
			const query = `{ statements(first: 1) { nodes { ...F0 } } } ${doubling("Statement", leaf)}`;
			// Equal fields are one field, of which the cost is that of all places.
			expect((await answerTo(query)).codes).toContain("OVER_LIMIT");
		}
	});
});

describe("an operation that is large only where nothing is read", () => {
	/** A tree of places that is as deep as fields may be; each level is twice as wide as the one before. */
	const levels = DEFAULT_LIMITS.depth - 3;
	const fragments = Array.from(
		{ length: levels },
		(_none, index) =>
			`fragment L${index} on Location { slug kind latitude longitude statementCount parent { ...L${index + 1} } children { ...L${index + 1} } }`,
	);
	const tree = `${fragments.join(" ")} fragment L${levels} on Location { slug }`;

	it("does not keep the server busy, however often it is asked", async () => {
		const query = `{ locations(first: 0) { nodes { ...L0 } } } ${tree}`;
		for (const _round of ROUNDS)
			expect((await answerTo(query)).data).toEqual({ locations: { nodes: [] } });
	});

	it("is refused where something is read", async () => {
		const query = `{ locations(first: 1) { nodes { ...L0 } } } ${tree}`;
		expect((await answerTo(query)).codes).toEqual(["OVER_LIMIT"]);
	});
});

describe("a fragment that is used twice, and skipped once", () => {
	it.each([
		["first", "...F @include(if: $no) ...F"],
		["last", "...F ...F @include(if: $no)"],
		["inside another one", "... @include(if: $no) { ...F } ...F"],
	])("has the same answer each time: %s", async (_which, spreads) => {
		const query = `query ($no: Boolean = false) { ${spreads} __typename } fragment F on Query { corpus { version } }`;
		const first = await answerTo(query);
		expect(first.data).toHaveProperty("corpus.version");
		for (const _round of ROUNDS) expect((await answerTo(query)).text).toBe(first.text);
	});
});
