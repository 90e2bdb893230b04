import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../src/curation/check.ts";
import { type Diagnostic, formatDiagnostic } from "../../src/curation/diagnostic.ts";
import { readSeedFiles, type SeedFiles } from "../../src/curation/seed-files.ts";
import { seed } from "../curation/harness.ts";
import { type Draw, drawing } from "./draw.ts";
import { changed } from "./seed-mutations.ts";
import { type Trials, trials } from "./settings.ts";

/** A check of the whole corpus takes a fraction of a second; what takes so long on a busy machine never ends. */
const LONGEST = 30_000;
/** What is called by its folder where there is no file to point at. */
const FOLDER = "articles";

const small = trials(400);
const large = trials(40);
const real = await readSeedFiles("seed");

/** The rules that have found something, of all files. */
const rules = new Set<string>();

function linesOf(files: SeedFiles, file: string): string[] {
	const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(files.get(file));
	return text.split("\n");
}

function expectPlace(files: SeedFiles, original: SeedFiles, diagnostic: Diagnostic): void {
	const { file, line, column, rule, message } = diagnostic;
	const told = formatDiagnostic(diagnostic);
	expect(message.length, told).toBeGreaterThan(0);
	expect(rule, told).toMatch(/^[a-z0-9-]+$/);
	// One fault is one line of the output.
	expect(told.includes("\n"), told).toBe(false);
	if (!files.has(file)) expect([...original.keys(), FOLDER], told).toContain(file);
	const lines = linesOf(files, file);
	expect([Number.isInteger(line), Number.isInteger(column)], told).toEqual([true, true]);
	expect(line, told).toBeGreaterThanOrEqual(1);
	expect(line, told).toBeLessThanOrEqual(lines.length);
	expect(column, told).toBeGreaterThanOrEqual(1);
	expect(column, told).toBeLessThanOrEqual((lines[line - 1] ?? "").length + 1);
}

function tryChange(draw: Draw, original: SeedFiles): void {
	const files = changed(draw, original);
	const since = performance.now();
	try {
		const { corpus, diagnostics } = check(files);
		expect(performance.now() - since).toBeLessThan(LONGEST);
		expect(corpus === null).toBe(diagnostics.length > 0);
		for (const diagnostic of diagnostics) {
			rules.add(diagnostic.rule);
			expectPlace(files, original, diagnostic);
		}
	} catch (error) {
		const told = [...files].flatMap(([name, bytes]) => {
			const isChanged = Buffer.compare(bytes, original.get(name) ?? new Uint8Array()) !== 0;
			return isChanged
				? `${name}: ${JSON.stringify(Buffer.from(bytes).toString().slice(0, 5000))}`
				: [];
		});
		const message = error instanceof Error ? error.message : String(error);
		throw new Error(`${message}\n${told.join("\n")}`, { cause: error });
	}
}

function tryAll(original: SeedFiles, { parameters }: Trials): void {
	fc.assert(
		fc.property(fc.gen(), (generate) => tryChange(drawing(generate), original)),
		parameters,
	);
}

describe("the checker, whatever is in the files", () => {
	it("tells where the fault is in a small folder", { timeout: small.timeout }, () => {
		tryAll(seed(), small);
	});

	it("tells where the fault is in the real one", { timeout: large.timeout }, () => {
		tryAll(real, large);
	});

	it("comes past the shape of the files to the rules", () => {
		expect(rules.size).toBeGreaterThan(15);
		expect([...rules]).toEqual(
			expect.arrayContaining(["encoding", "yaml-syntax", "shape", "canonical", "words-stand-once"]),
		);
	});
});
