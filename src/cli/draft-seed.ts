import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { sha256 } from "../curation/decode.ts";
import type { PublisherEntry, SpeakerEntry } from "../curation/format/authorities.ts";
import { type Annotated, annotate } from "../drafting/annotate/annotate.ts";
import { addPublishers, addSpeakers } from "../drafting/annotate/print.ts";
import type { DraftedArticle } from "../drafting/draft-page.ts";
import { untaken } from "../text/romanise.ts";
import type { Authorities } from "./authorities.ts";
import { STANDARD_INPUT } from "./draft-inputs.ts";
import { type KnownArticle, readSeedState, type SeedState } from "./draft-seed-state.ts";

/** A page with the articles that were drafted of it. */
export interface DraftedPage {
	/** As it was named. */
	readonly file: string;
	/** Of its document. */
	readonly bytes: Uint8Array;
	readonly text: string;
	readonly articles: readonly DraftedArticle[];
}

/** Files are written when so many pages have been drafted, as each may add to the authorities. */
const PAGES_AT_ONCE = 100;
const LONGEST_NAME = 80;
const SHORT_DIGEST = 8;

/** The name of a document: that of the page's file with what is no letter, digit, dot or line replaced. */
function nameOfDocument(file: string, digest: string): string {
	const bare = file === STANDARD_INPUT ? "" : basename(file).replace(/\.[a-z]+$/i, "");
	const clean = bare
		.normalize("NFC")
		.replace(/[^\p{L}\p{M}\p{N}._-]+/gu, "-")
		.replace(/^[.-]+|-+$/g, "");
	return [...clean].slice(0, LONGEST_NAME).join("") || `page-${digest.slice(0, SHORT_DIGEST)}`;
}

/** Entries that are to be written. */
interface Added {
	readonly speakers: SpeakerEntry[];
	readonly publishers: PublisherEntry[];
}

function withProposed(known: Authorities, { speakers, publishers }: Annotated): Authorities {
	return {
		...known,
		speakers: [...known.speakers, ...speakers],
		publishers: [...known.publishers, ...publishers],
	};
}

/** Writes drafts into a seed folder, and never over what a person has done. */
export class SeedWriter {
	readonly #folder: string;
	readonly #state: SeedState;
	readonly #force: boolean;
	#known: Authorities;
	/** What is to be written, by path in the folder; null: removed. */
	readonly #pending = new Map<string, string | Uint8Array | null>();
	#added: Added = { speakers: [], publishers: [] };
	#pages = 0;

	private constructor(folder: string, known: Authorities, state: SeedState, force: boolean) {
		this.#folder = folder;
		this.#known = known;
		this.#state = state;
		this.#force = force;
	}

	/**
	 * @param force whether drafts that a person has changed are written over; curated files never are
	 * @throws Error where the folder cannot be read
	 */
	static async open(folder: string, known: Authorities, force: boolean): Promise<SeedWriter> {
		return new SeedWriter(folder, known, await readSeedState(folder), force);
	}

	/** All entries by now, proposed ones among them. */
	get known(): Authorities {
		return this.#known;
	}

