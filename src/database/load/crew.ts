import type pg from "pg";

/** Work for one connection. */
export type Job = (client: pg.Client) => Promise<void>;

/** Connections that work side by side. */
export interface Crew {
	/**
	 * Gives a job to a connection, and waits until one is free to take it; so whoever
	 * makes jobs is never ahead of the connections by more than one.
	 *
	 * @throws what a job before it threw
	 */
	give(job: Job): Promise<void>;
	/**
	 * Waits until all jobs have ended.
	 *
	 * @throws what the first job that failed threw
	 */
	finish(): Promise<void>;
}

/** Makes connections into a crew; one giver at a time. */
export function createCrew(clients: readonly pg.Client[]): Crew {
	const free = [...clients];
	const running = new Set<Promise<void>>();
	const failures: unknown[] = [];
	const checkFailures = () => {
		if (failures.length > 0) throw failures[0];
	};
	const start = (client: pg.Client, job: Job) => {
		const run = job(client)
			.catch((error: unknown) => {
				failures.push(error);
			})
			.finally(() => {
				running.delete(run);
				free.push(client);
			});
		running.add(run);
	};
	return {
		async give(job) {
			if (free.length === 0) await Promise.race(running);
			checkFailures();
			const client = free.pop();
			if (client === undefined) throw new Error("expected one giver of jobs at a time, found two");
			start(client, job);
		},
		async finish() {
			await Promise.all(running);
			checkFailures();
		},
	};
}
