import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";

/** The extensions that the migrations ask for; PostgreSQL servers have them of their own. */
const extensions = { pg_trgm };
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
 * Opens PostgreSQL as WebAssembly in this thread's memory, with the extensions that
 * Aqwal uses.
 *
 * @param archive a database to begin with; left out: an empty one
 * @throws Error when the archive is none
 */
export function openPGlite(archive?: Blob): Promise<PGlite> {
	const options = archive === undefined ? { extensions } : { extensions, loadDataDir: archive };
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
