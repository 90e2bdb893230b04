import { userInfo } from "node:os";
import { parseArgs } from "node:util";
import { CONTENDERS, type ContenderName } from "./contenders/names.ts";

/** What --help prints. */
export const HELP = `Measures Aqwal against other ways to serve the same answers from the same database.

  npm run bench                                  everything, at 10,000 and 1,000,000 statements:
                                                 more than an hour, and 10 GB of disk
  npm run bench -- --quick                       under five minutes, at 10,000 statements
  npm run bench -- --only Q1,Q2 --contenders ours,floor --rounds 3 --seconds 1
  npm run bench -- --sizes 1000000 --only Q1

  --quick                3 rounds of 1.5 s, at 10,000 statements only, fewer groupings, no soak
  --sizes N,N            how many statements the generated corpora have   (10000,1000000)
  --seed N               another seed gives another corpus                (1)
  --only Q1,Q2           only these queries: Q1 to Q5, search, stats, repeated, export, start
                         (of the embedded database), or one
                         by its whole name, such as "stats TIME SPEAKER"
  --contenders a,b       only these: ${CONTENDERS.join(", ")}
  --rounds N             how often each contender gets its turn           (7)
  --seconds N            how long a turn is                               (3)
  --connections N        how many connections ask at once                 (16)
  --pool N               how many connections each contender has to the database (8)
  --soak N               load our process for so many seconds at the largest size and tell
                         what memory it has meanwhile                     (600)
  --variant NAME=VALUE   a setting of our process, as the README lists them; may be given several
                         times. Without one it keeps no answers, but for the repeated requests
  --server URL           a PostgreSQL server on this machine where databases may be made
                         (DATABASE_URL, else postgresql://YOU@127.0.0.1:5432/postgres)
  --output FOLDER        where report.md, report.svg and report.json go   (bench)
  -h, --help             this

The databases, aqwal_bench_SIZE_SEED, are kept for the next run. Node.js 24 comes from npm.`;

/** What a run of the benchmark is asked for. */
export interface Options {
	readonly sizes: readonly number[];
	readonly seed: number;
	/** The names of queries; null for all. */
	readonly only: readonly string[] | null;
	readonly contenders: readonly ContenderName[];
	readonly rounds: number;
	/** The length of a turn, in seconds. */
	readonly seconds: number;
	/** How long our process is loaded to see its memory, in seconds; 0 for not at all. */
	readonly soakSeconds: number;
	readonly connections: number;
	readonly poolSize: number;
	readonly variant: Readonly<Record<string, string>>;
	readonly server: string;
	readonly output: string;
	readonly quick: boolean;
}

const SOAK_SECONDS = 600;
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

function positive(name: string, value: string): number {
	const number = Number(value);
	if (!(number > 0)) throw new Error(`--${name}: expected a number above 0, found ${value}`);
	return number;
}

function whole(name: string, value: string): number {
	const number = positive(name, value);
	if (!Number.isInteger(number))
		throw new Error(`--${name}: expected a whole number, found ${value}`);
	return number;
}

function soakOf(value: string | undefined, isPartial: boolean): number {
	if (value === undefined) return isPartial ? 0 : SOAK_SECONDS;
	return value === "0" ? 0 : positive("soak", value);
}

function contendersOf(value: string | undefined): readonly ContenderName[] {
	const names = value?.split(",") ?? CONTENDERS;
	return names.map((name) => {
		const known = CONTENDERS.find((contender) => contender === name);
		if (known === undefined)
			throw new Error(`--contenders: expected some of ${CONTENDERS.join(", ")}, found ${name}`);
		return known;
	});
}

function serverOf(value: string): string {
	if (!URL.canParse(value) || !LOOPBACK.test(new URL(value).hostname))
		throw new Error(
			"--server: expected the URL of a PostgreSQL server on this machine, such as postgresql://user@127.0.0.1:5432/postgres; load goes nowhere else",
		);
	return value;
}

function variantOf(values: readonly string[]): Record<string, string> {
	return Object.fromEntries(
		values.map((value) => {
			const [name, ...rest] = value.split("=");
			if (name === undefined || rest.length === 0)
				throw new Error(`--variant: expected NAME=VALUE, found ${value}`);
			return [name, rest.join("=")];
		}),
	);
}

/**
 * Reads the arguments of the command line.
 *
 * @returns null where only help is asked for
 * @throws Error that names the flag, what it takes and what was found
 */
export function readOptions(
	args: readonly string[],
	environment: Readonly<Record<string, string | undefined>>,
): Options | null {
	const { values } = parseArgs({
		args: [...args],
		options: {
			help: { type: "boolean", short: "h" },
			quick: { type: "boolean", default: false },
			sizes: { type: "string" },
			seed: { type: "string", default: "1" },
			only: { type: "string" },
			contenders: { type: "string" },
			rounds: { type: "string" },
			seconds: { type: "string" },
			soak: { type: "string" },
			connections: { type: "string", default: "16" },
			pool: { type: "string", default: "8" },
			variant: { type: "string", multiple: true, default: [] },
			server: { type: "string" },
			output: { type: "string" },
		},
	});
	if (values.help === true) return null;
	const { quick } = values;
	return {
		quick,
		sizes: (values.sizes ?? (quick ? "10000" : "10000,1000000"))
			.split(",")
			.map((size) => whole("sizes", size)),
		seed: whole("seed", values.seed),
		only: values.only?.split(",") ?? null,
		contenders: contendersOf(values.contenders),
		rounds: whole("rounds", values.rounds ?? (quick ? "3" : "7")),
		seconds: positive("seconds", values.seconds ?? (quick ? "1.5" : "3")),
		soakSeconds: soakOf(values.soak, quick || values.only !== undefined),
		connections: whole("connections", values.connections),
		poolSize: whole("pool", values.pool),
		variant: variantOf(values.variant),
		server: serverOf(
			values.server ??
				(environment.DATABASE_URL ||
					`postgresql://${encodeURIComponent(userInfo().username)}@127.0.0.1:5432/postgres`),
		),
		output: values.output ?? "bench",
	};
}
