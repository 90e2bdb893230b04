import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { CheckedCorpus } from "../../../src/curation/corpus.ts";
import { BadRequest } from "../../../src/database/bad-request.ts";
import type { Database } from "../../../src/database/database.ts";
import { locationCondition, speakerCondition } from "../../../src/database/filter/authorities.ts";
import type { LocationFilter, SpeakerFilter } from "../../../src/database/filter/inputs.ts";
import { authorityOrder } from "../../../src/database/order.ts";
import { createReferences } from "../../../src/database/references.ts";
import type { Sql } from "../../../src/database/sql.ts";
import { everything, rootList } from "../reading.ts";
import { variedDatabase } from "../varied-database.ts";
import { locationFilters, speakerFilters } from "./arbitraries.ts";
import { matchingLocations, matchingSpeakers } from "./oracle.ts";

let database: Database;
let corpus: CheckedCorpus;
beforeAll(async () => {
	({ database, corpus } = await variedDatabase());
});

async function agree(
	table: "Speaker" | "Location",
	condition: Sql,
	expected: readonly { slug: string }[],
): Promise<string[]> {
	const { slugs, total } = await everything(
		database,
		rootList(table, authorityOrder("NAME", "ASC"), condition),
	);
	expect(slugs.toSorted()).toEqual(expected.map(({ slug }) => slug));
	expect(total).toBe(expected.length);
	return slugs;
}

async function speakers(filter: SpeakerFilter | null | undefined): Promise<string[]> {
	const condition = await speakerCondition(createReferences(database), filter);
	return agree("Speaker", condition, matchingSpeakers(corpus, filter));
}

async function locations(filter: LocationFilter | null | undefined): Promise<string[]> {
	const condition = await locationCondition(createReferences(database), filter);
	return agree("Location", condition, matchingLocations(corpus, filter));
}

describe("speakerCondition", () => {
	test.each<SpeakerFilter>([
		{ kind: "PERSON" },
		{ hasStatements: true },
		{ hasStatements: false },
		{ kind: "ANONYMOUS", hasStatements: false, reviewStatusIn: ["CURATED", "DRAFT"] },
		{ reviewStatus: "DRAFT" },
	])("matches what plain code says: %o", async (filter) => {
		const found = await speakers(filter);
		expect(found.length).toBeGreaterThan(0);
		expect(found.length).toBeLessThan(corpus.speakers.length);
	});

	test("gives the same as plain code for any filter", async () => {
		await fc.assert(
			fc.asyncProperty(speakerFilters(corpus), async (filter) => void (await speakers(filter))),
			{ numRuns: 30 },
		);
	});

	test("gives everybody but those whom only drafts name where nothing is asked for", async () => {
		for (const filter of [null, undefined, {}, { kind: null, hasStatements: null }])
			expect((await speakers(filter)).length).toBeLessThan(corpus.speakers.length);
		expect(await speakers({ reviewStatusIn: ["CURATED", "DRAFT"] })).toHaveLength(
			corpus.speakers.length,
		);
	});
});

describe("locationCondition", () => {
	test.each<LocationFilter>([
		{ kind: "CITY" },
		{ within: "syria" },
		{ within: "middle-east", kind: "BASE" },
		{ hasStatements: true },
		{ hasStatements: false, within: "syria" },
	])("matches what plain code says: %o", async (filter) => {
		const found = await locations(filter);
		expect(found.length).toBeGreaterThan(0);
		expect(found.length).toBeLessThan(corpus.locations.length);
	});

	test("gives the same as plain code for any filter", async () => {
		await fc.assert(
			fc.asyncProperty(locationFilters(corpus), async (filter) => void (await locations(filter))),
			{ numRuns: 50 },
		);
	});

	test("gives everything where nothing is asked for", async () => {
		for (const filter of [null, undefined, {}, { within: null }])
			expect(await locations(filter)).toHaveLength(corpus.locations.length);
	});

	test("takes a Wikidata id for a place, and refuses an unknown one", async () => {
		const condition = await locationCondition(createReferences(database), { within: "Q858" });
		await agree("Location", condition, matchingLocations(corpus, { within: "syria" }));
		await expect(
			locationCondition(createReferences(database), { within: "siria" }),
		).rejects.toThrow(
			new BadRequest(
				'expected a slug, an id or a Wikidata id of a known location, found "siria"; did you mean syria?',
			),
		);
	});
});
