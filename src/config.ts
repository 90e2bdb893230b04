import { availableParallelism } from "node:os";
import { z } from "zod";
import { databaseUrl } from "./database-url.ts";

/** A setting that the process was started with and cannot be used. */
export class ConfigurationError extends Error {
	override readonly name = "ConfigurationError";
}

function isDatabaseUrl(value: string): boolean {
	return /^postgres(ql)?:\/\//.test(value) && URL.canParse(value);
}

const LARGEST_PORT = 65_535;
/** In milliseconds. */
const SECOND = 1000;

function wholeNumber(value: string, error: string) {
	return z
		.string()
		.default(value)
		.refine((text) => /^\d{1,8}$/.test(text), { error })
		.transform(Number);
}

/** What one operation may ask for at the most, before anything is executed. */
export interface OperationLimits {
	/** Names, marks and values of the document. */
	readonly tokens: number;
	/** Levels of fields, those of introspection not counted. */
	readonly depth: number;
	readonly aliases: number;
	readonly directives: number;
	/** Objects that it can ask for, with as many in a page as first says. */
	readonly cost: number;
}

/** How many operations are worked on at the same time. */
export interface Concurrency {
	/** How many have a turn at once. */
	readonly atOnce: number;
	/** How many are under way, those included whose turn is over because they take long. */
	readonly mostUnderWay: number;
	/** How many wait for a turn. */
	readonly mostWaiting: number;
}

/**
 * What is logged: at `warn` what could not be answered, at `info` every operation, at
 * `error` only faults of the server, at `silent` nothing.
 */
export const LOG_LEVELS = ["silent", "error", "warn", "info"] as const;
/** One of LOG_LEVELS. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** How clients may send what they ask. */
export interface HttpLimits {
	/** How long the headers of a request may take to arrive, in milliseconds. */
	readonly headersTimeout: number;
	/** How long all of a request may take to arrive, in milliseconds. */
	readonly requestTimeout: number;
	/** How many connections are held open; more are closed at once. */
	readonly mostConnections: number;
}

/** How clients may send where nobody sets other limits. */
export const DEFAULT_HTTP: HttpLimits = {
	headersTimeout: 10_000,
	requestTimeout: 30_000,
	mostConnections: 1000,
};

/** How long an operation may take where nobody sets another time, in milliseconds. */
export const DEFAULT_MOST_MILLISECONDS = 10_000;

/** The limits where nobody sets others. */
export const DEFAULT_LIMITS: OperationLimits = {
	tokens: 2000,
	depth: 14,
	aliases: 30,
	directives: 8,
	cost: 5000,
};

/** How many operations have a turn at once for each processor, where nobody sets another number. */
export const AT_ONCE_EACH = 3;

/** The concurrency where nobody sets another. */
export const DEFAULT_CONCURRENCY: Concurrency = {
	atOnce: AT_ONCE_EACH * availableParallelism(),
	mostUnderWay: 100,
	mostWaiting: 1000,
};

function fromOne(value: number) {
	const error = "expected a whole number from 1";
	return wholeNumber(String(value), error).refine((most) => most > 0, { error });
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
	MOST_TOKENS: fromOne(DEFAULT_LIMITS.tokens),
	MOST_DEPTH: fromOne(DEFAULT_LIMITS.depth),
	MOST_ALIASES: fromOne(DEFAULT_LIMITS.aliases),
	MOST_DIRECTIVES: fromOne(DEFAULT_LIMITS.directives),
	MOST_COST: fromOne(DEFAULT_LIMITS.cost),
	OPERATIONS_AT_ONCE: fromOne(DEFAULT_CONCURRENCY.atOnce),
	MOST_UNDER_WAY: fromOne(DEFAULT_CONCURRENCY.mostUnderWay),
	MOST_WAITING: fromOne(DEFAULT_CONCURRENCY.mostWaiting),
	LOG_LEVEL: z
		.enum(LOG_LEVELS, { error: `expected one of ${LOG_LEVELS.join(", ")}` })
		.default("warn"),
	PERSISTED_OPERATIONS: z.string().optional(),
	OTEL_EXPORTER_OTLP_ENDPOINT: z.string().optional(),
	OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: z.string().optional(),
	MOST_SECONDS: fromOne(DEFAULT_MOST_MILLISECONDS / SECOND),
	HEADER_SECONDS: fromOne(DEFAULT_HTTP.headersTimeout / SECOND),
	REQUEST_SECONDS: fromOne(DEFAULT_HTTP.requestTimeout / SECOND),
	MOST_CONNECTIONS: fromOne(DEFAULT_HTTP.mostConnections),
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
	readonly limits: OperationLimits;
	readonly concurrency: Concurrency;
	/** How long an operation may take. */
	readonly mostMilliseconds: number;
	readonly http: HttpLimits;
	readonly logLevel: LogLevel;
	/** The file with the only operations that are answered; null: any. */
	readonly persistedOperations: string | null;
	/** Whether traces are sent, to where the variables of OpenTelemetry say. */
	readonly isTraced: boolean;
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
 * (data), DATABASE_CONNECTIONS (twice the processors), ANSWER_CACHE_MEGABYTES (64),
 * SHARED_CACHE_SECONDS (0), and MOST_TOKENS, MOST_DEPTH, MOST_ALIASES, MOST_DIRECTIVES,
 * MOST_COST (DEFAULT_LIMITS), OPERATIONS_AT_ONCE, MOST_UNDER_WAY, MOST_WAITING
 * (DEFAULT_CONCURRENCY), MOST_SECONDS (DEFAULT_MOST_MILLISECONDS), HEADER_SECONDS,
 * REQUEST_SECONDS, MOST_CONNECTIONS (DEFAULT_HTTP), LOG_LEVEL (warn),
 * PERSISTED_OPERATIONS (none: any operation), OTEL_EXPORTER_OTLP_ENDPOINT (none: no traces). The only reader of settings in process.env.
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
	const { PORT: port, HOST: host, DATA_FOLDER: folder } = result.data;
	const url = databaseUrl(result.data);
	return {
		port,
		host,
		databaseConnections: result.data.DATABASE_CONNECTIONS,
		answerCacheMegabytes: result.data.ANSWER_CACHE_MEGABYTES,
		sharedCacheSeconds: result.data.SHARED_CACHE_SECONDS,
		limits: {
			tokens: result.data.MOST_TOKENS,
			depth: result.data.MOST_DEPTH,
			aliases: result.data.MOST_ALIASES,
			directives: result.data.MOST_DIRECTIVES,
			cost: result.data.MOST_COST,
		},
		concurrency: {
			atOnce: result.data.OPERATIONS_AT_ONCE,
			mostUnderWay: result.data.MOST_UNDER_WAY,
			mostWaiting: result.data.MOST_WAITING,
		},
		mostMilliseconds: SECOND * result.data.MOST_SECONDS,
		logLevel: result.data.LOG_LEVEL,
		persistedOperations: result.data.PERSISTED_OPERATIONS || null,
		isTraced: Boolean(
			result.data.OTEL_EXPORTER_OTLP_ENDPOINT || result.data.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT,
		),
		http: {
			headersTimeout: SECOND * result.data.HEADER_SECONDS,
			requestTimeout: SECOND * result.data.REQUEST_SECONDS,
			mostConnections: result.data.MOST_CONNECTIONS,
		},
		database: url === null ? { folder } : { url, replicas: result.data.DATABASE_REPLICA_URLS },
	};
}
