import { describe, expect, it } from "vitest";
import { createEdition, type Edition } from "../../src/database/edition.ts";
import { ofOneVersion } from "../../src/server/one-version.ts";

/** A source of versions that changes when it is told to, and counts how often it is asked. */
function source(first: Edition | null, versions: (string | null)[] = []) {
	const state = { edition: first, asked: 0 };
	const version = async () => {
		state.asked += 1;
		return versions.shift() ?? null;
	};
	return { state, source: { edition: () => state.edition, version } };
}

const READ = () => true;

describe("an answer of one version", () => {
	const [old, other] = [createEdition("old"), createEdition("other")];

	it("is made once while the edition stays the same, and nobody is asked", async () => {
		const { state, source: from } = source(old);
		let made = 0;
		const found = await ofOneVersion(from, async () => ++made, READ);
		expect(found).toEqual({ made: 1, edition: old });
		expect(state.asked).toBe(0);
	});

	it("is made anew when another edition is served in the end", async () => {
		const { state, source: from } = source(old);
		let made = 0;
		const found = await ofOneVersion(
			from,
			async () => {
				state.edition = other;
				return ++made;
			},
			READ,
		);
		expect(found).toEqual({ made: 2, edition: other });
	});

	it("hears what has arrived before it is believed", async () => {
		const { state, source: from } = source(old);
		let made = 0;
		const found = await ofOneVersion(
			from,
			async () => {
				// As a notice that lies behind the last rows on another socket.
				if (made === 0)
					setImmediate(() => {
						state.edition = other;
					});
				return ++made;
			},
			READ,
		);
		expect(found?.made).toBe(2);
	});

	it("asks before and after while another corpus is awaited", async () => {
		const { state, source: from } = source(null, ["old", "old"]);
		let made = 0;
		expect(await ofOneVersion(from, async () => ++made, READ)).toEqual({ made: 2, edition: null });
		expect(state.asked).toBe(2);
	});

	it("is made anew when it was begun with one corpus and ended with another", async () => {
		const { source: from } = source(null, ["old", "new", "new", "new"]);
		let made = 0;
		expect((await ofOneVersion(from, async () => ++made, READ))?.made).toBe(3);
	});

	it("is given up where the corpus changes again and again", async () => {
		const { source: from } = source(null, ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
		let made = 0;
		expect(await ofOneVersion(from, async () => ++made, READ)).toBeNull();
		expect(made).toBe(6);
	});

	it("is made, without asking, where the database was not needed", async () => {
		const { state, source: from } = source(null);
		expect(
			(
				await ofOneVersion(
					from,
					async () => "error",
					() => false,
				)
			)?.made,
		).toBe("error");
		expect(state.asked).toBe(0);
	});
});
