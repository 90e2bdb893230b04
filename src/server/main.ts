import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Configuration } from "../config.ts";
import { readVersion } from "../database/coverage.ts";
import type { Database } from "../database/database.ts";
import { type Editions, watchEditions } from "../database/editions.ts";
import { createApp, GRAPHQL_PATH } from "./app.ts";
import { createFront } from "./front.ts";
import { keepHeapSmall } from "./heap.ts";
import { openLog } from "./observe/log.ts";
import { createMeasures } from "./observe/measures.ts";
import { createObserver } from "./observe/observer.ts";
import type { Tracing } from "./observe/tracing.ts";
import { readPersistedOperations } from "./read-persisted-operations.ts";
import { createTurns } from "./turns.ts";
import type { PersistedOperations } from "./use-persisted-operations.ts";

/** How often it is looked whether requests take too long to arrive, in milliseconds. */
const CHECKING = 1000;
/** How long the end waits for answers that are still on their way, in milliseconds. */
const END_TIMEOUT = 5_000;

/** How long an operation is worked on before the next one begins beside it, in milliseconds. */
const TURN = 50;

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

/** Puts together what answers requests. */
function createHandler(
	database: Database,
	configuration: Configuration,
	edition: Editions["current"],
	operations: PersistedOperations | undefined,
	tracing: Tracing | null,
) {
	const { limits, mostMilliseconds, sharedCacheSeconds, answerCacheMegabytes } = configuration;
	const log = openLog(configuration.logLevel);
	const turns = createTurns({ ...configuration.concurrency, milliseconds: TURN });
	const measures = createMeasures({
		turns,
		version: () => edition()?.version ?? null,
		connections: database.connections,
	});
	const app = createApp({
		database: tracing === null ? database : { read: tracing.traced(database) },
		edition,
		limits,
		logUnexpected: log.unexpected,
		onError: measures.onError,
		mostMilliseconds,
		operations,
	});
	const front = createFront({
		app,
		edition,
		version: () => readVersion(database).catch(() => null),
		sharedCacheSeconds,
		answerCacheBytes: answerCacheMegabytes * MEGABYTE,
		turns,
		mostMilliseconds,
		measures,
		observer: createObserver(measures, log),
		tracing,
	});
	return { front, app };
}

/** The operations that are answered, and no others; undefined for any. */
async function operationsOf({
	persistedOperations: path,
}: Configuration): Promise<PersistedOperations | undefined> {
	return path === null ? undefined : readPersistedOperations(path);
}

/** Begins to trace where that is wanted; what it needs is loaded only then. */
async function tracingOf({ isTraced }: Configuration): Promise<Tracing | null> {
	return isTraced ? (await import("./observe/tracing.ts")).startTracing() : null;
}

/**
 * Serves the database over HTTP. The only place that opens a port.
 *
 * @throws Error when the port cannot be had, with what to do; or when the file of persisted
 *   operations has faults
 */
export async function serve(
	database: Database,
	configuration: Configuration,
): Promise<RunningServer> {
	keepHeapSmall();
	const operations = await operationsOf(configuration);
	const tracing = await tracingOf(configuration);
	const editions = await watchEditions(database);
	const { front, app } = createHandler(
		database,
		configuration,
		editions.current,
		operations,
		tracing,
	);
	const { headersTimeout, requestTimeout, mostConnections } = configuration.http;
	const server = createServer(
		{ headersTimeout, requestTimeout, connectionsCheckingInterval: CHECKING },
		front,
	);
	server.maxConnections = mostConnections;
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
			await tracing?.close();
			await editions.close();
			await database.close();
		},
	};
}
