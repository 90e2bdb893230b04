import { isDeepStrictEqual } from "node:util";
import { type Json, toJson } from "../queries/json.ts";
import { askAt } from "./ask.ts";
import type { Plan } from "./plan.ts";

const SHOWN = 300;

/** The first place in which two answers differ, as a path with both values; null where they are equal. */
export function firstDifference(ours: Json, theirs: Json, path = "answer"): string | null {
	if (isDeepStrictEqual(ours, theirs)) return null;
	const keysOf = (json: Json) =>
		typeof json === "object" && json !== null ? Object.keys(json) : null;
	const [keys, others] = [keysOf(ours), keysOf(theirs)];
	if (keys === null || others === null || Array.isArray(ours) !== Array.isArray(theirs)) {
		const show = (json: Json | undefined) => JSON.stringify(json)?.slice(0, SHOWN);
		return `${path}\n  ours:   ${show(ours)}\n  theirs: ${show(theirs)}`;
	}
	// Both are objects or lists, whose keys were just read.
	const [left, right] = [ours, theirs] as unknown as Readonly<Record<string, Json>>[];
	for (const key of new Set([...keys, ...others])) {
		const inner = firstDifference(left?.[key] ?? null, right?.[key] ?? null, `${path}.${key}`);
		if (inner !== null) return inner;
	}
	return `${path}: the same values, but one is missing where the other is null`;
}

async function answerOf({ contender, query, requests, form }: Plan, index: number): Promise<Json> {
	const request = requests[index];
	if (request === undefined || form === null) throw new Error("expected a request to compare");
	try {
		return toJson(form.canonical(await askAt(contender.origin)(request)));
	} catch (error) {
		throw new Error(`${contender.name}, ${query.name}, ${request.body}: ${String(error)}`, {
			cause: error,
		});
	}
}

/**
 * Compares what the contenders answer with what we do, before anything is timed.
 *
 * @param count how many requests are compared
 * @throws Error with the first difference
 */
export async function compareAnswers(plans: readonly Plan[], count: number): Promise<void> {
	const ours = plans.find(({ contender }) => contender.name === "ours");
	const others = plans.filter((plan) => plan !== ours && plan.form !== null);
	if (ours === undefined) return;
	for (let index = 0; index < Math.min(count, ours.requests.length); index += 1) {
		const expected = await answerOf(ours, index);
		for (const plan of others) {
			const difference = firstDifference(expected, await answerOf(plan, index));
			if (difference !== null)
				throw new Error(
					`${plan.contender.name} answers ${plan.query.name} in another way than we do; nothing was timed\n${plan.requests[index]?.body}\n${difference}`,
				);
		}
	}
}
