import { describe, it } from "vitest";
import {
	ARTICLE,
	at,
	expectFaults,
	expectValid,
	inArticle,
	LOCATIONS_FILE,
	OCCASIONS_FILE,
	PUBLISHERS_FILE,
	put,
	SPEAKERS_FILE,
	seed,
	textOfFile,
} from "../harness.ts";

describe("unique-slug", () => {
	it("takes slugs and keys that differ", () => {
		expectValid(seed());
	});

	it.each([
		[SPEAKERS_FILE, "wave-agency"],
		[LOCATIONS_FILE, "harbour-land"],
		[OCCASIONS_FILE, "rawi-interview"],
		[PUBLISHERS_FILE, "harbour-news"],
	])("refuses a slug twice in %s", (file, slug) => {
		const text = textOfFile(seed(), file);
		const entries = text
			.trimEnd()
			.split("\n\n- ")
			.map((entry) => entry.replace(/^- /, ""));
		const twice = entries.flatMap((entry) =>
			entry.startsWith(`slug: ${slug}\n`) ? [entry, anonymous(entry)] : [entry],
		);
		const files = put(seed(), file, `${twice.map((entry) => `- ${entry}`).join("\n\n")}\n`);
		const first = at(seed(), file, `- slug: ${slug}`).split(":")[1];
		const line =
			Number(first) +
			(entries.find((entry) => entry.startsWith(`slug: ${slug}\n`)) ?? "").split("\n").length +
			1;
		expectFaults(files, [
			`${file}:${line}:9 unique-slug a slug that no other entry has, found "${slug}" again; it stands in line ${first} too`,
		]);
	});

	it("refuses a key twice in an article", () => {
		const files = inArticle("key: ships-will-return", "key: coral-is-our-home");
		const first = at(seed(), ARTICLE, "coral-is-our-home").split(":")[1];
		expectFaults(files, [
			`${at(files, ARTICLE, "coral-is-our-home\n    kind: INDIRECT", "coral-is-our-home")} unique-slug a key that no other entry has, found "coral-is-our-home" again; it stands in line ${first} too`,
		]);
	});

	it("leaves out a file that cannot be read", () => {
		expectFaults(put(seed(), PUBLISHERS_FILE, "- slug: [\n"), [
			`${PUBLISHERS_FILE}:2:1 yaml-syntax Flow sequence`,
		]);
	});
});

/** An entry without what no two entries may share. */
function anonymous(entry: string): string {
	return entry.replace(/^ {2}(wikidataId|geonamesId): .*\n?/gm, "").trimEnd();
}
