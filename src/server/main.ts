import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Configuration } from "../config.ts";
import type { Database } from "../database/database.ts";
import { watchEditions } from "../database/editions.ts";
import { createApp, GRAPHQL_PATH } from "./app.ts";
import { createFront } from "./front.ts";
import { keepHeapSmall } from "./heap.ts";

/** How long a request may take to arrive, in milliseconds: its headers, and all of it. */
const HEADERS_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 30_000;
/** How long the end waits for answers that are still on their way, in milliseconds. */
const END_TIMEOUT = 5_000;

const MEGABYTE = 1_000_000;

/** A server that listens. */
export interface RunningServer {
	/** Where GraphQL and GraphiQL are answered. */
	readonly url: string;
	/** Answers what has been asked, takes nothing new, and ends. */
	stop(): Promise<void>;
}

function listen(server: Server, { port, host }: Configuration): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once("error", (error: NodeJS.ErrnoException) => {
			const message =
				error.code === "EADDRINUSE"
					? `PORT: expected a free port, but ${port} on ${host} is in use; set PORT to another`
					: `HOST, PORT: cannot listen on ${host}, port ${port}: ${error.message}`;
			reject(new Error(message, { cause: error }));
		});
		server.listen(port, host, resolve);
	});
}

function addressOf(server: Server, { host }: Configuration): string {
	// A server that listens on a port, not on a pipe, has an address of this kind.
	const { port } = server.address() as AddressInfo;
	return `http://${host.includes(":") ? `[${host}]` : host}:${port}${GRAPHQL_PATH}`;
}

/**
 * Makes a way to end a server: nothing new is taken, what is in flight is answered,
 * and no connection outlives its last answer, whether the client keeps it open or has
 * never asked anything on it. A request that does not come to its end is cut off.
 */
function endOf(server: Server): () => Promise<void> {
	let inFlight = 0;
	const cutUnused = () =>
		inFlight === 0 ? server.closeAllConnections() : server.closeIdleConnections();
	server.on("request", (_request, response) => {
		inFlight += 1;
		response.once("close", () => {
			inFlight -= 1;
			if (!server.listening) cutUnused();
		});
	});
	return () =>
		new Promise((resolve, reject) => {
			const deadline = setTimeout(() => server.closeAllConnections(), END_TIMEOUT);
			server.close((error) => {
				clearTimeout(deadline);
				return error === undefined ? resolve() : reject(error);
			});
			cutUnused();
		});
}

/**
 * Serves the database over HTTP. The only place that opens a port.
 *
 * @throws Error when the port cannot be had, with what to do
 */
export async function serve(
	database: Database,
	configuration: Configuration,
): Promise<RunningServer> {
	keepHeapSmall();
	const editions = await watchEditions(database);
	const { current: edition } = editions;
	const app = createApp({ database, edition, logUnexpected: (cause) => console.error(cause) });
	const timeouts = { headersTimeout: HEADERS_TIMEOUT, requestTimeout: REQUEST_TIMEOUT };
	const { sharedCacheSeconds, answerCacheMegabytes } = configuration;
	const answerCacheBytes = answerCacheMegabytes * MEGABYTE;
	const server = createServer(
		timeouts,
		createFront({ app, edition, sharedCacheSeconds, answerCacheBytes }),
	);
	const end = endOf(server);
	await listen(server, configuration).catch(async (error: unknown) => {
		await editions.close();
		throw error;
	});
	return {
		url: addressOf(server, configuration),
		stop: async () => {
			await end();
			await app.dispose();
			await editions.close();
			await database.close();
		},
	};
}
