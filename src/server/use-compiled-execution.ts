import {
	type DocumentNode,
	type ExecutionArgs,
	type ExecutionResult,
	execute,
	type GraphQLSchema,
	getOperationAST,
	getVariableValues,
	isInputObjectType,
	Kind,
	type TypeNode,
} from "graphql";
import { compileQuery, isCompiledQuery } from "graphql-jit";
import type { Plugin } from "graphql-yoga";
import { andThen, type MaybePromise } from "../database/maybe-promise.ts";
import type { Context } from "../schema/context.ts";

/** How often an operation is asked before it is compiled: one that comes once is not worth it. */
const COMPILE_AT = 3;

type Run = (root: unknown, context: unknown, variables: object) => MaybePromise<ExecutionResult>;

/** What is known of an operation of a document. */
interface Known {
	/** How often it was asked. */
	count: number;
	/** Null where it cannot be compiled. */
	run: Run | null | undefined;
}

/**
 * Whether every variable is a scalar, a value of an enumeration, or a list of these. The
 * code that reads an input object is written out for each of its fields, and filters have
 * filters in them: it would never end.
 */
function hasPlainVariables(schema: GraphQLSchema, document: DocumentNode, name: string): boolean {
	const definitions = getOperationAST(document, name || undefined)?.variableDefinitions ?? [];
	return definitions.every(({ type }) => {
		let inner: TypeNode = type;
		while (inner.kind !== Kind.NAMED_TYPE) inner = inner.type;
		return !isInputObjectType(schema.getType(inner.name.value));
	});
}

function compile(schema: GraphQLSchema, document: DocumentNode, name: string): Run | null {
	if (!hasPlainVariables(schema, document, name)) return null;
	try {
		const compiled = compileQuery(schema, document, name, {
			disablingCapturingStackErrors: true,
		});
		return isCompiledQuery(compiled) ? (compiled.query as Run) : null;
	} catch {
		// What it cannot compile is executed as ever.
		return null;
	}
}

/** Whether the variables are what the operation declares; the compiled form knows no oneOf. */
function hasValidVariables({ schema, document, operationName, variableValues }: ExecutionArgs) {
	const operation = getOperationAST(document, operationName);
	const definitions = operation?.variableDefinitions ?? [];
	return (
		definitions.length === 0 ||
		getVariableValues(schema, definitions, variableValues ?? {}).errors === undefined
	);
}

/**
 * Executes operations that are asked again and again in a compiled form (graphql-jit),
 * and all others, and every one that has an error in it, by graphql itself: so errors
 * are those of the reference, and answers are the same.
 *
 * What is compiled is forgotten with the document, of which Yoga keeps a bounded number.
 *
 * @param freshContext what an operation is executed with the second time
 */
export function useCompiledExecution(freshContext: () => Context): Plugin {
	const operations = new WeakMap<DocumentNode, Map<string, Known>>();
	const runOf = ({ schema, document, operationName }: ExecutionArgs): Run | null => {
		const name = operationName ?? "";
		const known = operations.get(document) ?? new Map<string, Known>();
		operations.set(document, known);
		const operation = known.get(name) ?? { count: 0, run: undefined };
		known.set(name, operation);
		operation.count += 1;
		if (operation.count < COMPILE_AT) return null;
		if (operation.run === undefined) operation.run = compile(schema, document, name);
		return operation.run;
	};
	const run = (args: ExecutionArgs): MaybePromise<ExecutionResult> => {
		const compiled = runOf(args);
		if (compiled === null || !hasValidVariables(args)) return execute(args);
		const { rootValue, contextValue, variableValues } = args;
		const result = compiled(rootValue, contextValue, variableValues ?? {});
		return andThen(result, (answer) => {
			if (answer.errors === undefined) return answer;
			return execute({ ...args, contextValue: { ...(contextValue as object), ...freshContext() } });
		});
	};
	return {
		onExecute({ setExecuteFn }) {
			setExecuteFn(run);
		},
	};
}
