import { OutOfTime } from "../deadline.ts";
import { type DatabaseThread, openThread } from "./thread.ts";

/** How a thread is replaced that works on one statement for too long, or has broken down. */
export interface Replacement {
	/** How long one statement may take, in milliseconds. */
	readonly milliseconds: number;
	/** Gives the database for the thread that comes next, as `dump` has given it. */
	archive(): Promise<ArrayBuffer>;
}

/** A thread in whose place another one comes when it has to. */
export interface LastingThread extends DatabaseThread {
	/** From now on it is replaced; what is written from now on would be lost then. */
	replaceBy(replacement: Replacement): void;
}

const ignored = () => undefined;

/** Waits for an answer, and no longer than it may take. */
function answerOf(asked: Promise<void>, milliseconds: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const late = new OutOfTime(`expected an answer within ${milliseconds} ms, found none`);
		const timer = setTimeout(() => reject(late), milliseconds);
		asked.then(resolve, reject).finally(() => clearTimeout(timer));
	});
}

/**
 * Sees to it that a statement of the embedded database comes to an end. In WebAssembly
 * PostgreSQL has no timers (its statement_timeout does nothing while a statement works), and
 * nobody can tell it to stop, as its memory is its thread's alone. But its thread can be
 * ended, and what is only read can be opened again from where it was read.
 */
export function openLasting(first: DatabaseThread): LastingThread {
	let current = Promise.resolve(first);
	let replacement: Replacement | undefined;
	let isClosed = false;
	const replace = (thread: DatabaseThread, { archive }: Replacement) => {
		current = thread.close().then(async () => openThread(await archive()));
		// Who asks next is told.
		current.catch(ignored);
	};
	const askFor = async (
		way: Replacement,
		...[messages, onAnswer]: Parameters<DatabaseThread["ask"]>
	): Promise<void> => {
		const thread = await current;
		try {
			await answerOf(thread.ask(messages, onAnswer), way.milliseconds);
		} catch (error) {
			// What PostgreSQL refuses is an answer; this is none.
			if (!isClosed) replace(thread, way);
			throw error;
		}
	};
	return {
		open: async (archive) => (await current).open(archive),
		connect: async () => (await current).connect(),
		dump: async () => (await current).dump(),
		ask: (messages, onAnswer) =>
			// Until then nothing has come in its place.
			replacement === undefined
				? first.ask(messages, onAnswer)
				: askFor(replacement, messages, onAnswer),
		replaceBy(way) {
			replacement = way;
		},
		async close() {
			isClosed = true;
			await current.then((thread) => thread.close(), ignored);
		},
	};
}
