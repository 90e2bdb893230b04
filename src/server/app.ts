import { createYoga, type YogaServerInstance } from "graphql-yoga";
import { DEFAULT_LIMITS, type OperationLimits } from "../config.ts";
import type { Reader } from "../database/database.ts";
import type { Edition } from "../database/edition.ts";
import { type Context, createContext } from "../schema/context.ts";
import { presentError } from "../schema/errors.ts";
import { schema } from "../schema/index.ts";
import { createDocumentCaches } from "./document-caches.ts";
import { EXPLORER_OPERATIONS } from "./explorer/explorer-operations.ts";
import { useExplorer } from "./explorer/use-explorer.ts";
import { EXPORT_PATHS, useExports } from "./exports/use-exports.ts";
import { METRICS_PATH, READY_PATH } from "./observe/routes.ts";
import { useErrorCodes } from "./observe/use-error-codes.ts";
import { useBodyLimit } from "./use-body-limit.ts";
import { useCodedRefusals } from "./use-coded-refusals.ts";
import { useCompiledExecution } from "./use-compiled-execution.ts";
import { CostMeter, useCostLimit } from "./use-cost-limit.ts";
import { useExplorerPage } from "./use-explorer-page.ts";
import { useKeepableAnswers } from "./use-keepable-answers.ts";
import { useOperationLimits } from "./use-operation-limits.ts";
import {
	type PersistedOperations,
	useOnlyPersistedOperations,
} from "./use-persisted-operations.ts";
import { useRoutes } from "./use-routes.ts";
import { useSecurityHeaders } from "./use-security-headers.ts";

/** What the application needs from outside. */
export interface AppOptions {
	readonly database: Reader;
	/** What requests share as long as one corpus is served; left out, or null: nothing. */
	readonly edition?: () => Edition | null;
	/** Gets the cause of every internal error; such a cause is never in an answer. */
	readonly logUnexpected: (cause: unknown) => void;
	/** Gets the code of every error that a client is shown. */
	readonly onError?: (code: string) => void;
	/** What an operation may ask for; DEFAULT_LIMITS when it is left out. */
	readonly limits?: OperationLimits;
	/** The only operations that are answered, besides those of the explorer; left out: any. */
	readonly operations?: PersistedOperations | undefined;
	/** After how many milliseconds nothing more is read for an operation; left out: never. */
	readonly mostMilliseconds?: number;
	/** How many statements an export reads at once; 500 when it is left out. */
	readonly exportBatchSize?: number;
}

/** The path that GraphQL is answered at. */
export const GRAPHQL_PATH = "/graphql";
/** The path that tells whether the process is alive. */
export const HEALTH_PATH = "/health";
/** What is answered in front of the application, for operators. */
const OPERATOR_PATHS = [READY_PATH, METRICS_PATH];
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
	onError = () => undefined,
	exportBatchSize,
	limits = DEFAULT_LIMITS,
	mostMilliseconds,
	operations,
}: AppOptions): App {
	const meter = new CostMeter(limits.cost);
	const freshContext = () => createContext(database, edition() ?? undefined, mostMilliseconds);
	return createYoga<object, Context>({
		schema,
		context: freshContext,
		graphqlEndpoint: GRAPHQL_PATH,
		// useRoutes has a check of its own: Yoga's answers every URL that ends with its path, in
		// a query string too, and so for operations and exports. No URL ends with this.
		healthCheckEndpoint: "\n",
		landingPage: false,
		graphiql: false,
		batching: false,
		multipart: false,
		parserAndValidationCache: createDocumentCaches(),
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
			useExplorer(operations !== undefined),
			useRoutes(GRAPHQL_PATH, HEALTH_PATH, [...OPERATOR_PATHS, ...EXPORT_PATHS]),
			useExplorerPage(GRAPHQL_PATH),
			useCodedRefusals(),
			useBodyLimit(LARGEST_BODY),
			...(operations === undefined
				? []
				: [useOnlyPersistedOperations(new Map([...EXPLORER_OPERATIONS, ...operations]))]),
			useOperationLimits(limits),
			useCostLimit(meter),
			useCompiledExecution({ freshContext, meter }),
			useKeepableAnswers(),
			useErrorCodes(onError),
			useSecurityHeaders(),
		],
	});
}
