import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";

/** What a contender's process is told in its environment. */
export const DATABASE_URL = process.env.DATABASE_URL ?? "";
/** The port to listen on; 0 for any that is free. */
export const PORT = Number(process.env.PORT ?? 0);
/** How many connections to the database it may have. */
export const POOL_SIZE = Number(process.env.POOL_SIZE ?? 8);
/** The only address that anything here listens on. */
export const HOST = "127.0.0.1";

/**
 * The settings of a peer's sessions: both make each of them faster here. Compiling a plan to
 * machine code takes longer than most of what is read; and nothing in their SQL hangs on how
 * frequent a value is, so it is planned only once.
 */
export const SESSION = "-c jit=off -c plan_cache_mode=force_generic_plan";

/** The pool of a contender that writes its SQL by hand. */
export function openPool(): pg.Pool {
	return new pg.Pool({ connectionString: DATABASE_URL, max: POOL_SIZE, options: SESSION });
}

/** Says where a process listens, in the line that the one who started it waits for. */
export function announce(port: number): void {
	console.log(`listening on http://${HOST}:${port}`);
}

/** Listens, and says so. */
export function listen(server: Server): void {
	server.listen(PORT, HOST, () => {
		// A server that listens on a port has an address of this kind.
		announce((server.address() as AddressInfo).port);
	});
}
