import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	addressOf,
	LANGUAGES,
	languageOf,
	NARROWINGS,
	type View,
	viewOf,
	withValue,
} from "../../src/explorer/address.ts";
import { exportOf, filterOf, orderOf } from "../../src/explorer/filter.ts";

const text = fc.string({ minLength: 1, unit: "grapheme" });
/** In a path a point or two would be another path. */
const slug = text.filter((value) => !/^\.{1,2}$/.test(value));
const views: fc.Arbitrary<View> = fc.oneof(
	fc.record({ name: fc.constant("overview" as const) }),
	fc.record({ name: fc.constant("coverage" as const) }),
	fc.record({ name: fc.constant("speakers" as const), search: fc.oneof(fc.constant(""), text) }),
	fc.record({ name: fc.constant("speaker" as const), slug }),
	fc.record({
		name: fc.constant("article" as const),
		slug,
		statement: fc.oneof(fc.constant(null), text),
		isRaw: fc.boolean(),
		hasDrafts: fc.boolean(),
	}),
	fc.record({
		name: fc.constant("statements" as const),
		narrowed: fc.dictionary(fc.constantFrom(...NARROWINGS), text),
	}),
);

describe("the address of a view", () => {
	it("shows that view, in its language, whatever is in it", () => {
		fc.assert(
			fc.property(views, fc.constantFrom(...LANGUAGES), (view, language) => {
				const address = new URL(addressOf(view, language), "http://aqwal.test");
				expect(address.origin).toBe("http://aqwal.test");
				expect(JSON.parse(JSON.stringify(viewOf(address)))).toEqual(
					JSON.parse(JSON.stringify(view)),
				);
				expect(languageOf(address, [])).toBe(language);
			}),
		);
	});

	it.each([
		"/nothing",
		"/speakers/a/b",
		"/articles",
		"/statements/x",
		"/%E0%A4%A",
		"/speakers/%ff",
	])("leads nowhere: %s", (path) => {
		expect(viewOf(new URL(path, "http://aqwal.test"))).toEqual({ name: "nowhere" });
	});

	it.each([
		["/?lang=en", ["ar"], "en"],
		["/?lang=xx", ["en-GB", "ar"], "en"],
		["/", ["fr-FR", "ar-SY"], "ar"],
		["/", ["fr-FR"], "ar"],
	] as const)("%s for a browser that prefers %j is in %s", (path, preferred, language) => {
		expect(languageOf(new URL(path, "http://aqwal.test"), preferred)).toBe(language);
	});
});

describe("what an address is narrowed by", () => {
	it("is a filter of the API; what is no value of it narrows nothing", () => {
		expect(
			filterOf({ search: "a", speaker: "putin", kind: "DIRECT", act: "nothing", month: "2018-12" }),
		).toEqual({
			search: "a",
			speaker: { eq: "putin" },
			kind: { eq: "DIRECT" },
			saidAt: { from: "2018-12-01", to: "2019-01-01" },
		});
		expect(filterOf({ month: "2018-13", kind: "direct" })).toEqual({});
	});

	it("is a place itself, as the counts are, and what is inside it where that is asked for", () => {
		expect(filterOf({ place: "syria" })).toEqual({ location: { eq: "syria", within: false } });
		const wide = { place: "syria", inside: "1" };
		expect(filterOf(wide)).toEqual({ location: { eq: "syria", within: true } });
		expect(filterOf(withValue(wide, "kind", "DIRECT")).location?.within).toBe(true);
		expect(filterOf(withValue(wide, "place", "moscow"))).toEqual(filterOf({ place: "moscow" }));
		expect(filterOf(withValue(wide, "place", undefined))).toEqual({});
	});

	it("is ordered by how well it matches only where something is searched for", () => {
		expect(orderOf({ order: "relevance" }).field).toBe("SAID_AT");
		expect(orderOf({ search: "a" }).field).toBe("RELEVANCE");
		expect(orderOf({ search: "a", order: "newest" })).toEqual({
			field: "SAID_AT",
			direction: "DESC",
		});
	});

	it("is exported as it is shown", () => {
		const narrowed = { speaker: "putin", order: "oldest" };
		const address = new URL(exportOf(narrowed, "csv"), "http://aqwal.test");
		expect(address.pathname).toBe("/export/statements.csv");
		expect(JSON.parse(address.searchParams.get("filter") ?? "")).toEqual(filterOf(narrowed));
		expect(JSON.parse(address.searchParams.get("orderBy") ?? "")).toEqual(orderOf(narrowed));
	});
});
