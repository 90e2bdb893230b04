import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../../src/curation/decode.ts";
import { annotate } from "../../../src/drafting/annotate/annotate.ts";
import { trials } from "../../fuzz/settings.ts";
import { anyDraft, anyPage } from "./arbitraries.ts";
import { expectAccepted } from "./checked.ts";
import { context, curated } from "./curated.ts";

/** Each checks a whole seed folder; FUZZ_RUNS makes them more. */
const { parameters, timeout } = trials(8);

describe("what annotate writes for any draft", { timeout }, () => {
	it("the checker accepts on pages made at random", () => {
		fc.assert(
			fc.property(
				anyPage().chain(({ text, page }) =>
					fc.tuple(fc.constant({ text, page }), anyDraft(page.body)),
				),
				([{ text, page }, draft]) => {
					const document = { fileName: "any.txt", sha256: sha256(text), text };
					expectAccepted(document, annotate(document, page, draft, context));
				},
			),
			parameters,
		);
	});

	it("the checker accepts on real pages", () => {
		const page = fc.constantFrom(...curated);
		fc.assert(
			fc.property(
				page.chain((one) => fc.tuple(fc.constant(one), anyDraft(one.page.body))),
				([one, draft]) => {
					expectAccepted(one.document, annotate(one.document, one.page, draft, context));
				},
			),
			parameters,
		);
	});

	it("the checker accepts for some of the right statements in any order, and all of them stay", () => {
		const shuffled = fc
			.constantFrom(...curated)
			.chain((one) => fc.tuple(fc.constant(one), fc.shuffledSubarray([...one.draft.statements])));
		fc.assert(
			fc.property(shuffled, ([one, statements]) => {
				const draft = { ...one.draft, statements };
				const annotated = annotate(one.document, one.page, draft, context);
				const article = expectAccepted(one.document, annotated);
				expect(article.statements).toHaveLength(statements.length);
			}),
			parameters,
		);
	});
});
