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
	visit,
} from "graphql";
import { compileQuery, isCompiledQuery } from "graphql-jit";
import type { Plugin } from "graphql-yoga";
import { LRUCache } from "lru-cache";
import { andThen, type MaybePromise } from "../database/maybe-promise.ts";
import type { Context } from "../schema/context.ts";
import { factsOf } from "./observe/facts.ts";
import { sizeOf } from "./operation-size.ts";
import type { CostMeter } from "./use-cost-limit.ts";
import { type ExecuteAgain, type Keepable, MOST_CODE } from "./use-keepable-answers.ts";

/** How often an operation is asked before it is compiled: one that comes once is not worth it. */
const COMPILE_AT = 3;
/**
 * The largest operation that is compiled, in fields. The code is written out for each place
 * where a fragment is used, and nobody else is answered meanwhile: of a short operation with
 * fragments in fragments it would take seconds.
 */
const LARGEST = 1000;

/**
 * What the code of one field takes, in bytes: 2,200 operations of ten fields in the mean took 93 MB
 * more than none, closures, profile and machine code together (heap after a full collection).
 */
const FIELD_CODE = 4000;

type Run = (root: unknown, context: unknown, variables: object) => MaybePromise<ExecutionResult>;

/** What operations are executed with. */
export interface ExecutionOptions {
	/** What an operation is executed with each time. */
	readonly freshContext: () => Context;
	/** What is too much for it is not executed. */
	readonly meter: CostMeter;
}

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
 * Whether the compiled form gives the answer that graphql gives. It loses what is called
 * __proto__, as a key of that name is none in code; and of a fragment that is used several
 * times it looks at the first place only, be that one skipped or not.
 */
function isFaithful(document: DocumentNode): boolean {
	const used = new Set<string>();
	let [isNamedBadly, isUsedAgain, isConditional] = [false, false, false];
	visit(document, {
		Name({ value }) {
			if (value === "__proto__") isNamedBadly = true;
		},
		InlineFragment({ directives = [] }) {
			if (directives.length > 0) isConditional = true;
		},
		FragmentSpread({ name, directives = [] }) {
			if (directives.length > 0) isConditional = true;
			if (used.has(name.value)) isUsedAgain = true;
			used.add(name.value);
		},
	});
	return !isNamedBadly && !(isUsedAgain && isConditional);
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
	{ freshContext, meter }: ExecutionOptions,
): ExecuteAgain | null {
	const size = sizeOf(document, name || null);
	if (size > LARGEST || !isFaithful(document)) return null;
	if (!hasPlainVariables(schema, document, name)) return null;
	try {
		const compiled = compileQuery(schema, document, name, {
			disablingCapturingStackErrors: true,
		});
		if (!isCompiledQuery(compiled)) return null;
		const areValid = variableCheck(schema, document, name);
		const run = compiled.query as Run;
		// Who asks again comes here without passing the plugins.
		const facts = factsOf(document, name);
		return {
			bytes: FIELD_CODE * size,
			run(variables, note) {
				if (!areValid(variables)) return null;
				const cost = meter.cost(schema, document, name || null, variables);
				if (cost > meter.most) return null;
				const context = freshContext();
				note.operation = { ...facts, cost, statementCount: () => context.reader.statementCount };
				return run(undefined, context, variables);
			},
		};
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
 * What is compiled is forgotten with the document, of which Yoga keeps a bounded number, and
 * before that where the code of all takes too much memory: then it is counted from the beginning.
 */
export function useCompiledExecution(options: ExecutionOptions): Plugin<Keepable> {
	const operations = new WeakMap<DocumentNode, Map<string, Known>>();
	const compiledOnes = new LRUCache<Known, ExecuteAgain>({
		maxSize: MOST_CODE,
		sizeCalculation: ({ bytes }) => bytes,
		dispose: (_again, operation) => Object.assign(operation, { count: 0, run: undefined }),
	});
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
		if (operation.run === undefined) {
			operation.run = compile(schema, document, name, options);
			if (operation.run !== null) compiledOnes.set(operation, operation.run);
		} else compiledOnes.get(operation);
		return operation.run;
	};
	const run = (args: ExecutionArgs): MaybePromise<ExecutionResult> => {
		// Yoga hands on what was given to it beside the request.
		const { keeping } = args.contextValue as Keepable;
		const compiled = keeping?.hasFailed ? null : runOf(args);
		const result = compiled?.run(args.variableValues ?? {}, keeping ?? {}) ?? null;
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
