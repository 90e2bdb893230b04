import { expect, it } from "vitest";
import { check } from "../../src/curation/check.ts";
import { formatDiagnostic } from "../../src/curation/diagnostic.ts";
import { put, SPEAKERS_FILE, seed } from "../curation/harness.ts";
import { answer, testApp } from "../support/app.ts";
import { corpusDatabase } from "../support/database.ts";
import { startServer } from "../support/server.ts";
import { exchange } from "./raw-requests.ts";

/** What the checker says of a file of speakers with such a text. */
function told(text: string): string[] {
	const { diagnostics } = check(put(seed(), SPEAKERS_FILE, text));
	return diagnostics.map(formatDiagnostic).filter((line) => line.startsWith(SPEAKERS_FILE));
}

const DEEP = 8000;
it.each([
	["lists", `${"- ".repeat(DEEP)}x\n`],
	["keys", `${"? ".repeat(DEEP)}x\n`],
	["brackets", `${"[".repeat(DEEP)}${"]".repeat(DEEP)}\n`],
	["braces", `${"{a: ".repeat(DEEP)}${"}".repeat(DEEP)}\n`],
])(
	"a file of %s in each other is a fault of the file, and not the end of the checker",
	(_what, text) => {
		const [first = ""] = told(text);
		expect(first).toMatch(/^authorities\/speakers\.yaml:1:\d+ yaml-syntax .* nested too deeply/);
	},
);

it("a fault is told in one line, whatever is in the key that it is about", () => {
	const faults = told('- slug: a\n  "one\\ntwo": 1\n');
	expect(faults).toContainEqual(expect.stringContaining('unknown key "one two"'));
	for (const fault of faults) expect(fault).not.toContain("\n");
});

it("faults behind a fault have their own lines, whatever the parser takes for one", () => {
	const faults = told("- a: b\nx\n  - |\n    e\n    f\n- c: d\n");
	expect(faults).toContainEqual(expect.stringMatching(/^authorities\/speakers\.yaml:6:1 /));
});

it("a header Host that cannot be read is no fault of the server", async () => {
	const { url } = await startServer(await corpusDatabase());
	const bytes = Buffer.from("GET /health HTTP/1.1\r\nHost: [::1\r\nConnection: close\r\n\r\n");
	const received = await exchange(Number(new URL(url).port), { bytes, cutAt: null });
	expect(received).toMatch(/^HTTP\/1\.1 400 /);
});

it("a thing that is asked for by its id in two fields is found in both", async () => {
	const app = testApp(await corpusDatabase());
	const found = await answer(
		app,
		"{ publishers: articles(first: 1) { nodes { publisher { id } } } }",
	);
	const { nodes } = found.publishers as { nodes: { publisher: { id: string } }[] };
	const id = nodes[0]?.publisher.id ?? "";
	expect(await answer(app, `{ nodes(ids: ["${id}"]) { id } node(id: "${id}") { id } }`)).toEqual({
		nodes: [{ id }],
		node: { id },
	});
});
