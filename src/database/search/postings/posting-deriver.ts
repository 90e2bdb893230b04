import { Worker } from "node:worker_threads";
import type { Deriver } from "../../load/derive.ts";
import type { TableChunk } from "../../load/table-chunk.ts";
import { postingMaker, type SearchedText, searchedText } from "./posting-maker.ts";

/** So many texts go to the thread together; a corpus that has fewer needs none. */
const TEXTS_PER_MESSAGE = 1000;
/** So many messages wait for the thread at the most: a megabyte each. */
const MOST_UNANSWERED = 4;

function startWorker(): Worker {
	// In the bundle of start.mjs this is the bundled script.
	const script = new URL("./posting-worker.ts", import.meta.url);
	const runsSources = script.pathname.endsWith(".ts");
	const run = new URL("../../../../run.mjs", import.meta.url);
	return new Worker(script, { execArgv: runsSources ? ["--import", run.href] : [] });
}

/** A thread that makes postings, one message after the other. */
class PostingThread {
	readonly #worker = startWorker();
	readonly #waiting: { resolve(chunks: TableChunk[]): void; reject(error: Error): void }[] = [];
	#failure: Error | undefined;

	constructor() {
		this.#worker.on("message", (chunks: TableChunk[]) => this.#waiting.shift()?.resolve(chunks));
		this.#worker.once("error", (error: Error) => this.#fail(error));
		this.#worker.once("exit", () => this.#fail(new Error("it has ended")));
	}

	/** @param texts null when there are no more */
	ask(texts: readonly SearchedText[] | null): Promise<TableChunk[]> {
		const answer = new Promise<TableChunk[]>((resolve, reject) => {
			if (this.#failure !== undefined) return reject(this.#failure);
			this.#waiting.push({ resolve, reject });
			this.#worker.postMessage(texts);
		});
		// Whoever asks looks at it later, and then still finds that it failed.
		answer.catch(() => undefined);
		return answer;
	}

	async end(): Promise<void> {
		await this.#worker.terminate();
	}

	#fail(cause: Error): void {
		this.#failure ??= new Error(
			`expected the thread that makes the postings to go on, but it has broken down: ${cause.message}; load again`,
			{ cause },
		);
		for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
	}
}

/**
 * Makes what search reads of the articles and statements that go by. It is a third of what
 * loading costs this process, so a large corpus gets a thread for it.
 *
 * @param textsPerMessage how many texts go to the thread together, and how many must come before it is started
 */
export function postingDeriver(textsPerMessage: number = TEXTS_PER_MESSAGE): Deriver {
	let texts: SearchedText[] = [];
	let thread: PostingThread | undefined;
	const unanswered: Promise<TableChunk[]>[] = [];
	const send = () => {
		thread ??= new PostingThread();
		unanswered.push(thread.ask(texts));
		texts = [];
	};
	const answered = async (most: number) => {
		const chunks: TableChunk[] = [];
		while (unanswered.length > most) chunks.push(...((await unanswered.shift()) ?? []));
		return chunks;
	};
	return {
		see(table, row) {
			const searched = searchedText(table, row);
			if (searched === null) return;
			texts.push(searched);
			if (texts.length >= textsPerMessage) send();
		},
		ready: () => (unanswered.length > MOST_UNANSWERED ? answered(MOST_UNANSWERED) : []),
		async rest() {
			if (thread === undefined) {
				const maker = postingMaker();
				for (const text of texts) maker.see(text);
				return maker.rest();
			}
			send();
			unanswered.push(thread.ask(null));
			return answered(0);
		},
		async close() {
			await thread?.end();
		},
	};
}
