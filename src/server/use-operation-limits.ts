import { maxAliasesRule } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthRule } from "@escape.tech/graphql-armor-max-depth";
import {
	type ExecutionResult,
	GraphQLError,
	parse,
	type ValidationContext,
	type ValidationRule,
} from "graphql";
import type { Plugin } from "graphql-yoga";
import type { OperationLimits } from "../config.ts";
import { errorCodes } from "../schema/errors.ts";
import { countDirectives } from "./count-directives.ts";

const BAD_REQUEST = 400;
/** What graphql says of a document with more tokens than it may have. */
const TOO_MANY_TOKENS = /Document contains more that \d+ tokens/;

function tooMuch(message: string): GraphQLError {
	return new GraphQLError(message, {
		extensions: { code: errorCodes.overLimit, http: { status: BAD_REQUEST } },
	});
}

/** Reads a document, up to the last token that it may have and no further. */
function parserOf(tokens: number): typeof parse {
	return (source, options) => {
		try {
			return parse(source, { ...options, maxTokens: tokens });
		} catch (error) {
			if (!(error instanceof GraphQLError && TOO_MANY_TOKENS.test(error.message))) throw error;
			throw tooMuch(
				`expected a document of at most ${tokens} tokens (names, marks, values), found more; send long lists as variables, and ask for the rest in another request`,
			);
		}
	};
}

/** How a rule of the library tells what it refuses: as one of the faults of the document, with a code. */
function refusing(most: number, message: string) {
	return {
		n: most,
		// Thrown, it would be answered with status 200 and without a code.
		propagateOnRejection: false,
		onReject: [
			(context: ValidationContext | null) => {
				context?.reportError(tooMuch(message));
			},
		],
	};
}

/** Refuses an operation with more directives than it may have. */
function directivesRule(most: number, message: string): ValidationRule {
	return (context) => ({
		OperationDefinition(operation) {
			const count = countDirectives(operation, (name) => context.getFragment(name));
			if (count > most) context.reportError(tooMuch(message));
		},
	});
}

/**
 * Refuses documents that would take long to read or to execute, whatever is in their
 * variables, before anything is executed. What fragments have counts at each place where
 * they are used.
 */
export function useOperationLimits({
	tokens,
	depth,
	aliases,
	directives,
}: OperationLimits): Plugin {
	const readAll = parserOf(tokens);
	const rules = [
		maxDepthRule({
			...refusing(
				depth,
				`expected fields in at most ${depth} levels, found more; ask for what lies deeper by its id or slug in another request`,
			),
			flattenFragments: true,
		}),
		maxAliasesRule({
			...refusing(
				aliases,
				`expected at most ${aliases} aliases in an operation, found more; ask for lists by in: [...] or nodes(ids:), or in several requests`,
			),
			// The library would let these names pass.
			allowList: [],
		}),
		directivesRule(
			directives,
			`expected at most ${directives} directives in an operation, found more; leave out what is skipped`,
		),
	];
	return {
		onParse({ setParseFn }) {
			setParseFn(readAll);
		},
		onValidate({ addValidationRule }) {
			for (const rule of rules) addValidationRule(rule);
		},
		onResultProcess({ result }) {
			const { errors } = result as ExecutionResult;
			for (const { extensions } of errors ?? [])
				if (extensions.code === errorCodes.overLimit)
					// Yoga answers faults of a document with 200 where application/json is asked for.
					extensions.http = { status: BAD_REQUEST, spec: false };
		},
	};
}
