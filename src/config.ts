import { availableParallelism } from "node:os";
import { z } from "zod";

/** A setting that the process was started with and cannot be used. */
export class ConfigurationError extends Error {
	override readonly name = "ConfigurationError";
}

function isDatabaseUrl(value: string): boolean {
	return /^postgres(ql)?:\/\//.test(value) && URL.canParse(value);
}

const LARGEST_PORT = 65_535;

function wholeNumber(value: string, error: string) {
	return z
		.string()
		.default(value)
		.refine((text) => /^\d{1,8}$/.test(text), { error })
		.transform(Number);
}

const environment = z.object({
	PORT: z
		.string()
		.default("4000")
		.refine((value) => /^\d{1,5}$/.test(value) && Number(value) <= LARGEST_PORT, {
			error: `expected a port from 0 to ${LARGEST_PORT}`,
		})
		.transform(Number),
	HOST: z.string().min(1, { error: "expected a host name or an address" }).default("localhost"),
	DATABASE_URL: z
		.string()
		.optional()
		.refine((value) => value === undefined || value === "" || isDatabaseUrl(value), {
			error: "expected a URL like postgresql://user@host:5432/database",
		}),
	DATABASE_REPLICA_URLS: z
		.string()
		.default("")
		.transform((value) => value.split(",").flatMap((url) => url.trim() || []))
		.refine((urls) => urls.every(isDatabaseUrl), {
			error: "expected URLs like postgresql://user@host:5432/database, with commas between",
		}),
	DATABASE_CONNECTIONS: wholeNumber(
		String(2 * availableParallelism()),
		"expected a number of connections from 1",
	).refine((value) => value > 0, { error: "expected a number of connections from 1" }),
	ANSWER_CACHE_MEGABYTES: wholeNumber("64", "expected a number of megabytes, 0 for no cache"),
	SHARED_CACHE_SECONDS: wholeNumber("0", "expected a number of seconds"),
	DATA_FOLDER: z.string().min(1, { error: "expected the path of a folder" }).default("data"),
});

/** How the process was asked to run. */
export interface Configuration {
	/** 0 for any that is free. */
	readonly port: number;
	readonly host: string;
	/** How many connections to a PostgreSQL server are opened at the most. */
	readonly databaseConnections: number;
	/** What the answers that are kept may take, in megabytes; 0 for none. */
	readonly answerCacheMegabytes: number;
	/** How long caches in front of the server may answer by themselves, in seconds. */
	readonly sharedCacheSeconds: number;
	/** Where the corpus is: a PostgreSQL server and those that follow it, or a folder for the embedded database. */
	readonly database:
		| { readonly url: string; readonly replicas: readonly string[] }
		| { readonly folder: string };
}

/** A password does not belong in a message. */
function shown(name: string, value: unknown): string {
	return name === "DATABASE_URL" || name === "DATABASE_REPLICA_URLS"
		? "another value"
		: JSON.stringify(value);
}

/**
 * Reads the settings from the environment: PORT (4000), HOST (localhost),
 * DATABASE_URL (none: the embedded database), DATABASE_REPLICA_URLS (none), DATA_FOLDER
 * (data), DATABASE_CONNECTIONS (twice the processors), ANSWER_CACHE_MEGABYTES (64), SHARED_CACHE_SECONDS (0). The only
 * reader of settings in process.env.
 *
 * @throws ConfigurationError that names every wrong setting, in one line
 */
export function readConfiguration(values: NodeJS.ProcessEnv = process.env): Configuration {
	const result = environment.safeParse(values, { reportInput: true });
	if (!result.success) {
		const faults = result.error.issues.map(({ path, message, input }) => {
			const name = String(path[0]);
			return `${name}: ${message}, found ${shown(name, input)}`;
		});
		throw new ConfigurationError(faults.join("; "));
	}
	const { PORT: port, HOST: host, DATABASE_URL: url, DATA_FOLDER: folder } = result.data;
	return {
		port,
		host,
		databaseConnections: result.data.DATABASE_CONNECTIONS,
		answerCacheMegabytes: result.data.ANSWER_CACHE_MEGABYTES,
		sharedCacheSeconds: result.data.SHARED_CACHE_SECONDS,
		database: url ? { url, replicas: result.data.DATABASE_REPLICA_URLS } : { folder },
	};
}
