import { describe, it } from "vitest";
import {
	ARTICLE,
	at,
	change,
	expectFaults,
	expectValid,
	inArticle,
	LOCATIONS_FILE,
	OCCASIONS_FILE,
	PUBLISHERS_FILE,
	put,
	SPEAKERS_FILE,
	seed,
} from "../harness.ts";

describe("known-slug", () => {
	it("takes slugs that the authority files have", () => {
		expectValid(seed());
	});

	it("refuses an unknown publisher, and names the nearest", () => {
		const files = inArticle("publisher: harbour-news", "publisher: harbor-news");
		expectFaults(files, [
			`${at(files, ARTICLE, "harbor-news")} known-slug the slug of a publisher in ${PUBLISHERS_FILE}, found "harbor-news"; did you mean harbour-news?`,
		]);
	});

	it("names none where none is near", () => {
		const files = inArticle("publisher: harbour-news", "publisher: x");
		expectFaults(files, [`${at(files, ARTICLE, "publisher: x", "x")} known-slug found "x"`]);
	});

	it("refuses an unknown credited source", () => {
		const credit = "  - words: وكالة الموج\n    speaker: ";
		const files = inArticle(`${credit}wave-agency`, `${credit}wave-agent`);
		expectFaults(files, [
			`${at(files, ARTICLE, "wave-agent\n", "wave-agent")} known-slug the slug of a speaker in ${SPEAKERS_FILE}, found "wave-agent"; did you mean wave-agency`,
		]);
	});

	it("refuses an unknown place of an article", () => {
		const files = inArticle("  - location: marsa", "  - location: massra");
		expectFaults(files, [
			`${at(files, ARTICLE, "- location: massra", "- location: massra")} places-linked marsa among the places`,
			`${at(files, ARTICLE, "massra")} known-slug the slug of a location in ${LOCATIONS_FILE}, found "massra"; did you mean marsa`,
		]);
	});

	it("refuses an unknown speaker, addressee and relay of a statement", () => {
		const mention = "\n        mention: نظيره";
		const speaker = "speaker: port-official\n        mention: مسؤول";
		let files = inArticle(speaker, speaker.replace("port-official", "port-officer"));
		files = inArticle(`hani-rawi${mention}`, `hany-rawi${mention}`, files);
		files = inArticle(
			"- speaker: port-official\n    parent",
			"- speaker: report\n    parent",
			files,
		);
		expectFaults(files, [
			`${at(files, ARTICLE, "port-officer")} known-slug the slug of a speaker … found "port-officer"; did you mean port-official`,
			`${at(files, ARTICLE, "hany-rawi")} known-slug the slug of a speaker … found "hany-rawi"; did you mean hani-rawi`,
			`${at(files, ARTICLE, "report\n", "report")} known-slug the slug of a speaker … found "report"`,
		]);
	});

	it("refuses an unknown occasion of a statement", () => {
		const files = inArticle(
			"office: minister-of-sea\n    occasion: marsa-press-conference",
			"office: minister-of-sea\n    occasion: marsa-press",
		);
		expectFaults(files, [
			`${at(files, ARTICLE, "marsa-press\n", "marsa-press")} known-slug the slug of an occasion in ${OCCASIONS_FILE}, found "marsa-press"; did you mean marsa-press-conference`,
		]);
	});

	it("refuses an unknown place of a statement", () => {
		const files = inArticle(
			"- location: light-island\n        role: ABOUT\n        mention: جزيرة النور",
			"- location: night-island\n        role: ABOUT",
		);
		expectFaults(files, [
			`${at(files, ARTICLE, "night-island")} known-slug the slug of a location … found "night-island"; did you mean light-island`,
		]);
	});

	it("refuses an unknown place and an unknown body of an office", () => {
		let files = change(seed(), SPEAKERS_FILE, "of: marsa\n", "of: masra\n");
		files = change(files, SPEAKERS_FILE, "organization: sea-observatory", "organization: ocean");
		expectFaults(files, [
			`${at(files, SPEAKERS_FILE, "of: masra", "masra")} known-slug the slug of a location in ${LOCATIONS_FILE}, found "masra"; did you mean marsa`,
			`${at(files, SPEAKERS_FILE, "ocean")} known-slug the slug of a speaker in ${SPEAKERS_FILE}, found "ocean"`,
		]);
	});

	it("refuses an unknown parent of a place", () => {
		const files = change(seed(), LOCATIONS_FILE, "parent: harbour-land", "parent: harbor-land");
		expectFaults(files, [
			`${at(files, LOCATIONS_FILE, "harbor-land")} known-slug found "harbor-land"; did you mean harbour-land`,
		]);
	});

	it("refuses an unknown place of an occasion", () => {
		const files = change(seed(), OCCASIONS_FILE, "location: marsa", "location: masra");
		expectFaults(files, [
			`${at(files, OCCASIONS_FILE, "location: masra", "masra")} known-slug found "masra"; did you mean marsa`,
		]);
	});

	it.each([SPEAKERS_FILE, LOCATIONS_FILE, PUBLISHERS_FILE, OCCASIONS_FILE])(
		"calls nothing unknown where %s cannot be read",
		(file) => {
			expectFaults(put(seed(), file, "- slug: [\n"), [`${file}:2:1 yaml-syntax Flow sequence`]);
		},
	);
});
