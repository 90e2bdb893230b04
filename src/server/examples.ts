import { readdirSync, readFileSync } from "node:fs";

const FOLDER = new URL("./examples/", import.meta.url);

/** One operation that shows what the API is for; tested with its answer. */
export interface Example {
	/** The file's name without its ending, for example statements-by-speaker. */
	readonly name: string;
	/** The operation, with a comment that says what is asked. */
	readonly query: string;
}

/** The examples, in the order of their names: what GraphiQL opens with and the README shows. */
export function readExamples(): readonly Example[] {
	return readdirSync(FOLDER)
		.filter((file) => file.endsWith(".graphql"))
		.toSorted()
		.map((file) => ({
			name: file.replace(/\.graphql$/, ""),
			query: readFileSync(new URL(file, FOLDER), "utf8"),
		}));
}
