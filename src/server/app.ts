import { createYoga, type YogaServerInstance } from "graphql-yoga";
import type { Reader } from "../database/database.ts";
import type { Edition } from "../database/edition.ts";
import { type Context, createContext } from "../schema/context.ts";
import { presentError } from "../schema/errors.ts";
import { schema } from "../schema/index.ts";
import { EXPORT_PATHS, useExports } from "./exports/use-exports.ts";
import { useBodyLimit } from "./use-body-limit.ts";
import { useCodedRefusals } from "./use-coded-refusals.ts";
import { useCompiledExecution } from "./use-compiled-execution.ts";
import { useExplorerPage } from "./use-explorer-page.ts";
import { useKeepableAnswers } from "./use-keepable-answers.ts";
import { useRoutes } from "./use-routes.ts";

/** What the application needs from outside. */
export interface AppOptions {
	readonly database: Reader;
	/** What requests share as long as one corpus is served; left out, or null: nothing. */
	readonly edition?: () => Edition | null;
	/** Gets the cause of every internal error; such a cause is never in an answer. */
	readonly logUnexpected: (cause: unknown) => void;
	/** How many statements an export reads at once; 500 when it is left out. */
	readonly exportBatchSize?: number;
}

/** The path that GraphQL is answered at. */
export const GRAPHQL_PATH = "/graphql";
/** The path that tells whether the process is alive. */
export const HEALTH_PATH = "/health";
/** The largest request body, in bytes. */
export const LARGEST_BODY = 100_000;

/** The whole application without a port: `app.fetch` answers requests. */
export type App = YogaServerInstance<object, Context>;

/**
 * Makes the application: GraphQL over HTTP (GET and POST), GraphiQL for browsers, the
 * exports, and a line in JSON for every other path.
 */
export function createApp({
	database,
	edition = () => null,
	logUnexpected,
	exportBatchSize,
}: AppOptions): App {
	const freshContext = () => createContext(database, edition() ?? undefined);
	return createYoga<object, Context>({
		schema,
		context: freshContext,
		graphqlEndpoint: GRAPHQL_PATH,
		healthCheckEndpoint: HEALTH_PATH,
		landingPage: false,
		graphiql: false,
		batching: false,
		multipart: false,
		// useBodyLimit has a limit of its own.
		maxRequestBodySize: false,
		logging: false,
		// Anyone may read, from any page; nobody is known, so no credentials either.
		cors: {
			origin: "*",
			credentials: false,
			methods: ["GET", "POST", "OPTIONS"],
			exposedHeaders: ["ETag", "Content-Disposition"],
		},
		maskedErrors: { maskError: (error) => presentError(error, logUnexpected) },
		plugins: [
			useExports({ database, edition, logUnexpected, batchSize: exportBatchSize }),
			useRoutes(GRAPHQL_PATH, HEALTH_PATH, EXPORT_PATHS),
			useExplorerPage(GRAPHQL_PATH),
			useCodedRefusals(),
			useBodyLimit(LARGEST_BODY),
			useCompiledExecution(freshContext),
			useKeepableAnswers(),
		],
	});
}
