import { type Document, isMap, isSeq, parseDocument, YAMLMap, type YAMLSeq } from "yaml";
import { check } from "../../src/curation/check.ts";
import type { CheckedCorpus } from "../../src/curation/corpus.ts";
import { formatDiagnostic } from "../../src/curation/diagnostic.ts";
import { printCanonical } from "../../src/curation/format/print.ts";
import { schemaOf } from "../../src/curation/format/schemas.ts";
import { readSeedFiles, type SeedFiles } from "../../src/curation/seed-files.ts";

// Other corpora than the real one, made of its files in memory and checked like it.

/** The seed files as they are in git. */
export function realFiles(): Promise<SeedFiles> {
	return readSeedFiles("seed");
}

/** Checks files that must have no fault. */
export function checked(files: SeedFiles): CheckedCorpus {
	const { corpus, diagnostics } = check(files);
	if (corpus === null) throw new Error(diagnostics.map(formatDiagnostic).join("\n"));
	return corpus;
}

/** The files with one YAML file changed, in its canonical form. */
export function edited(
	files: SeedFiles,
	file: string,
	edit: (document: Document) => void,
): SeedFiles {
	const text = new TextDecoder().decode(files.get(file));
	const [modeline = ""] = text.split("\n", 1);
	const document = parseDocument(text.slice(modeline.length + 1));
	edit(document);
	const schema = schemaOf(file);
	if (schema === null) throw new Error(`${file} is no YAML file of the seed folder`);
	const canonical = printCanonical(`${modeline}\n${document.toString({ lineWidth: 0 })}`, schema);
	return new Map([...files, [file, new TextEncoder().encode(canonical)]]);
}

function statementsOf(document: Document): YAMLMap[] {
	const statements = document.get("statements");
	if (!isSeq(statements)) throw new Error("the article has no statements");
	return (statements as YAMLSeq).items.filter((item) => isMap(item));
}

const DATES: readonly Record<string, string>[] = [
	{ date: "XXXX", basis: "NONE" },
	{ date: "2018-04", basis: "PUBLICATION" },
	{ date: "2017", basis: "PUBLICATION" },
	{ date: "2018-03-10/2018-05-02", basis: "PUBLICATION" },
	{ date: "2018-05-02", basis: "PUBLICATION" },
	{ date: "XXXX", basis: "NONE" },
];

function hasOffice(statement: YAMLMap): boolean {
	return JSON.stringify(statement).includes('"office"');
}

/** There are few of them, so they stay as they are. */
function isJoint(statement: YAMLMap): boolean {
	const speakers = statement.get("speakers");
	return isSeq(speakers) && speakers.items.length > 1;
}

/** Gives the first place of a statement another role beside its own. */
function addRole(document: Document, statement: YAMLMap): void {
	const locations = statement.get("locations");
	if (!isSeq(locations)) return;
	const [first] = locations.items;
	if (!isMap(first)) return;
	const role = first.get("role") === "ABOUT" ? "MENTIONED" : "ABOUT";
	locations.add(document.createNode({ location: first.get("location"), role }));
}

/** Makes some statements drafts, undated or dated otherwise, and gives some a place in two roles. */
function vary(document: Document, offset: number): void {
	for (const [index, statement] of statementsOf(document).entries()) {
		const place = index + offset;
		if (isJoint(statement)) continue;
		if (place % 4 === 0)
			statement.set(
				"review",
				document.createNode({ status: "DRAFT", method: "RULE", confidence: 0.5 }),
			);
		if (place % 3 === 0 && !hasOffice(statement))
			statement.set("said", document.createNode(DATES[(place / 3) % DATES.length]));
		if (place % 2 === 0) addRole(document, statement);
	}
}

function publish(date: string, basis: string): (document: Document) => void {
	return (document) => {
		const published = document.get("published");
		if (!(published instanceof YAMLMap)) throw new Error("the article has no date");
		published.set("date", date);
		published.set("basis", basis);
		if (basis === "NONE") published.delete("evidence");
	};
}

const CALL = "articles/putin-erdogan-call-2024.yaml";
const BIDEN = "articles/biden-hts-designation-2025.yaml";
const FORCES = "articles/putin-foreign-forces-2018.yaml";

/**
 * The real corpus with all that it lacks and a filter can meet: drafts, an article of
 * nothing else, statements and articles of unknown date or of a month, a year, an
 * interval, places in two roles.
 */
export async function variedCorpus(): Promise<CheckedCorpus> {
	let files = await realFiles();
	const articles = [...files.keys()].filter((file) => file.startsWith("articles/"));
	for (const [offset, file] of articles.entries())
		files = edited(files, file, (document) => vary(document, offset));
	files = edited(files, BIDEN, publish("XXXX", "NONE"));
	files = edited(files, CALL, publish("2024-12", "EVENT_INFERRED"));
	files = edited(files, FORCES, publish("2018-10-03/2018-11-15", "EVENT_INFERRED"));
	files = edited(files, BIDEN, (document) => {
		for (const statement of statementsOf(document)) statement.delete("review");
		document.setIn(["review", "status"], "DRAFT");
	});
	return checked(files);
}

/** The files without one article, and without its document where no other article is in it. */
export function withoutArticle(files: SeedFiles, slug: string): SeedFiles {
	const file = `articles/${slug}.yaml`;
	const text = new TextDecoder().decode(files.get(file));
	const document = `documents/${/^document: (.+)$/m.exec(text)?.[1]}`;
	return new Map([...files].filter(([name]) => name !== file && name !== document));
}
