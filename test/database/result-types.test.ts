import { expect, test } from "vitest";
import { resultTypes } from "../../src/database/database.ts";

const BYTEA = 17;

test.each([
	["hexadecimal digits", "\\x00ff7f"],
	["escapes", "\\000\\377\\177"],
])("bytes that PostgreSQL writes as %s have memory of their own", (_form, text) => {
	const bytes: Uint8Array = resultTypes.getTypeParser(BYTEA, "text")(text);
	expect([...bytes]).toEqual([0, 255, 127]);
	expect(bytes.buffer.byteLength).toBe(3);
});