	/**
	 * Writes the document of a page and the files of its articles, all of them or none.
	 *
	 * @returns a line for each file: what was done with it, or why it was left
	 * @throws Error where the page or the folder is at fault
	 */
	async write(drafted: DraftedPage): Promise<string[]> {
		const digest = sha256(drafted.bytes);
		const own = [...this.#state.articles.values()].filter((known) => known.sha256 === digest);
		const kept = own.filter(
			({ state }) => state === "curated" || (state === "changed" && !this.#force),
		);
		if (kept.length > 0) return kept.map((known) => this.#whyKept(known));
		const lines = this.#annotate(drafted, digest, own);
		this.#pages += 1;
		if (this.#pages % PAGES_AT_ONCE === 0) await this.flush();
		return lines;
	}

	/** Writes what is still to be written: authorities first, as articles link to them. */
	async flush(): Promise<void> {
		const { speakers, publishers } = this.#added;
		const add = async (name: string, more: (text: string) => string) => {
			const file = join(this.#folder, "authorities", name);
			await writeFile(file, more(await readFile(file, "utf8")));
		};
		if (speakers.length > 0) await add("speakers.yaml", (text) => addSpeakers(text, speakers));
		if (publishers.length > 0)
			await add("publishers.yaml", (text) => addPublishers(text, publishers));
		this.#added = { speakers: [], publishers: [] };
		for (const [path, content] of this.#pending) await this.#put(join(this.#folder, path), content);
		this.#pending.clear();
	}

	async #put(path: string, content: string | Uint8Array | null): Promise<void> {
		if (content === null) return rm(path, { force: true });
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, content);
	}

	#pathOf(slug: string): string {
		return join(this.#folder, "articles", `${slug}.yaml`);
	}

	#whyKept({ slug, state }: KnownArticle): string {
		const why = state === "curated" ? "is curated" : "was changed by hand; --force writes over it";
		return `left ${this.#pathOf(slug)} as it is: it ${why}`;
	}

	#documentFor({ file }: DraftedPage, digest: string): string {
		const { documents, articles } = this.#state;
		for (const [name, known] of documents) if (known === digest) return name;
		const used = new Set([...articles.values()].map((article) => article.sha256));
		const wanted = nameOfDocument(file, digest);
		const isOther = (name: string) => {
			const there = documents.get(`${name}.txt`);
			// A page that was put there as it came, and that no article has, is replaced by its document.
			const isItself = resolve(this.#folder, "documents", `${name}.txt`) === resolve(file);
			return there !== undefined && !(isItself && !used.has(there));
		};
		return `${untaken(wanted, isOther)}.txt`;
	}

	/** A slug near to the wanted one: one that this page had before, or one that nobody has. */
	#slugFor(wanted: string, own: readonly KnownArticle[], used: Set<string>): string {
		const before = own.find(
			({ slug }) => !used.has(slug) && slug.replace(/-\d+$/, "") === wanted.replace(/-\d+$/, ""),
		);
		const mine = new Set(own.map(({ slug }) => slug));
		const isTaken = (slug: string) =>
			used.has(slug) || (this.#state.articles.has(slug) && !mine.has(slug));
		const slug = before?.slug ?? untaken(wanted, isTaken);
		used.add(slug);
		return slug;
	}

	#annotate(drafted: DraftedPage, digest: string, own: readonly KnownArticle[]): string[] {
		const used = new Set<string>();
		const fileName = this.#documentFor(drafted, digest);
		const document = { fileName, sha256: digest, text: drafted.text };
		let known = this.#known;
		const all = drafted.articles.map(({ page, draft }) => {
			const slugFor = (wanted: string) => this.#slugFor(wanted, own, used);
			const annotated = annotate(document, page, draft, { ...known, slugFor });
			known = withProposed(known, annotated);
			return annotated;
		});
		// From here on nothing fails: a page that does leaves no half of it behind.
		this.#known = known;
		if (this.#state.documents.get(fileName) !== digest)
			this.#pending.set(`documents/${fileName}`, drafted.bytes);
		this.#state.documents.set(fileName, digest);
		const removed = own.filter(({ slug }) => !used.has(slug)).map(({ slug }) => this.#remove(slug));
		return [...all.flatMap((annotated) => this.#take(annotated, digest)), ...removed];
	}

	#remove(slug: string): string {
		this.#pending.set(`articles/${slug}.yaml`, null);
		this.#state.articles.delete(slug);
		return `removed ${this.#pathOf(slug)}: the page is drafted otherwise now`;
	}

	#take({ slug, yaml, speakers, publishers }: Annotated, digest: string): string[] {
		this.#pending.set(`articles/${slug}.yaml`, yaml);
		this.#state.articles.set(slug, { slug, sha256: digest, state: "untouched" });
		this.#added.speakers.push(...speakers);
		this.#added.publishers.push(...publishers);
		const proposed = (entries: readonly { slug: string }[], name: string) =>
			entries.map(
				(entry) =>
					`proposed ${entry.slug} in ${join(this.#folder, "authorities", name)}: check its name`,
			);
		return [
			`drafted ${this.#pathOf(slug)}`,
			...proposed(speakers, "speakers.yaml"),
			...proposed(publishers, "publishers.yaml"),
		];
	}
}
