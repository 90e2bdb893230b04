import { describe, it } from "vitest";
import { at, change, expectFaults, expectValid, put, SPEAKERS_FILE, seed } from "../harness.ts";

const TERM = "from: 2018-06-01\n      to: 2022-01-01\n";
const term = (dates: string) => change(seed(), SPEAKERS_FILE, TERM, dates);

describe("office-terms", () => {
	it("takes terms with two ends, with one, and with none", () => {
		expectValid(seed());
		expectValid(term("from: 2018-06-01\n"));
		expectValid(term("to: 2022-01-01\n"));
		expectValid(change(seed(), SPEAKERS_FILE, `      ${TERM}`, ""));
	});

	it("refuses a term that ends on the day on which it begins", () => {
		const governor = change(
			seed(),
			SPEAKERS_FILE,
			"from: 2010-01-01\n      to: 2018-06-01",
			"from: 2018-06-01\n      to: 2018-06-01",
		);
		expectFaults(governor, [
			`${at(governor, SPEAKERS_FILE, "to: 2018-06-01", "2018-06-01")} office-terms a day after from (2018-06-01), found 2018-06-01`,
		]);
	});

	it("refuses a term that ends before it begins", () => {
		const files = change(seed(), SPEAKERS_FILE, "from: 2010-01-01", "from: 2018-06-02");
		expectFaults(files, [
			`${at(files, SPEAKERS_FILE, "to: 2018-06-01", "2018-06-01")} office-terms a day after from (2018-06-02), found 2018-06-01`,
		]);
	});

	it("refuses an office of anything but a person", () => {
		const rawi = "hani-rawi\n  kind: PERSON";
		const files = change(seed(), SPEAKERS_FILE, rawi, rawi.replace("PERSON", "STATE"));
		expectFaults(files, [
			`${at(files, SPEAKERS_FILE, "offices:\n    - key: minister-of-ports", "- key")} office-terms offices on a PERSON only, found them on kind STATE`,
		]);
	});

	it("has nothing to say of speakers that cannot be read", () => {
		expectFaults(put(seed(), SPEAKERS_FILE, "- slug: [\n"), [
			`${SPEAKERS_FILE}:2:1 yaml-syntax Flow sequence`,
		]);
	});
});
