import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeGlobalId, encodeGlobalId } from "../../src/database/global-id.ts";

const TYPES = ["Article", "Statement", "Speaker", "Location", "Occasion", "Publisher"] as const;

function base64(text: string): string {
	return Buffer.from(text, "utf8").toString("base64");
}

describe("a global id", () => {
	test("is base64 of a noun and a slug", () => {
		expect(encodeGlobalId("Speaker", "putin")).toBe("U3BlYWtlcjpwdXRpbg==");
		expect(decodeGlobalId("U3BlYWtlcjpwdXRpbg==")).toEqual({ type: "Speaker", slug: "putin" });
	});

	test("gives back what it was made of", () => {
		const slug = fc.oneof(
			fc.string({ minLength: 1 }),
			fc.constantFrom("a.b", "a:b", "قال", "\u{1f600}"),
		);
		fc.assert(
			fc.property(fc.constantFrom(...TYPES), slug, (type, text) => {
				expect(decodeGlobalId(encodeGlobalId(type, text))).toEqual({ type, slug: text });
			}),
		);
	});

	test.each([
		["nothing", ""],
		["a slug", "putin"],
		["no colon", base64("Speaker")],
		["an unknown noun", base64("Office:putin.0")],
		["a noun in other letters", base64("speaker:putin")],
		["a property of every object for a noun", base64("constructor:putin")],
		["no noun", base64(":putin")],
		["no slug", base64("Speaker:")],
		["padding left out", "U3BlYWtlcjpwdXRpbg"],
		["a space behind it", "U3BlYWtlcjpwdXRpbg== "],
		["a line end in it", "U3BlYWtl\ncjpwdXRpbg=="],
		["the alphabet of URLs", Buffer.from("Speaker:\u00ff\u00fe?>~~").toString("base64url")],
		["bytes that are no UTF-8", Buffer.from([...Buffer.from("Speaker:"), 0xff]).toString("base64")],
		["bits behind the last byte", "U3BlYWtlcjpwdXRpbh=="],
	])("is none with %s", (_name, id) => {
		expect(decodeGlobalId(id)).toBeNull();
	});

	test("is never read in two ways", () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
				const decoded = decodeGlobalId(text);
				expect(decoded === null || encodeGlobalId(decoded.type, decoded.slug) === text).toBe(true);
			}),
		);
	});
});
