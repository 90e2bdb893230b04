import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";

/** The extensions that the migrations ask for; PostgreSQL servers have them of their own. */
const extensions = { pg_trgm };
/**
 * What PostgreSQL is started with. Its buffers would have 128 MB otherwise, which takes
 * 100 ms to prepare; a corpus of the embedded database fits into much less.
 */
const startParams = [...PGlite.defaultStartParams, "-c", "shared_buffers=16MB"];
/** What PostgreSQL leaves its loop with when a statement has failed, and goes on. */
const STATEMENT_FAILED = 100;

const ignored = () => undefined;

/** An archive that arrives while PostgreSQL is being loaded, which takes as long. */
export class ArrivingArchive extends Blob {
	readonly #bytes: Promise<ArrayBuffer>;
	/** Gives the bytes to who waits for them. */
	arrive: (bytes: ArrayBuffer) => void = ignored;
	/** Fails for who waits. */
	failToArrive: (reason: Error) => void = ignored;

	constructor() {
		super();
		this.#bytes = new Promise((resolve, reject) => {
			this.arrive = resolve;
			this.failToArrive = reject;
		});
		this.#bytes.catch(ignored);
	}

	override arrayBuffer(): Promise<ArrayBuffer> {
		return this.#bytes;
	}
}

/**
 * PGlite without what only its own queries need: answers are read by another client, so
 * no catalogue of array types has to be read before the first of them (50 to 90 ms).
 */
class ProtocolOnly extends PGlite {
	override async _initArrayTypes(): Promise<void> {}
}

/**
 * Opens PostgreSQL as WebAssembly in this thread's memory, with the extensions that
 * Aqwal uses.
 *
 * @param archive a database to begin with; left out: an empty one
 * @throws Error when the archive is none
 */
export async function openProtocolOnly(archive?: Blob): Promise<PGlite> {
	const options = { extensions, startParams };
	const pglite = new ProtocolOnly(
		archive === undefined ? options : { ...options, loadDataDir: archive },
	);
	await pglite.waitReady;
	return pglite;
}

/** The same, empty, and with all that PGlite's own queries need. */
export function openPGlite(): Promise<PGlite> {
	const options = { extensions, startParams };
	return PGlite.create(options);
}

/**
 * Tells when PostgreSQL breaks: its stack or its memory is exhausted, or it has ended.
 * PGlite itself keeps silent about that, and then answers nothing any more.
 *
 * @param onBreak called inside the query that broke it
 */
export function watchForBreaks(pglite: PGlite, onBreak: (error: unknown) => void): void {
	const module = pglite.Module;
	const turn = module._PostgresMainLoopOnce;
	module._PostgresMainLoopOnce = () => {
		try {
			turn();
		} catch (error) {
			const { status } = (error ?? {}) as { status?: unknown };
			if (status !== STATEMENT_FAILED) onBreak(error);
			throw error;
		}
	};
}
