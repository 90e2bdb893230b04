import { describe, expect, it } from "vitest";
import { at, change, expectFaults, expectValid, LOCATIONS_FILE, seed } from "../harness.ts";

const LAND = '  wikidataId: Q1003\n  geonamesId: "1003"\n';
const inLand = (parent: string, files = seed()) =>
	change(files, LOCATIONS_FILE, LAND, `  parent: ${parent}\n${LAND}`);

describe("location-tree", () => {
	it("takes places that lie in one another", () => {
		const { locations } = expectValid(seed());
		expect(locations.map(({ slug, ancestors }) => [slug, ancestors])).toEqual([
			["harbour-land", []],
			["light-island", ["marsa", "harbour-land"]],
			["marsa", ["harbour-land"]],
		]);
	});

	it("refuses a place in itself", () => {
		const files = inLand("harbour-land");
		expectFaults(files, [
			`${at(files, LOCATIONS_FILE, `harbour-land\n${LAND}`, "harbour-land")} location-tree a place that does not lie in itself, found harbour-land in harbour-land`,
		]);
	});

	it("refuses a circle at each of its places, and leaves the places inside alone", () => {
		const files = inLand("marsa");
		expectFaults(files, [
			`${at(files, LOCATIONS_FILE, `marsa\n${LAND}`, "marsa")} location-tree harbour-land in marsa in harbour-land`,
			`${at(files, LOCATIONS_FILE, "parent: harbour-land", "harbour-land")} location-tree marsa in harbour-land in marsa`,
		]);
	});

	it("refuses a circle of three", () => {
		expectFaults(inLand("light-island"), [
			`${LOCATIONS_FILE}:8:11 location-tree harbour-land in light-island in marsa in harbour-land`,
			`${LOCATIONS_FILE}:19:11 location-tree light-island in marsa in harbour-land in light-island`,
			`${LOCATIONS_FILE}:30:11 location-tree marsa in harbour-land in light-island in marsa`,
		]);
	});
});
