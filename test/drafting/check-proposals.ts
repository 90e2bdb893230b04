import { expect, test } from "vitest";
import { proposed, type Told } from "./proposed.ts";

/** A phenomenon, a body that has it, and all that must be proposed for that. */
type Row = readonly [phenomenon: string, body: string, expected: readonly Partial<Told>[]];

/** A test for each row of a table. */
export function checkProposals(rows: readonly Row[]): void {
	test.each(rows)("%s", (_, body, expected) => {
		const found = proposed(body);
		expect(found).toHaveLength(expected.length);
		expect(found).toMatchObject(expected);
	});
}
