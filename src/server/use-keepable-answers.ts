import type { ExecutionResult } from "graphql";
import type { Plugin } from "graphql-yoga";
import type { MaybePromise } from "../database/maybe-promise.ts";
import type { OperationFacts } from "./observe/log.ts";

/** Where it is noted which operation a request has. */
export interface OperationNote {
	operation?: OperationFacts | undefined;
}

/** An operation that was understood before. */
export interface ExecuteAgain {
	/**
	 * Executes it with other variables.
	 *
	 * @param note gets what is known of the operation
	 * @returns null where the variables are not what it declares
	 */
	readonly run: (
		variables: Readonly<Record<string, unknown>>,
		note: OperationNote,
	) => MaybePromise<ExecutionResult> | null;
	/** About how much memory its code takes, in bytes. */
	readonly bytes: number;
}

/** How much memory the code of all operations together may take, in bytes. */
export const MOST_CODE = 20_000_000;

/** What travels with a request through Yoga, so that who sends the answer knows whether to keep it. */
export interface Keepable {
	/** Left out where nobody wants to know. Yoga copies what holds it, and not it itself. */
	readonly keeping?: OperationNote & {
		/** Whether the answer is the whole answer to a question that was understood. */
		isKeepable: boolean;
		/** The operation in its compiled form, where it was executed so. */
		again?: ExecuteAgain;
		/** Whether the compiled form has just met an error, so that there is no use in trying it. */
		readonly hasFailed?: boolean;
	};
}

/** Marks the answers that anyone who asks the same would get: those without an error. */
export function useKeepableAnswers(): Plugin<object, Keepable> {
	return {
		onExecutionResult({ result, context }) {
			const { errors } = result as { readonly errors?: readonly unknown[] };
			const { keeping } = context;
			if (keeping) keeping.isKeepable = !Array.isArray(result) && errors === undefined;
		},
	};
}
