// The thread that the embedded database runs in: thread.ts starts it.
import { parentPort } from "node:worker_threads";
import type { PGlite } from "@electric-sql/pglite";
import type { Order, Reply } from "./messages.ts";
import { ArrivingArchive, openProtocolOnly, watchForBreaks } from "./pglite.ts";

/** In bytes: of a long answer as much is sent at once. */
const PART_LENGTH = 256 * 1024;

if (parentPort === null) throw new Error("expected to run in a thread of another program");
const port = parentPort;

function reply(message: Reply): void {
	port.postMessage(message, "bytes" in message ? [message.bytes.buffer] : []);
}

function asError(error: unknown): Error {
	if (error instanceof Error) return error;
	// What Emscripten throws has a message without being an Error.
	const { message = error } = (error ?? {}) as { message?: unknown };
	return new Error(String(message));
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
	let offset = 0;
	for (const piece of pieces) {
		whole.set(piece, offset);
		offset += piece.length;
	}
	return whole;
}

/** The number of the order that is being carried out. */
let current = 0;
let hasBegun = false;
const archive = new ArrivingArchive();
// Most databases have one, so all that goes before begins at once.
let opening = openProtocolOnly(archive);
opening.catch(() => undefined);

function onBreak(error: unknown): never {
	reply({ number: current, kind: "broken", error: asError(error) });
	// PGlite would go on, and wait for ever for what PostgreSQL no longer reads.
	process.exit(1);
}

async function open(given: ArrayBuffer | null): Promise<void> {
	if (given === null) {
		archive.failToArrive(new Error("there is no archive"));
		opening = openProtocolOnly();
	} else archive.arrive(given);
	watchForBreaks(await opening, onBreak);
}

async function connect(pglite: PGlite): Promise<void> {
	const isFirst = !hasBegun;
	hasBegun = true;
	if (isFirst) return;
	if (pglite.isInTransaction()) await pglite.exec("ROLLBACK");
	await pglite.exec("DISCARD ALL");
}

async function ask(pglite: PGlite, messages: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
	const number = current;
	let pieces: Uint8Array[] = [];
	let length = 0;
	const onRawData = (bytes: Uint8Array) => {
		// It is a view of memory that PostgreSQL writes to again.
		pieces.push(bytes.slice());
		length += bytes.length;
		if (length < PART_LENGTH) return;
		reply({ number, kind: "part", bytes: joined(pieces) });
		pieces = [];
		length = 0;
	};
	// There is no file system behind this one to bring up to date.
	await pglite.execProtocolRawStream(messages, { syncToFs: false, onRawData });
	return joined(pieces);
}

async function dump(pglite: PGlite): Promise<Uint8Array<ArrayBuffer>> {
	// Not compressed: reading it back is what every start waits for.
	const file = await pglite.dumpDataDir("none");
	return new Uint8Array(await file.arrayBuffer());
}

async function carryOut(order: Order): Promise<Uint8Array<ArrayBuffer>> {
	if (order.kind === "open") await open(order.archive);
	if (order.kind === "connect") await connect(await opening);
	if (order.kind === "ask") return ask(await opening, order.messages);
	if (order.kind === "dump") return dump(await opening);
	return new Uint8Array();
}

let last: Promise<void> = Promise.resolve();
port.on("message", (order: Order) => {
	last = last.then(async () => {
		const { number } = order;
		current = number;
		try {
			reply({ number, kind: "done", bytes: await carryOut(order) });
		} catch (error) {
			reply({ number, kind: "failed", error: asError(error) });
		}
	});
});
