import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** What becomes of what goes through. */
export type Passage = "open" | "closed" | "silent" | "forgotten" | { readonly delay: number };

/** A way to a server that can be cut. */
export interface ServerProxy {
	/** The URL of the server, by way of the proxy. */
	readonly url: string;
	/**
	 * `closed` cuts every connection and lets none in, as a server that is gone; `silent` lets
	 * connections in and lets nothing through any more, as one whose cable is pulled: what was sent
	 * meanwhile comes when it is open again, since TCP loses no byte of a connection that lasts.
	 * `forgotten` lets nothing through any more over the connections that there are, for ever, and
	 * all over new ones, as when a router on the way was changed. With a
	 * delay every answer comes that many milliseconds later, as from one that is overloaded.
	 */
	set(passage: Passage): void;
	close(): Promise<void>;
}

/** Puts a proxy in front of a PostgreSQL server. */
export async function startProxy(url: string): Promise<ServerProxy> {
	const target = new URL(url);
	let passage: Passage = "open";
	const sockets = new Set<Socket>();
	const forgotten = new WeakSet<Socket>();
	const keep = (socket: Socket) => {
		sockets.add(socket);
		socket.on("error", () => undefined).once("close", () => sockets.delete(socket));
	};
	const hold = () => {
		for (const socket of sockets) socket.pause();
	};
	const server = createServer((near) => {
		keep(near);
		if (passage === "closed") {
			near.destroy();
			return;
		}
		const far = connect(Number(target.port || 5432), target.hostname);
		keep(far);
		near.on("data", (bytes) => far.write(bytes));
		far.on("data", (bytes) => {
			// What comes later is not delayed less, so the order stays.
			if (typeof passage === "object") setTimeout(() => near.write(bytes), passage.delay);
			else near.write(bytes);
		});
		if (passage === "silent") hold();
		near.once("close", () => far.destroy());
		far.once("close", () => near.destroy());
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	const forget = () => {
		for (const socket of sockets) forgotten.add(socket.pause());
	};
	const cut = () => {
		for (const socket of sockets) socket.destroy();
	};
	return {
		url: Object.assign(new URL(url), { host: `127.0.0.1:${port}` }).href,
		set(next) {
			passage = next;
			if (next === "closed") cut();
			else if (next === "silent") hold();
			else if (next === "forgotten") forget();
			else for (const socket of sockets) if (!forgotten.has(socket)) socket.resume();
		},
		async close() {
			cut();
			server.close();
			await once(server, "close");
		},
	};
}
