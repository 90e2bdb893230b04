import { expect } from "vitest";

/** What options of curl that take no value say: quiet, tell errors, fail for a status, use GET. */
const FLAGS = /^-[sSfG]+$/;
/** The options that take a value. */
const WITH_VALUE = ["-H", "-d", "-o", "--data-urlencode", "--etag-save", "--etag-compare"];

interface Parsed {
	readonly address: string;
	readonly flags: string;
	readonly valuesOf: (option: string) => readonly string[];
}

function parse(words: readonly string[]): Parsed {
	const values: [string, string][] = [];
	const addresses: string[] = [];
	let flags = "";
	for (let index = 1; index < words.length; index += 1) {
		const word = words[index] ?? "";
		if (FLAGS.test(word)) flags += word.slice(1);
		else if (WITH_VALUE.includes(word)) {
			index += 1;
			values.push([word, words[index] ?? ""]);
		} else if (word.startsWith("-")) throw new Error(`expected an option of curl, found ${word}`);
		else addresses.push(word);
	}
	const [address = "", ...others] = addresses;
	expect(others, "curl is given one address").toEqual([]);
	return {
		address,
		flags,
		valuesOf: (option) => values.filter(([name]) => name === option).map(([, value]) => value),
	};
}

function pairOf(text: string, separator: string): [string, string] {
	const index = text.indexOf(separator);
	return [text.slice(0, index), text.slice(index + separator.length).trim()];
}

/** The files with entity tags that the commands of a page have written, by name. */
export type EntityTags = Map<string, string>;

/**
 * Sends what a curl command would send, and gives the answer.
 *
 * @throws an assertion when the command would fail, or when an entity tag is still the same and
 * the server sends the whole answer again
 */
export async function runCurl(
	words: readonly string[],
	tags: EntityTags,
	fetch: (address: string, init: RequestInit) => Promise<Response>,
): Promise<Response> {
	const { address, flags, valuesOf } = parse(words);
	const headers = new Headers(valuesOf("-H").map((header) => pairOf(header, ":")));
	const parameters = valuesOf("--data-urlencode").map((data) => pairOf(data, "="));
	const [body] = valuesOf("-d");
	const [compared] = valuesOf("--etag-compare");
	if (compared !== undefined) headers.set("if-none-match", tags.get(compared) ?? "none");
	const query = parameters.length === 0 ? "" : `?${new URLSearchParams(parameters)}`;
	expect(query === "" || flags.includes("G"), "parameters go into the address with -G").toBe(true);
	const init = body === undefined ? { headers } : { headers, body, method: "POST" };
	const response = await fetch(`${address}${query}`, init);
	expect(response.status).toBe(compared === undefined ? 200 : 304);
	for (const file of valuesOf("--etag-save")) tags.set(file, response.headers.get("etag") ?? "");
	return response;
}
