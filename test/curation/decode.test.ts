import { describe, expect, it } from "vitest";
import { decode, sha256 } from "../../src/curation/decode.ts";
import { expectDiagnostics, toBytes } from "./harness.ts";

const FILE = "documents/page.txt";

function expectRefused(content: string | Uint8Array, expected: readonly string[]): void {
	const bytes = typeof content === "string" ? toBytes(content) : content;
	const { text, diagnostics } = decode(FILE, bytes);
	expectDiagnostics(
		diagnostics,
		expected.map((fault) => `${FILE}:${fault}`),
	);
	expect(text).toBeNull();
}

describe("decode", () => {
	it.each(["", "نص\n", "tab\tand\nline", "👩\u200d🚀 ZWJ, ZWNJ \u200c, NBSP \u00a0"])(
		"takes plain text: %j",
		(text) => {
			expect(decode(FILE, toBytes(text))).toEqual({ text, diagnostics: [] });
		},
	);

	it("refuses a byte order mark", () => {
		expectRefused("\ufeffنص\n", ["1:1 encoding found U+FEFF, a byte order mark"]);
	});

	it("refuses carriage returns, each of them", () => {
		expectRefused("one\r\ntwo\r\n", [
			"1:4 encoding found U+000D, a carriage return; lines end with a line feed",
			"2:4 encoding found U+000D",
		]);
	});

	it.each([0x061c, 0x200e, 0x200f, 0x202a, 0x202e, 0x2066, 0x2069])(
		"refuses the bidirectional control %i",
		(codePoint) => {
			const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
			expectRefused(`نص\n👩 ${String.fromCodePoint(codePoint)}نص`, [
				`2:4 encoding found ${name}, a bidirectional control character`,
			]);
		},
	);

	it.each(["\u0000", "\u0008", "\u000b", "\u001f", "\u007f", "\u0085"])(
		"refuses the control character %j",
		(control) => {
			expectRefused(`a${control}`, ["1:2 encoding a control character"]);
		},
	);

	it("tells all of them, in reading order", () => {
		expectRefused("a\u0000\r\nb\u202e\u0000", [
			"1:2 encoding U+0000",
			"1:3 encoding U+000D",
			"2:2 encoding U+202E",
			"2:3 encoding U+0000",
		]);
	});

	it("refuses bytes that are no UTF-8, with the byte and the place", () => {
		const bytes = Uint8Array.of(...toBytes("نص\nنص "), 0xff, ...toBytes("نص"));
		expectRefused(bytes, ["2:4 encoding UTF-8, found bytes that are none at byte 10"]);
	});

	it("refuses a text that is cut inside a character", () => {
		const bytes = toBytes("نص").subarray(0, 3);
		expectRefused(bytes, ["1:2 encoding UTF-8, found bytes that are none at byte 2;"]);
	});

	it("refuses overlong forms and lone surrogates", () => {
		expectRefused(Uint8Array.of(0x61, 0xc0, 0x80), ["1:2 encoding at byte 1"]);
		expectRefused(Uint8Array.of(0x61, 0x62, 0xed, 0xa0, 0x80), ["1:3 encoding at byte 2"]);
	});
});

describe("sha256", () => {
	it("gives the digests that are known, of bytes and of text", () => {
		const empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
		const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
		expect([sha256(""), sha256(new Uint8Array())]).toEqual([empty, empty]);
		expect([sha256("abc"), sha256(toBytes("abc"))]).toEqual([abc, abc]);
		expect(sha256("نص")).toBe(sha256(toBytes("نص")));
	});
});
