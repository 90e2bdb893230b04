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
import type { ExecuteAgain, Keepable } from "./use-keepable-answers.ts";

/** How often an operation is asked before it is compiled: one that comes once is not worth it. */
const COMPILE_AT = 3;

type Run = (root: unknown, context: unknown, variables: object) => MaybePromise<ExecutionResult>;

/** What is known of an operation of a document. */
interface Known {
	/** How often it was asked. */
	count: number;
	/** Null where it cannot be compiled. */
	run: ExecuteAgain | null | undefined;
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

/**
 * Whether variables are what an operation declares; the compiled form knows no oneOf.
 */
function variableCheck(schema: GraphQLSchema, document: DocumentNode, name: string) {
	const definitions = getOperationAST(document, name || undefined)?.variableDefinitions ?? [];
	return (variables: Readonly<Record<string, unknown>>) =>
		definitions.length === 0 ||
		getVariableValues(schema, definitions, variables).errors === undefined;
}

function compile(
	schema: GraphQLSchema,
	document: DocumentNode,
	name: string,
	freshContext: () => Context,
): ExecuteAgain | null {
	if (!hasPlainVariables(schema, document, name)) return null;
	try {
		const compiled = compileQuery(schema, document, name, {
			disablingCapturingStackErrors: true,
		});
		if (!isCompiledQuery(compiled)) return null;
		const areValid = variableCheck(schema, document, name);
		const run = compiled.query as Run;
		return (variables) => (areValid(variables) ? run(undefined, freshContext(), variables) : null);
	} catch {
		// What it cannot compile is executed as ever.
		return null;
	}
}

/**
 * Executes operations that are asked again and again in a compiled form (graphql-jit),
 * and all others, and every one that has an error in it, by graphql itself: so errors
 * are those of the reference, and answers are the same.
 *
 * What is compiled is forgotten with the document, of which Yoga keeps a bounded number.
 *
 * @param freshContext what an operation is executed with each time
 */
export function useCompiledExecution(freshContext: () => Context): Plugin<Keepable> {
	const operations = new WeakMap<DocumentNode, Map<string, Known>>();
	const runOf = ({ schema, document, operationName }: ExecutionArgs): ExecuteAgain | null => {
		// No operation has an empty name; compiled, the only one would answer to it.
		if (operationName === "") return null;
		const name = operationName ?? "";
		const known = operations.get(document) ?? new Map<string, Known>();
		operations.set(document, known);
		const operation = known.get(name) ?? { count: 0, run: undefined };
		known.set(name, operation);
		operation.count += 1;
		if (operation.count < COMPILE_AT) return null;
		if (operation.run === undefined) operation.run = compile(schema, document, name, freshContext);
		return operation.run;
	};
	const run = (args: ExecutionArgs): MaybePromise<ExecutionResult> => {
		// Yoga hands on what was given to it beside the request.
		const { keeping } = args.contextValue as Keepable;
		const compiled = keeping?.hasFailed ? null : runOf(args);
		const result = compiled?.(args.variableValues ?? {}) ?? null;
		if (compiled === null || result === null) return execute(args);
		if (keeping) keeping.again = compiled;
		return andThen(result, (answer) => (answer.errors === undefined ? answer : execute(args)));
	};
	return {
		onExecute({ setExecuteFn }) {
			setExecuteFn(run);
		},
	};
}
