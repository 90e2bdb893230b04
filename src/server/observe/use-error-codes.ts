import type { ExecutionResult } from "graphql";
import type { Plugin } from "graphql-yoga";

/** Tells the code of every error that is sent to a client. */
export function useErrorCodes(onError: (code: string) => void): Plugin {
	return {
		onResultProcess({ result }) {
			// Nothing here answers in parts, or several operations at once.
			const { errors = [] } = result as ExecutionResult;
			for (const { extensions } of errors) onError(String(extensions?.code));
		},
	};
}
