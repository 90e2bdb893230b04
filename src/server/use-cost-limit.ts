import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLSchema } from "graphql";
import type { Plugin } from "graphql-yoga";
import type { Context } from "../schema/context.ts";
import { errorCodes } from "../schema/errors.ts";
import { type CostOf, costOf, type Variables } from "./cost.ts";
import { factsOf } from "./observe/facts.ts";
import type { Keepable } from "./use-keepable-answers.ts";

const BAD_REQUEST = 400;

/** Tells what operations cost, and whether that is too much. */
export class CostMeter {
	readonly most: number;
	readonly #known = new WeakMap<DocumentNode, Map<string, CostOf>>();

	/** @param most what one operation may cost */
	constructor(most: number) {
		this.most = most;
	}

	/** What an operation costs; forgotten with the document. */
	cost(
		schema: GraphQLSchema,
		document: DocumentNode,
		name: string | null,
		variables: Variables,
	): number {
		const known = this.#known.get(document) ?? new Map<string, CostOf>();
		this.#known.set(document, known);
		const key = name ?? "";
		const cost = known.get(key) ?? costOf(schema, document, name);
		known.set(key, cost);
		return cost(variables);
	}
}

/** Whether a request asks to be told what it costs: `"extensions": {"cost": true}`. */
function wantsCost(context: object): boolean {
	const { params } = context as { params?: { extensions?: Record<string, unknown> } };
	return params?.extensions?.cost === true;
}

/**
 * Refuses operations that ask for too much at once, before anything is read; tells what
 * an operation costs in the answer's `extensions.cost` to whoever asks for that.
 */
export function useCostLimit(meter: CostMeter): Plugin {
	return {
		onExecute({ args, context, setResultAndStopExecution }) {
			const { schema, document, operationName, variableValues } = args;
			const cost = meter.cost(schema, document, operationName ?? null, variableValues ?? {});
			const { keeping } = context as Keepable;
			// What Yoga executes has the context that the application made for it.
			const { reader } = args.contextValue as unknown as Context;
			if (keeping) {
				const statementCount = () => reader.statementCount;
				keeping.operation = { ...factsOf(document, operationName), cost, statementCount };
			}
			const told = wantsCost(context) ? { cost: { found: cost, most: meter.most } } : null;
			if (cost > meter.most) {
				const message = `expected an operation that costs at most ${meter.most}, found ${cost}; lower first, ask for less inside of lists, or ask in several requests`;
				const extensions = { code: errorCodes.overLimit, http: { status: BAD_REQUEST } };
				const errors = [new GraphQLError(message, { extensions })];
				setResultAndStopExecution({ errors, ...(told && { extensions: told }) });
				return;
			}
			if (told === null) return;
			return {
				onExecuteDone({ result, setResult }) {
					// Nothing here answers in parts.
					const { extensions, ...answer } = result as ExecutionResult;
					setResult({ ...answer, extensions: { ...extensions, ...told } });
				},
			};
		},
	};
}
