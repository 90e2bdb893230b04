import { beforeAll, describe, expect, test } from "vitest";
import type { CheckedCorpus } from "../../src/curation/corpus.ts";
import { buildKeyOf } from "../../src/database/build-key.ts";
import { realCorpus } from "../support/database.ts";
import { variedCorpus } from "./variants.ts";

let corpus: CheckedCorpus;
beforeAll(async () => {
	corpus = await realCorpus();
});

describe("buildKeyOf", () => {
	test("is the same for the same corpus, and another for another", async () => {
		const key = await buildKeyOf(corpus);
		expect(key).toMatch(/^[0-9a-f]{16}$/);
		expect(await buildKeyOf({ ...corpus })).toBe(key);
		expect(await buildKeyOf(await variedCorpus())).not.toBe(key);
	});

	test("is not the version, since more than the corpus is in it", async () => {
		expect(await buildKeyOf(corpus)).not.toBe(corpus.version);
	});
});
