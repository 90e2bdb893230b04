import { createHash } from "node:crypto";
import { isMap, isSeq, parseDocument } from "yaml";
import type { CheckedCorpus } from "../../src/curation/corpus.ts";
import { readSeedFiles, type SeedFiles } from "../../src/curation/seed-files.ts";
import { checked, edited, realFiles } from "../database/variants.ts";

// The seed folder with what a drafting tool may add to it: the files of seed/ and those of
// test/drafts/seed, whose slugs all begin with "drafted-".

const FOLDER = "test/drafts/seed";

/** What every slug begins with that only drafts tell of. */
export const DRAFTED = "drafted-";
/** The article that is a draft from beginning to end. */
export const DRAFT_ARTICLE = "drafted-library-2027";
/** A curated article, and the one draft among its statements. */
export const MIXED_ARTICLE = "putin-assad-meeting-2018";
export const DRAFT_IN_MIXED = `${MIXED_ARTICLE}.putin-foreign-forces-will-be-withdrawn`;
/** A draft that a curated statement is inside of. */
export const DRAFT_PARENT = "putin-erdogan-call-2024.kremlin-presidents-stay-in-contact";
/** A word of the draft article that nothing curated has. */
export const DRAFTED_WORD = "المزروعي";
/** A word of the draft article that nothing curated has, but for one like it: the Kremlin. */
export const WORD_LIKE_A_CURATED_ONE = "الكرملوني";

function textOf(bytes: Uint8Array | undefined): string {
	return new TextDecoder().decode(bytes);
}

/** Adds the entries of a YAML list to a file, in the order of slugs. */
function withEntries(files: SeedFiles, file: string, more: Uint8Array): SeedFiles {
	return edited(files, file, (document) => {
		const [own, added] = [document.contents, parseDocument(textOf(more)).contents];
		if (!isSeq(own) || !isSeq(added)) throw new Error(`${file} is no list`);
		const slugOf = (item: unknown) => (isMap(item) ? String(item.get("slug")) : "");
		own.items.push(...added.items);
		own.items.sort((a, b) => (slugOf(a) < slugOf(b) ? -1 : 1));
	});
}

/** Makes one statement of an article a draft. */
export function withDraft(files: SeedFiles, statement: string): SeedFiles {
	const [article, key] = statement.split(".");
	return edited(files, `articles/${article}.yaml`, (document) => {
		const statements = document.get("statements");
		const found = isSeq(statements)
			? statements.items.find((item) => isMap(item) && item.get("key") === key)
			: undefined;
		if (!isMap(found)) throw new Error(`there is no statement ${statement}`);
		const review = { status: "DRAFT", method: "RULE", confidence: 0.5 };
		found.set("review", document.createNode(review));
	});
}

/** The seed files with drafts among them. */
export async function filesWithDrafts(): Promise<SeedFiles> {
	let files = await realFiles();
	for (const [file, bytes] of await readSeedFiles(FOLDER))
		if (file.startsWith("authorities/")) files = withEntries(files, file, bytes);
		else files = new Map([...files, [file, bytes]]);
	const document = files.get("documents/900_drafted.txt") ?? new Uint8Array();
	const sha256 = createHash("sha256").update(document).digest("hex");
	files = edited(files, `articles/${DRAFT_ARTICLE}.yaml`, (yaml) => yaml.set("sha256", sha256));
	return withDraft(withDraft(files, DRAFT_IN_MIXED), DRAFT_PARENT);
}

/** The corpus with drafts in it. */
export async function corpusWithDrafts(): Promise<CheckedCorpus> {
	return checked(await filesWithDrafts());
}
