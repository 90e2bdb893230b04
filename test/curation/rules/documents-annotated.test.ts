import { describe, it } from "vitest";
import { PLAIN_PAGE } from "../fixture.ts";
import { addPlain, change, expectFaults, expectValid, put, remove, seed } from "../harness.ts";

describe("documents-annotated", () => {
	it("takes documents that each have an article", () => {
		expectValid(addPlain());
	});

	it("refuses a document that no article names", () => {
		expectFaults(put(seed(), "documents/plain.txt", PLAIN_PAGE), [
			"documents/plain.txt:1:1 documents-annotated a file in articles that names this document, found none",
		]);
	});

	it("waits for an article that cannot be read, if it names the document", () => {
		const broken = change(addPlain(), "articles/plain.yaml", "statements: []", "statements: [");
		expectFaults(broken, ["articles/plain.yaml:20:1 yaml-syntax Flow sequence"]);
		const unnamed = change(broken, "articles/plain.yaml", "document: plain.txt", "document:");
		expectFaults(unnamed, [
			"articles/plain.yaml:20:1 yaml-syntax Flow sequence",
			"documents/plain.txt:1:1 documents-annotated found none",
		]);
	});

	it("refuses it again when its article is taken away", () => {
		expectFaults(remove(addPlain(), "articles/plain.yaml"), [
			"documents/plain.txt:1:1 documents-annotated found none",
		]);
	});
});
