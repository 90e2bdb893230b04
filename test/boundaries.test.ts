import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

/** Who may import whom; each room may import from itself. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
	text: [],
	generated: [],
	config: ["database-url"],
	// The one setting that a start has to know before all else.
	"database-url": [],
	curation: ["text"],
	drafting: ["text", "curation"],
	database: ["text", "curation", "generated"],
	schema: ["text", "database", "generated"],
	server: ["schema", "database", "config", "explorer"],
	// Runs in browsers; the server makes it into files.
	explorer: [],
	cli: ["text", "curation", "drafting", "database", "schema", "server", "config", "database-url"],
};

const LONGEST_FILE = 300;
const ARABIC = /\p{Script=Arabic}/u;

interface Import {
	readonly from: string;
	readonly to: string;
}

function sourcesIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((file) => /\.tsx?$/.test(file))
		.map((file) => join(folder, file))
		.filter((file) => !file.startsWith(join("src", "generated")));
}

function roomOf(file: string): string {
	return (
		relative("src", file)
			.split(/[\\/]/)[0]
			?.replace(/\.tsx?$/, "") ?? ""
	);
}

function importsOf(file: string): Import[] {
	const text = readFileSync(file, "utf8");
	const named = [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)];
	return named.map((match) => ({ from: file, to: join(dirname(file), match[1] ?? "") }));
}

const sources = sourcesIn("src");
const imports = sources.flatMap(importsOf).filter(({ to }) => to.startsWith("src"));

describe("the rooms of the house", () => {
	test("every file of src is in a room", () => {
		expect(sources.filter((file) => !(roomOf(file) in ROOMS))).toEqual([]);
	});

	test("no door opens backwards", () => {
		const forbidden = imports.filter(
			({ from, to }) => roomOf(from) !== roomOf(to) && !ROOMS[roomOf(from)]?.includes(roomOf(to)),
		);
		expect(forbidden).toEqual([]);
	});

	test("of what runs in browsers the server takes only what it asks, and types", () => {
		const taken = imports.filter(
			({ from, to }) => roomOf(from) !== "explorer" && roomOf(to) === "explorer",
		);
		expect(taken.map(({ to }) => to).toSorted()).toEqual([
			join("src", "explorer", "built.ts"),
			join("src", "explorer", "operations.ts"),
		]);
		expect(readFileSync("src/server/explorer/build-assets.ts", "utf8")).toContain(
			'import type { Built } from "../../explorer/built.ts"',
		);
	});

	test("imports are found at all", () => {
		expect(imports.length).toBeGreaterThan(sources.length);
	});

	test("no command imports another", () => {
		const commands = sources.filter(
			(file) => roomOf(file) === "cli" && readFileSync(file, "utf8").includes("await runCommand("),
		);
		expect(commands.length).toBeGreaterThan(4);
		expect(imports.filter(({ to }) => commands.includes(to))).toEqual([]);
	});

	test("only config.ts, and what it is made of, reads the settings of the process", () => {
		const readers = sources.filter((file) => readFileSync(file, "utf8").includes("process.env"));
		// generated.ts hands the environment on to Prisma's command and reads no setting of ours.
		expect(readers.toSorted()).toEqual([
			join("src", "cli", "generated.ts"),
			join("src", "config.ts"),
			join("src", "database-url.ts"),
		]);
	});

	test("only the loader writes", () => {
		const writers = sources.filter((file) =>
			/\.(createMany|deleteMany|upsert)\(|\.create\(\{|INSERT INTO|DELETE FROM|TRUNCATE|`COPY |DROP TABLE|CREATE TABLE/.test(
				readFileSync(file, "utf8"),
			),
		);
		const load = ["copy.ts", "in-transaction.ts", "staged.ts", "staging.ts", "swap.ts"].map(
			(file) => join("src", "database", "load", file),
		);
		expect(writers.toSorted()).toEqual(load);
		const doors = imports.filter(
			({ from, to }) => writers.includes(to) && dirname(from) !== dirname(to),
		);
		expect(doors.map(({ from }) => from)).toEqual(
			doors.map(() => join("src", "database", "load.ts")),
		);
	});

	test("GraphQL stays out of the database's room", () => {
		const speakers = sources.filter(
			(file) =>
				roomOf(file) === "database" &&
				/from "(graphql|graphql-yoga|@pothos)/.test(readFileSync(file, "utf8")),
		);
		expect(speakers).toEqual([]);
	});
});

describe("the sources", () => {
	test.each([...sources, ...sourcesIn("test"), ...sourcesIn("seed")])(
		"%s is of one room's size",
		(file) => {
			expect(readFileSync(file, "utf8").split("\n").length).toBeLessThanOrEqual(LONGEST_FILE);
		},
	);

	test.each(sources)(
		"%s has no Arabic letters, which a bidirectional display would scramble",
		(file) => {
			expect(ARABIC.test(readFileSync(file, "utf8"))).toBe(false);
		},
	);
});
