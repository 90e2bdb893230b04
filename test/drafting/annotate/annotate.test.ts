import { describe, expect, it } from "vitest";
import { annotate } from "../../../src/drafting/annotate/annotate.ts";
import { expectAccepted } from "./checked.ts";
import { context, curated } from "./curated.ts";

describe("annotate", () => {
	it.each(curated)("writes what the checker accepts for $document.fileName", (one) => {
		const annotated = annotate(one.document, one.page, one.draft, context);
		const article = expectAccepted(one.document, annotated);
		expect(
			article.statements.map(({ spans }) => spans.map(({ start, end }) => [start, end])),
		).toEqual(
			one.draft.statements.map(({ content }) => content.map(({ start, end }) => [start, end])),
		);
	});
});
