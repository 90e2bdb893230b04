import { expect } from "vitest";
import { check } from "../../../src/curation/check.ts";
import type { CorpusArticle } from "../../../src/curation/corpus.ts";
import { formatDiagnostic } from "../../../src/curation/diagnostic.ts";
import { printCanonical } from "../../../src/curation/format/print.ts";
import { fileSchemas } from "../../../src/curation/format/schemas.ts";
import type { SeedFiles } from "../../../src/curation/seed-files.ts";
import type { Annotated } from "../../../src/drafting/annotate/annotate.ts";
import { addPublishers, addSpeakers } from "../../../src/drafting/annotate/print.ts";
import type { DraftDocument } from "../../../src/drafting/annotate/texts.ts";
import { toBytes } from "../../curation/harness.ts";
import { seedText } from "./curated.ts";

/** A seed folder with one article: an annotated one, with the authorities that it links to. */
export function filesOf(document: DraftDocument, annotated: Annotated): SeedFiles {
	const authority = (name: string) => seedText(`authorities/${name}.yaml`);
	return new Map([
		[`documents/${document.fileName}`, toBytes(document.text)],
		[`articles/${annotated.slug}.yaml`, toBytes(annotated.yaml)],
		["authorities/speakers.yaml", toBytes(addSpeakers(authority("speakers"), annotated.speakers))],
		[
			"authorities/publishers.yaml",
			toBytes(addPublishers(authority("publishers"), annotated.publishers)),
		],
		["authorities/locations.yaml", toBytes(authority("locations"))],
		["authorities/occasions.yaml", toBytes(authority("occasions"))],
	]);
}

/** Holds an annotated article against the checker and gives it as the checker reads it. */
export function expectAccepted(document: DraftDocument, annotated: Annotated): CorpusArticle {
	const { corpus, diagnostics } = check(filesOf(document, annotated));
	const faults = diagnostics.map(formatDiagnostic);
	if (faults.length > 0) throw new Error(`${faults.join("\n")}\n${annotated.yaml}`);
	expect(printCanonical(annotated.yaml, fileSchemas.article)).toBe(annotated.yaml);
	const article = corpus?.articles.find(({ slug }) => slug === annotated.slug);
	if (article === undefined) throw new Error(`no article ${annotated.slug}`);
	return article;
}
