import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { sha256 } from "../curation/decode.ts";
import { isUntouched } from "../drafting/annotate/print.ts";

/** What a person has done with an article's file. */
export type ArticleState = "curated" | "changed" | "untouched";

/** An article's file that is there. */
export interface KnownArticle {
	readonly slug: string;
	/** The digest of its document, as the file says. */
	readonly sha256: string;
	readonly state: ArticleState;
}

/** What a seed folder has of documents and articles. */
export interface SeedState {
	/** The digests of the documents by file name. */
	readonly documents: Map<string, string>;
	readonly articles: Map<string, KnownArticle>;
}

const DIGEST = /^sha256: *["']?([0-9a-f]{64})/m;

interface Reviewed {
	readonly review?: { readonly status?: unknown };
	readonly statements?: unknown;
}

function statusOf(value: unknown): unknown {
	return (value as Reviewed | null)?.review?.status;
}

/** Whether a person has confirmed the article or one of its statements. */
function isCurated(text: string): boolean {
	// Of any file of YAML; what is not shaped as an article says nothing of a review.
	const article = parse(text) as Reviewed | null;
	const statements = Array.isArray(article?.statements) ? article.statements : [];
	return [article, ...statements].some((value) => statusOf(value) === "CURATED");
}

function stateOf(text: string): ArticleState {
	if (isUntouched(text)) return "untouched";
	try {
		return isCurated(text) ? "curated" : "changed";
	} catch {
		// A file that is no YAML is somebody's work under way.
		return "changed";
	}
}

async function namesIn(folder: string, ending: string): Promise<string[]> {
	const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
		if (error.code === "ENOENT") return [];
		throw error;
	});
	return names.filter((name) => name.endsWith(ending) && !name.startsWith("."));
}

/**
 * Looks at what a seed folder has.
 *
 * @throws Error where a file cannot be read
 */
export async function readSeedState(folder: string): Promise<SeedState> {
	const state: SeedState = { documents: new Map(), articles: new Map() };
	for (const name of await namesIn(join(folder, "documents"), ".txt"))
		state.documents.set(name, sha256(await readFile(join(folder, "documents", name))));
	for (const name of await namesIn(join(folder, "articles"), ".yaml")) {
		const text = await readFile(join(folder, "articles", name), "utf8");
		const slug = name.slice(0, -".yaml".length);
		state.articles.set(slug, {
			slug,
			sha256: DIGEST.exec(text)?.[1] ?? "",
			state: stateOf(text),
		});
	}
	return state;
}
