import { basename, join } from "node:path";
import plugin from "@graphql-eslint/eslint-plugin";
import { ESLint, type Linter } from "eslint";

type RuleSet = "schema-recommended" | "schema-relay" | "operations-recommended";

/**
 * The types that have no id, as they are no things of their own: a value (a date, a span,
 * a name), a link between two things with its circumstances, or an answer about many.
 * The contract has it so.
 */
export const WITHOUT_ID = {
	suffixes: ["Connection", "Edge"],
	types: [
		...["Name", "FuzzyDate", "TextSpan", "Review", "CreditedSource"],
		...["SourceDocument", "DocumentSegment", "ExcludedText"],
		...["Addressee", "Attribution", "Office", "Relay", "StatementLocation"],
		...["Corpus", "Coverage", "PageInfo"],
		...["Facet", "StatementStats", "StatementStatsRow"],
	],
};

/** What is changed in the sets of rules, and why. */
const CHANGES: Readonly<Record<RuleSet, Linter.RulesRecord>> = {
	"schema-recommended": {
		"@graphql-eslint/strict-id-in-types": ["error", { exceptions: WITHOUT_ID }],
	},
	"schema-relay": {
		// The contract has plain lists for what is never long, such as the names of a speaker,
		// and `nodes` beside `edges`. The rule's other checks of edges hold.
		"@graphql-eslint/relay-edge-types": ["error", { listTypeCanWrapOnlyEdgeType: false }],
	},
	"operations-recommended": {
		// Wants an id in every selection, for the caches of clients. The examples are for people
		// to read; a client's own operations take the id where it keeps a cache.
		"@graphql-eslint/require-selections": "off",
	},
};

interface Sources {
	readonly schema: string;
	/** A path with a pattern, for rules that compare operations. */
	readonly documents?: string;
}

function linterOf(set: RuleSet, folder: string, sources: Sources): ESLint {
	return new ESLint({
		cwd: folder,
		overrideConfigFile: true,
		overrideConfig: {
			files: ["*.graphql"],
			plugins: { "@graphql-eslint": plugin as ESLint.Plugin },
			languageOptions: { parser: plugin.parser, parserOptions: { graphQLConfig: sources } },
			rules: { ...plugin.configs[`flat/${set}`].rules, ...CHANGES[set] },
			// No comment in a file switches a rule off.
			linterOptions: { noInlineConfig: true },
		},
	});
}

function shown({ filePath, messages }: ESLint.LintResult): string[] {
	return messages.map(({ line, ruleId, message }) => {
		const rule = ruleId?.replace("@graphql-eslint/", "") ?? "";
		return `${basename(filePath)}:${line} ${rule} ${message.replace(/\s+/g, " ")}`;
	});
}

/** What a set of rules finds in a schema: each the line, the rule, and what is wrong. */
export async function lintSchema(
	set: "schema-recommended" | "schema-relay",
	schema: string,
): Promise<string[]> {
	const linter = linterOf(set, process.cwd(), { schema });
	return (await linter.lintText(schema, { filePath: "schema.graphql" })).flatMap(shown);
}

/** What operations-recommended finds in the operations of a folder, which is a path from the root. */
export async function lintOperations(folder: string, schema: string): Promise<string[]> {
	const documents = join(process.cwd(), folder, "*.graphql");
	const linter = linterOf("operations-recommended", join(process.cwd(), folder), {
		schema,
		documents,
	});
	return (await linter.lintFiles("*.graphql")).flatMap(shown);
}
