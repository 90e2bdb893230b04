import { type DocumentNode, getOperationAST, print } from "graphql";
import type { OperationFacts } from "./log.ts";

/**
 * What is known of an operation before it is executed.
 *
 * @param name as the request gives it; empty or null where it does not
 */
export function factsOf(
	document: DocumentNode,
	name: string | null | undefined,
): Pick<OperationFacts, "name" | "document"> {
	return {
		name: getOperationAST(document, name || undefined)?.name?.value ?? null,
		document: document.loc?.source.body ?? print(document),
	};
}
