import pg from "pg";

/**
 * The channel on which the loader tells the version of a corpus when it is committed, and
 * before that, with no version, that it will be soon.
 */
export const CORPUS_CHANNEL = "aqwal_corpus";
/** How long the loader waits between telling that a corpus comes and committing it, in milliseconds. */
export const ANNOUNCED_BEFORE = 500;
/** How long an announcement holds, in milliseconds; a loader that goes on trying announces again. */
const ANNOUNCED_FOR = 4 * ANNOUNCED_BEFORE;

/** How long to wait before connecting again, and between two looks at the connection, in milliseconds. */
const RECONNECT_AFTER = 1000;
const LOOK_EVERY = 5000;

/** Gets the version that is served from now on; null while nobody can tell. */
export type VersionListener = (version: string | null) => void;

/** Ends the watching. */
export type StopWatching = () => Promise<void>;

/**
 * Watches which corpus a PostgreSQL server serves: by LISTEN on a connection of its own,
 * so that each process learns of a new corpus when it is committed, and a moment before.
 * From then on, and while that connection is lost, the listener is told null, and a look every five seconds finds one that is lost
 * without a word. The connection is made again until it is there.
 */
export async function watchCorpus(url: string, listener: VersionListener): Promise<StopWatching> {
	let stopped = false;
	let client: pg.Client | undefined;
	let timer: NodeJS.Timeout | undefined;

	/** Until when another corpus is awaited, as performance.now() tells the time. */
	let awaitedUntil = 0;

	const hear = (payload: string | undefined) => {
		awaitedUntil = payload ? 0 : performance.now() + ANNOUNCED_FOR;
		listener(payload || null);
	};
	const look = async (watched: pg.Client) => {
		const { rows } = await watched.query<{ version: string }>('SELECT version FROM "Corpus"');
		// What is there may be about to be replaced.
		if (performance.now() > awaitedUntil) listener(rows[0]?.version ?? null);
	};
	const lose = (watched: pg.Client) => {
		if (client !== watched) return;
		client = undefined;
		clearTimeout(timer);
		listener(null);
		watched.end().catch(() => undefined);
		if (!stopped) timer = setTimeout(connect, RECONNECT_AFTER).unref();
	};
	const lookAgain = (watched: pg.Client) => {
		timer = setTimeout(() => {
			look(watched).then(
				() => client === watched && lookAgain(watched),
				() => lose(watched),
			);
		}, LOOK_EVERY).unref();
	};
	const connect = async () => {
		const watched = new pg.Client({
			connectionString: url,
			connectionTimeoutMillis: LOOK_EVERY,
			query_timeout: LOOK_EVERY,
			keepAlive: true,
		});
		client = watched;
		watched.on("error", () => lose(watched));
		watched.on("end", () => lose(watched));
		watched.on("notification", ({ payload }) => hear(payload));
		try {
			await watched.connect();
			await watched.query(`LISTEN ${CORPUS_CHANNEL}`);
			// Only now, so that no corpus can come in between unseen.
			await look(watched);
			lookAgain(watched);
		} catch {
			lose(watched);
		}
	};
	await connect();
	return async () => {
		stopped = true;
		clearTimeout(timer);
		const watched = client;
		client = undefined;
		await watched?.end();
	};
}
