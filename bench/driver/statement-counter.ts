import { connect, createServer, type Socket } from "node:net";

/** A message tells its length in as many, itself included, its letter not. */
const LENGTH_BYTES = 4;
const SSL_REQUEST = 80_877_103;
/** The messages that run a statement: Execute of the extended protocol, and a simple query. */
const RUNS = new Set(["E", "Q"].map((letter) => letter.charCodeAt(0)));

/** How long the message at the beginning is, in bytes; null where its head has not come whole. */
function messageLength(pending: Buffer, isStarted: boolean): number | null {
	// After the start a letter goes before the length; at the start a code follows it.
	const [start, head] = isStarted ? [1, LENGTH_BYTES + 1] : [0, 2 * LENGTH_BYTES];
	return pending.length < head ? null : pending.readInt32BE(start) + start;
}

/**
 * Counts the statements in what a client sends to PostgreSQL, however it is cut into pieces.
 * The first message has no letter for its type, nor has a request for encryption before it.
 *
 * @returns takes a piece, gives how many statements began in it
 */
export function messageCounter(): (piece: Buffer) => number {
	let pending: Buffer = Buffer.alloc(0);
	let isStarted = false;
	const take = (): number => {
		if (isStarted) return RUNS.has(pending[0] ?? 0) ? 1 : 0;
		isStarted = pending.readInt32BE(LENGTH_BYTES) !== SSL_REQUEST;
		return 0;
	};
	return (piece) => {
		pending = Buffer.concat([pending, piece]);
		let count = 0;
		let length = messageLength(pending, isStarted);
		while (length !== null && pending.length >= length) {
			count += take();
			pending = pending.subarray(length);
			length = messageLength(pending, isStarted);
		}
		return count;
	};
}

/** A way to the database on which statements are counted. */
export interface StatementCounter {
	/** The connection URL that leads through it. */
	readonly url: string;
	/** How many statements have passed so far. */
	count(): number;
	stop(): void;
}

/** Opens a port of this machine that leads to the database. */
export async function startStatementCounter(databaseUrl: string): Promise<StatementCounter> {
	const target = new URL(databaseUrl);
	const sockets = new Set<Socket>();
	let total = 0;
	const server = createServer((client) => {
		const database = connect(Number(target.port || 5432), target.hostname);
		const counter = messageCounter();
		client.on("data", (piece) => {
			total += counter(Buffer.from(piece));
		});
		client.pipe(database).pipe(client);
		for (const socket of [client, database]) {
			sockets.add(socket);
			// An end is an end, however it comes.
			socket.on("error", () => undefined);
			socket.setNoDelay(true);
		}
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	if (address === null || typeof address === "string")
		throw new Error("expected a port, found none");
	return {
		url: Object.assign(new URL(databaseUrl), { hostname: "127.0.0.1", port: String(address.port) })
			.href,
		count: () => total,
		stop() {
			server.close();
			for (const socket of sockets) socket.destroy();
		},
	};
}
