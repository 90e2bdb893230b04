import { Duplex } from "node:stream";
import type { DatabaseThread } from "./thread.ts";

/** The first byte of the message by which a client ends its session. */
const TERMINATE = 0x58;

interface Chunk {
	readonly chunk: Buffer;
}

/**
 * What node-postgres takes for the socket of a PostgreSQL server, and what leads to the
 * embedded database. It expects each write to be a whole message, as node-postgres
 * writes them; what is written while an answer is on its way waits for its end.
 */
export class DatabaseStream extends Duplex {
	readonly #thread: DatabaseThread;

	constructor(thread: DatabaseThread) {
		super();
		this.#thread = thread;
	}

	/** Begins a session; emits "connect" then, as a socket does. */
	connect(): this {
		this.#thread.connect().then(
			() => this.emit("connect"),
			(error: Error) => this.destroy(error),
		);
		return this;
	}

	/** There is no network below. */
	setNoDelay(): this {
		return this;
	}

	/** There is no network below. */
	setKeepAlive(): this {
		return this;
	}

	/** The thread itself keeps the process alive only while it is asked for something. */
	ref(): this {
		return this;
	}

	/** The thread itself keeps the process alive only while it is asked for something. */
	unref(): this {
		return this;
	}

	override _read(): void {
		// Answers are pushed when they come.
	}

	override _write(
		chunk: Buffer,
		_encoding: BufferEncoding,
		callback: (error?: Error | null) => void,
	): void {
		this._writev([{ chunk }], callback);
	}

	override _writev(chunks: readonly Chunk[], callback: (error?: Error | null) => void): void {
		const messages = chunks.map(({ chunk }) => chunk).filter(([type]) => type !== TERMINATE);
		if (messages.length === 0) {
			callback();
			return;
		}
		// Handed over to the thread, so it must not be a part of a larger buffer.
		const copy = new Uint8Array(messages.reduce((length, message) => length + message.length, 0));
		let offset = 0;
		for (const message of messages) {
			copy.set(message, offset);
			offset += message.length;
		}
		const onAnswer = (bytes: Uint8Array) => {
			if (!this.destroyed && bytes.length > 0) this.push(bytes);
		};
		this.#thread.ask(copy, onAnswer).then(() => callback(), callback);
	}

	override _final(callback: (error?: Error | null) => void): void {
		this.push(null);
		callback();
	}
}
