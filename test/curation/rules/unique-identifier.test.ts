import { describe, it } from "vitest";
import {
	at,
	change,
	expectFaults,
	expectValid,
	LOCATIONS_FILE,
	put,
	SPEAKERS_FILE,
	seed,
} from "../harness.ts";

const inSpeakers = (piece: string, replacement: string, files = seed()) =>
	change(files, SPEAKERS_FILE, piece, replacement);

describe("unique-identifier", () => {
	it("takes names and ids that lead to one entry", () => {
		expectValid(seed());
	});

	it("refuses an official name that another entry has", () => {
		const files = inSpeakers("official: مسؤول في الميناء", "official: هاني الراوي");
		expectFaults(files, [
			`${at(files, SPEAKERS_FILE, "official: هاني الراوي\n    en:\n      official: An", "هاني الراوي")} unique-identifier a name that leads to one entry, found "هاني الراوي", which hani-rawi has too`,
		]);
	});

	it("refuses an alias that another entry has, in another spelling", () => {
		const files = inSpeakers("        - النجار", "        - النجار\n        - الرّاوى");
		expectFaults(files, [
			`${at(files, SPEAKERS_FILE, "الرّاوى")} unique-identifier found "الراوي", which hani-rawi has too`,
		]);
	});

	it("refuses a spelling that another entry has, in another language", () => {
		const files = inSpeakers(
			"official: Wave Agency",
			"official: Wave Agency\n      spelling:\n        - SEA observatory",
		);
		expectFaults(files, [
			`${at(files, SPEAKERS_FILE, "SEA observatory")} unique-identifier found "sea observatory", which sea-observatory has too`,
		]);
	});

	it("takes a name twice of one entry, and an epithet of two", () => {
		expectValid(inSpeakers("        - سالم نجار", "        - سالم النجار"));
		const epithet = "      alias:\n        - الراوي\n";
		expectValid(inSpeakers(epithet, `${epithet}      epithet:\n        - وزير البحر\n`));
	});

	it("takes a language without an official name", () => {
		const agency = "      official: Wave Agency\n";
		const files = inSpeakers(
			agency,
			`${agency}    fr:\n      alias:\n        - Agence de la vague\n`,
		);
		expectValid(files);
		const twice = inSpeakers("Agence de la vague", "Hani al-Rawi", files);
		expectFaults(twice, [
			`${at(twice, SPEAKERS_FILE, "- Hani al-Rawi", "Hani al-Rawi")} unique-identifier which hani-rawi has too`,
		]);
	});

	it("takes a name of a speaker and of a place", () => {
		expectValid(inSpeakers("official: Wave Agency", "official: Harbour Land"));
		expectValid(inSpeakers("wikidataId: Q1002", "wikidataId: Q1003"));
	});

	it("refuses a Wikidata id that another entry has", () => {
		const files = inSpeakers("Q1002", "Q1001");
		expectFaults(files, [
			`${at(files, SPEAKERS_FILE, "Wave Agency\n  wikidataId: Q1001", "Q1001")} unique-identifier a Wikidata id that leads to one entry, found "Q1001", which salim-najjar has too`,
		]);
	});

	it("refuses a name, a Wikidata id and a GeoNames id that another place has", () => {
		let files = change(seed(), LOCATIONS_FILE, "Q1004", "Q1003");
		files = change(files, LOCATIONS_FILE, '"1004"', '"1003"');
		files = change(files, LOCATIONS_FILE, "official: Marsa", "official: Harbour land");
		const place = (target: string) =>
			at(
				files,
				LOCATIONS_FILE,
				'official: Harbour land\n  parent: harbour-land\n  coordinates:\n    latitude: 35.5\n    longitude: -10\n  wikidataId: Q1003\n  geonamesId: "1003"',
				target,
			);
		expectFaults(files, [
			`${place("Harbour land")} unique-identifier found "harbour land", which harbour-land has too`,
			`${place("Q1003")} unique-identifier a Wikidata id that leads to one entry, found "Q1003", which harbour-land has too`,
			`${place('"1003"')} unique-identifier a GeoNames id that leads to one entry, found "1003", which harbour-land has too`,
		]);
	});

	it("has nothing to say of files that cannot be read", () => {
		expectFaults(put(seed(), LOCATIONS_FILE, "- slug: [\n"), [
			`${LOCATIONS_FILE}:2:1 yaml-syntax Flow sequence`,
		]);
	});
});
