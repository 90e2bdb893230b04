/** Something in the JSON of an answer. */
export type Json =
	| null
	| boolean
	| number
	| string
	| readonly Json[]
	| { readonly [key: string]: Json };

/** What a contender answered, which nobody has looked at yet. */
export function toJson(answer: unknown): Json {
	// It comes from JSON.parse, which gives nothing else.
	return answer as Json;
}

/**
 * What stands at a path of an answer.
 *
 * @throws Error that says what stands there instead of an object
 */
export function at(json: Json, ...path: readonly string[]): Json {
	return path.reduce<Json>((inner, key) => {
		if (inner === null || typeof inner !== "object" || Array.isArray(inner))
			throw new Error(
				`expected an object with ${key}, found ${JSON.stringify(inner).slice(0, 300)}`,
			);
		// An array was ruled out above, which its read-only type does not tell.
		return (inner as Readonly<Record<string, Json>>)[key] ?? null;
	}, json);
}

/**
 * The array at a path of an answer.
 *
 * @throws Error that says what stands there instead
 */
export function listAt(json: Json, ...path: readonly string[]): readonly Json[] {
	const found = path.length === 0 ? json : at(json, ...path);
	if (!Array.isArray(found))
		throw new Error(
			`expected a list at ${path.join(".")}, found ${JSON.stringify(found).slice(0, 300)}`,
		);
	return found;
}

/**
 * The data of an answer of GraphQL.
 *
 * @throws Error with the errors of the answer
 */
export function dataOf(answer: unknown): Json {
	const json = toJson(answer);
	const errors = at(json, "errors");
	if (errors !== null)
		throw new Error(`answered with errors: ${JSON.stringify(errors).slice(0, 1000)}`);
	return at(json, "data");
}

/** The same without the texts of cursors, of which each contender has its own. */
export function withoutCursors(page: Json): Json {
	const pageInfo = at(page, "pageInfo");
	return {
		nodes: at(page, "nodes"),
		hasNextPage: at(pageInfo, "hasNextPage"),
		hasEndCursor: typeof at(pageInfo, "endCursor") === "string",
	};
}
