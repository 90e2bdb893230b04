import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema } from "graphql";

/**
 * Additions that the inspector calls dangerous and the contract allows: a client must be
 * ready for an enum value, a member or an interface that it does not know, and one that
 * leaves a new argument or field out gets what it got before.
 */
const ADDITIONS: ReadonlySet<string> = new Set([
	"ENUM_VALUE_ADDED",
	"FIELD_ARGUMENT_ADDED",
	"INPUT_FIELD_ADDED",
	"OBJECT_TYPE_INTERFACE_ADDED",
	"UNION_MEMBER_ADDED",
]);

/**
 * What in a schema breaks a client of an older one, each as a place and a sentence. A
 * default that changes is among it: the same request would get another answer.
 */
export async function breakingChanges(older: string, newer: string): Promise<string[]> {
	const changes = await diff(buildSchema(older), buildSchema(newer));
	return changes
		.filter(
			({ criticality: { level }, type }) =>
				level === CriticalityLevel.Breaking ||
				(level === CriticalityLevel.Dangerous && !ADDITIONS.has(type)),
		)
		.map(({ path, message }) => `${path ?? "the schema"}: ${message}`)
		.toSorted();
}
