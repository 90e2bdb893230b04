import { parseArgs } from "node:util";

export const HELP = `Loads a server at its limit for some minutes, with the corpus replaced in between.

  npm run soak
  npm run soak -- --minutes 1 --connections 32 --reseed 10

  --minutes N      how long                                    (10)
  --connections N  how many requests are under way at once     (64)
  --reseed N       seconds between two corpora                 (30)
  --server URL     a PostgreSQL server where a database may be made
                   (DATABASE_URL, else postgresql://YOU@127.0.0.1:5432/postgres)
  -h, --help       this

It ends with 0 when every answer was right (of one corpus, or a refusal with a code), memory did
not grow in the second half, and no connection to the database was left open.`;

/** What a soak is asked for. */
export interface SoakOptions {
	readonly minutes: number;
	readonly connections: number;
	/** In seconds. */
	readonly reseed: number;
	readonly server: string;
}

/**
 * Reads the command line.
 *
 * @returns null where only the help is wanted
 * @throws Error that names the option, with what was expected
 */
export function readSoakOptions(
	argv: readonly string[],
	{ DATABASE_URL, USER = "postgres" }: { DATABASE_URL?: string; USER?: string },
): SoakOptions | null {
	const { values } = parseArgs({
		args: [...argv],
		options: {
			minutes: { type: "string", default: "10" },
			connections: { type: "string", default: "64" },
			reseed: { type: "string", default: "30" },
			server: { type: "string" },
			help: { type: "boolean", short: "h", default: false },
		},
	});
	if (values.help) return null;
	const positive = (name: "minutes" | "connections" | "reseed") => {
		const number = Number(values[name]);
		if (number > 0) return number;
		throw new Error(`--${name}: expected a number above 0, found ${values[name]}`);
	};
	return {
		minutes: positive("minutes"),
		connections: positive("connections"),
		reseed: positive("reseed"),
		server: values.server ?? (DATABASE_URL || `postgresql://${USER}@127.0.0.1:5432/postgres`),
	};
}
