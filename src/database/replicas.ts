import pg from "pg";
import { BadRequest } from "./bad-request.ts";
import type { Reader } from "./database.ts";
import { isOutOfTime } from "./deadline.ts";
import { sql } from "./sql.ts";
import type { VersionListener } from "./watch.ts";

/** How often each replica is asked which corpus it has, in milliseconds; one that does not answer in this time is left out. */
const LOOK_EVERY = 1000;

/** A server that follows the primary, as it is opened. */
export interface ReplicaServer {
	readonly reader: Reader;
	close(): Promise<void>;
}

/** A server that follows the primary, and what is known of it. */
interface Replica {
	readonly reader: Reader;
	/** Whether it answers, and with the corpus that the primary has. */
	isReady: boolean;
}

/** Reads from replicas, and from the primary where none is ready. */
export interface Replicas extends Reader {
	/** Is to be told which corpus the primary has; null while nobody knows. */
	readonly onVersion: VersionListener;
	/** How many are read from now. */
	readonly readyCount: number;
	close(): Promise<void>;
}

/**
 * Classes of PostgreSQL's errors (its documentation, appendix A) that are about the server
 * and not about the statement; 40 is what a replica says when it has to follow the primary.
 */
const ABOUT_THE_SERVER = /^(08|40|53|57|58|XX)/;

function isLost(error: unknown): boolean {
	if (error instanceof BadRequest || isOutOfTime(error)) return false;
	return !(error instanceof pg.DatabaseError) || ABOUT_THE_SERVER.test(error.code ?? "");
}

/**
 * Reads from the replicas of a PostgreSQL server in turn. A replica is read only while it
 * was last seen with the corpus that the primary has: one that is dead or behind is left
 * out, and taken back when it has caught up. What a replica fails to answer, the primary
 * is asked.
 *
 * @param servers one for each replica; ended by `close`
 */
export function openReplicas(primary: Reader, servers: readonly ReplicaServer[]): Replicas {
	const replicas = servers.map(({ reader }): Replica => ({ reader, isReady: false }));
	let version: string | null = null;
	let turn = 0;
	const look = async (replica: Replica) => {
		const expected = version;
		const timeout = new Promise<never>((_resolve, reject) => {
			setTimeout(() => reject(new Error("no answer in time")), LOOK_EVERY).unref();
		});
		try {
			const asked = replica.reader.read<{ version: string }>(sql`SELECT version FROM "Corpus"`);
			const [corpus] = await Promise.race([asked, timeout]);
			// What the primary has may have become another one while this was asked.
			replica.isReady = expected === version && corpus?.version === version;
		} catch {
			replica.isReady = false;
		}
	};
	const lookAtAll = () => void Promise.all(replicas.map(look));
	const timer = setInterval(lookAtAll, LOOK_EVERY).unref();
	const next = (): Replica | undefined => {
		const ready = replicas.filter(({ isReady }) => isReady);
		turn += 1;
		return ready[turn % ready.length];
	};
	return {
		async read(statement, isBrief, until) {
			const replica = next();
			if (replica === undefined) return primary.read(statement, isBrief, until);
			try {
				return await replica.reader.read(statement, isBrief, until);
			} catch (error) {
				if (!isLost(error)) throw error;
				replica.isReady = false;
				return primary.read(statement, isBrief, until);
			}
		},
		onVersion(told) {
			if (told === version) return;
			version = told;
			// None has it yet, as far as anyone knows; and none is read while nobody knows.
			for (const replica of replicas) replica.isReady = false;
			if (told !== null) lookAtAll();
		},
		get readyCount() {
			return replicas.filter(({ isReady }) => isReady).length;
		},
		async close() {
			clearInterval(timer);
			await Promise.all(servers.map((server) => server.close()));
		},
	};
}
