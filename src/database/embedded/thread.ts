import { Worker } from "node:worker_threads";
import type { Order, Reply, Request } from "./messages.ts";

/** A thread with a database of its own, which other work does not wait for. */
export interface DatabaseThread {
	/**
	 * Opens the database; has to be the first that is called.
	 *
	 * @param archive a database from `dump`, which is handed over: it is empty afterwards;
	 *   left out: a fresh database without tables
	 * @throws Error when the archive is none
	 */
	open(archive?: ArrayBuffer): Promise<void>;
	/** Begins a session as a client of its own finds it; there is one at a time. */
	connect(): Promise<void>;
	/**
	 * Asks in whole messages of PostgreSQL's protocol.
	 *
	 * @param onAnswer gets what is answered, in parts that may end anywhere
	 */
	ask(
		messages: Uint8Array<ArrayBuffer>,
		onAnswer: (bytes: Uint8Array<ArrayBuffer>) => void,
	): Promise<void>;
	/** The whole database as one tar archive, to open again later. */
	dump(): Promise<ArrayBuffer>;
	/** Ends the thread at once, whatever it does; what is still asked fails. */
	close(): Promise<void>;
}

interface Pending {
	onPart(bytes: Uint8Array<ArrayBuffer>): void;
	resolve(bytes: Uint8Array<ArrayBuffer>): void;
	reject(error: Error): void;
}

/**
 * In megabytes. With the 4 that a thread has otherwise, a deeply nested query breaks
 * PostgreSQL; with 16 its own limit answers that it is nested too deeply.
 */
const STACK_SIZE = 32;

const ignored = () => undefined;

function startWorker(): Worker {
	// In the bundle of start.mjs this is the bundled script.
	const script = new URL("./worker.ts", import.meta.url);
	const runsSources = script.pathname.endsWith(".ts");
	const run = new URL("../../../run.mjs", import.meta.url);
	return new Worker(script, {
		execArgv: runsSources ? ["--import", run.href] : [],
		resourceLimits: { stackSizeMb: STACK_SIZE },
	});
}

/** The requests that wait for their replies; while there are any, the process stays alive. */
class Requests {
	readonly #worker: Worker;
	readonly #pending = new Map<number, Pending>();
	#count = 0;
	#ended: Error | undefined;

	constructor(worker: Worker) {
		this.#worker = worker;
		worker.unref();
		worker.on("message", (reply: Reply) => this.#take(reply));
		worker.once("error", (error: Error) => this.#break(error));
		worker.once("exit", (code) => this.#break(new Error(`its thread ended with code ${code}`)));
	}

	send(
		request: Request,
		transferred: ArrayBuffer[] = [],
		onPart: Pending["onPart"] = ignored,
	): Promise<Uint8Array<ArrayBuffer>> {
		return new Promise((resolve, reject) => {
			if (this.#ended !== undefined) return reject(this.#ended);
			this.#count += 1;
			const order: Order = { ...request, number: this.#count };
			this.#worker.postMessage(order, transferred);
			this.#pending.set(order.number, { onPart, resolve, reject });
			this.#worker.ref();
		});
	}

	/** Fails all that is pending, and all that will be sent. */
	end(reason: Error): void {
		if (this.#ended !== undefined) return;
		this.#ended = reason;
		for (const { reject } of this.#pending.values()) reject(reason);
		this.#pending.clear();
	}

	#break(cause: Error): void {
		const message = `expected the embedded database to answer, but it has broken down: ${cause.message}; start the process again`;
		this.end(new Error(message, { cause }));
	}

	#take(reply: Reply): void {
		const pending = this.#pending.get(reply.number);
		if (reply.kind === "part") {
			pending?.onPart(reply.bytes);
			return;
		}
		if (reply.kind === "broken") this.#break(reply.error);
		this.#pending.delete(reply.number);
		if (this.#pending.size === 0) this.#worker.unref();
		if (reply.kind === "done") pending?.resolve(reply.bytes);
		else pending?.reject(reply.error);
	}
}

/**
 * Starts the thread, which begins to load PostgreSQL at once. It keeps the process
 * alive only while it is asked for something.
 */
export function startThread(): DatabaseThread {
	const worker = startWorker();
	const requests = new Requests(worker);
	return {
		open: async (archive = undefined) => {
			const transferred = archive === undefined ? [] : [archive];
			await requests.send({ kind: "open", archive: archive ?? null }, transferred);
		},
		connect: async () => {
			await requests.send({ kind: "connect" });
		},
		ask: async (messages, onAnswer) => {
			onAnswer(await requests.send({ kind: "ask", messages }, [messages.buffer], onAnswer));
		},
		dump: async () => (await requests.send({ kind: "dump" })).buffer,
		close: async () => {
			requests.end(new Error("the embedded database is closed"));
			await worker.terminate();
		},
	};
}

/**
 * Opens a database in a thread, which is ended when that fails.
 *
 * @param archive one from `dump`, which is handed over: it is empty afterwards; left out:
 *   a fresh database without tables
 * @param thread one that was started before, to save time
 * @throws Error when the archive is none
 */
export async function openThread(
	archive?: ArrayBuffer,
	thread: DatabaseThread = startThread(),
): Promise<DatabaseThread> {
	try {
		await thread.open(archive);
	} catch (error) {
		await thread.close();
		throw error;
	}
	return thread;
}
