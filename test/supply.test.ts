import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

interface Manifest {
	readonly dependencies: Readonly<Record<string, string>>;
	readonly devDependencies?: Readonly<Record<string, string>>;
	readonly overrides?: Readonly<Record<string, string>>;
	readonly engines?: { readonly node: string };
}

/** What a lockfile says of a package. */
interface Locked {
	readonly version?: string;
	readonly integrity?: string;
	readonly resolved?: string;
	readonly link?: boolean;
	readonly hasInstallScript?: boolean;
}

type Packages = Readonly<Record<string, Locked>>;

function readJson<Shape>(file: string): Shape {
	return JSON.parse(readFileSync(file, "utf8")) as Shape;
}

/** Without the entry of the project itself. */
function lockedIn(file: string): Packages {
	const { packages } = readJson<{ packages: Packages }>(file);
	return Object.fromEntries(Object.entries(packages).filter(([path]) => path !== ""));
}

const manifest = readJson<Manifest>("package.json");
const locked = lockedIn("package-lock.json");
const { dependencies, devDependencies = {} } = manifest;

const EXACT = /^\d+\.\d+\.\d+(-[\w.-]+)?$/;
const INTEGRITY = /^sha512-[\w+/]{86}==$/;
const REGISTRY = "https://registry.npmjs.org/";
/** The packages that would run a script when they are installed; .npmrc keeps them from it. */
const WITH_SCRIPT = new Set([
	"node_modules/@prisma/engines",
	"node_modules/esbuild",
	"node_modules/prisma",
]);

function looseIn({ dependencies, devDependencies, overrides }: Manifest): string[] {
	return Object.entries({ ...dependencies, ...devDependencies, ...overrides })
		.filter(([, version]) => !EXACT.test(version))
		.map(([name, version]) => `${name}@${version}`);
}

/** What is wrong with the entries of a lockfile; one that names no address comes from the registry. */
function faultsIn(packages: Packages): string[] {
	return Object.entries(packages).flatMap(([path, entry]) => [
		...(INTEGRITY.test(entry.integrity ?? "") ? [] : [`${path}: no integrity`]),
		...(EXACT.test(entry.version ?? "") ? [] : [`${path}: no version`]),
		...((entry.resolved ?? REGISTRY).startsWith(REGISTRY) ? [] : [`${path}: ${entry.resolved}`]),
		...(entry.link ? [`${path}: a link`] : []),
		...(entry.hasInstallScript && !WITH_SCRIPT.has(path) ? [`${path}: an install script`] : []),
	]);
}

describe.each(["", "bench/"])("%spackage.json", (folder) => {
	test("pins every dependency exactly", () => {
		expect(looseIn(readJson<Manifest>(`${folder}package.json`))).toEqual([]);
	});

	test("is locked to what the registry has, by digest, without install scripts", () => {
		const packages = lockedIn(`${folder}package-lock.json`);
		expect(Object.keys(packages).length).toBeGreaterThan(50);
		expect(faultsIn(packages)).toEqual([]);
	});
});

test("what is not pinned, and what is not locked, would be found", () => {
	const version = "1.0.0";
	const integrity = locked["node_modules/graphql"]?.integrity ?? "";
	expect(looseIn({ dependencies: { a: "^1.0.0", b: version, c: "latest" } })).toEqual([
		"a@^1.0.0",
		"c@latest",
	]);
	expect(
		faultsIn({
			good: { version, integrity, resolved: `${REGISTRY}good/-/good-1.0.0.tgz` },
			"by name": { version, integrity },
			"no digest": { version },
			"a weak digest": { version, integrity: "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=" },
			"from elsewhere": { version, integrity, resolved: "git+ssh://git@host.example/a.git#1" },
			"a folder": { resolved: "../a", link: true },
			"a script": { version, integrity, hasInstallScript: true },
		}),
	).toEqual([
		"no digest: no integrity",
		"a weak digest: no integrity",
		"from elsewhere: git+ssh://git@host.example/a.git#1",
		"a folder: no integrity",
		"a folder: no version",
		"a folder: ../a",
		"a folder: a link",
		"a script: an install script",
	]);
});

test("npm runs no script of a package, and asks no other registry", () => {
	const lines = readFileSync(".npmrc", "utf8").trim().split("\n");
	expect(lines).toContain("ignore-scripts=true");
	expect(lines.filter((line) => /registry/.test(line))).toEqual([]);
});

describe("the versions that must agree", () => {
	const versionOf = (name: string) => locked[`node_modules/${name}`]?.version;

	test("the lockfile has what package.json pins", () => {
		const pinned = { ...dependencies, ...devDependencies };
		const found = Object.keys(pinned).map((name) => [name, versionOf(name)]);
		expect(Object.fromEntries(found)).toEqual(pinned);
	});

	test("Prisma's packages are of one version, and its engine is that version's", () => {
		const { "@prisma/schema-engine-wasm": engine, ...others } = Object.fromEntries(
			Object.entries(dependencies).filter(([name]) => /^(@prisma\/|prisma$)/.test(name)),
		);
		expect(Object.keys(others).length).toBeGreaterThan(3);
		expect(new Set(Object.values(others)).size).toBe(1);
		expect(engine).toBe(versionOf("@prisma/engines-version"));
		expect(engine).toMatch(new RegExp(`^${dependencies.prisma}-`));
		for (const name of ["@prisma/client-runtime-utils", "@prisma/config", "@prisma/engines"])
			expect(versionOf(name), name).toBe(dependencies.prisma);
	});

	test("the embedded database is one, which its adapter shares", () => {
		const copies = Object.keys(locked).filter((path) => path.endsWith("@electric-sql/pglite"));
		// Prisma's command for local databases, which nobody calls here, has its own.
		expect(copies.filter((path) => !path.includes("@prisma/dev/"))).toEqual([
			"node_modules/@electric-sql/pglite",
		]);
	});

	test("there is one graphql, as two mask each other's errors", () => {
		expect(Object.keys(locked).filter((path) => /(^|\/)node_modules\/graphql$/.test(path))).toEqual(
			["node_modules/graphql"],
		);
	});

	test("the types of Node.js are those of the oldest that is supported", () => {
		const [, oldest] = /^>=(\d+)\./.exec(manifest.engines?.node ?? "") ?? [];
		expect(devDependencies["@types/node"]?.split(".")[0]).toBe(oldest);
	});
});

/** The package that a module is in; null for Node's own and for files. */
function packageOf(module: string): string | null {
	if (/^(\.|node:)/.test(module)) return null;
	return module
		.split("/")
		.slice(0, module.startsWith("@") ? 2 : 1)
		.join("/");
}

const RESOLVED = /createRequire\(import\.meta\.url\)\.resolve\(\s*"([^"]+)"/g;

/** The packages that a source imports, also later or only for types, or finds files of. */
function packagesIn(text: string): string[] {
	const imported = ts
		.preProcessFile(text, true, true)
		.importedFiles.map(({ fileName }) => fileName);
	const resolved = [...text.matchAll(RESOLVED)].map(([, module = ""]) => module);
	return [...imported, ...resolved].flatMap((module) => packageOf(module) ?? []);
}

/** Types of the explorer: what browsers get is made without them. */
const TYPES = /^import type [^;]*;$/gm;
/** Files that a style sheet names. */
const NAMED = /url\("([^"]+)"\)/g;

/** The packages that a source needs where it runs. */
function neededBy(file: string): string[] {
	const text = readFileSync(file, "utf8");
	if (file.endsWith(".css"))
		return [...text.matchAll(NAMED)].flatMap(([, module = ""]) => packageOf(module) ?? []);
	if (!file.startsWith(join("src", "explorer"))) return packagesIn(text);
	return packagesIn(text.replaceAll(TYPES, ""));
}

const SCRIPTS = ["start.mjs", "bundle.mjs", "run.mjs", "prisma.config.ts"];

function sources(): string[] {
	const inFolders = ["src", "seed"].flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: "utf8" })
			.filter((file) => /\.(tsx?|css)$/.test(file) && !file.endsWith(".d.ts"))
			.map((file) => join(folder, file)),
	);
	return [...inFolders, ...SCRIPTS];
}

describe("what a production install leaves out", () => {
	const used = new Map(sources().map((file) => [file, neededBy(file)]));

	test("imports are found in every form", () => {
		const forms = [
			'import { a } from "static";',
			'import type { B } from "@only/types/part";',
			'import "effect";',
			'export { c } from "handed-on";',
			'const d = await import("dynamic/file.js");',
			'createRequire(import.meta.url).resolve(\n\t"resolved/package.json",\n);',
			'import { e } from "./file.ts"; import { f } from "node:fs";',
			'// import "comment";',
		];
		expect(packagesIn(forms.join("\n")).toSorted()).toEqual([
			"@only/types",
			"dynamic",
			"effect",
			"handed-on",
			"resolved",
			"static",
		]);
		expect([...used.values()].flat().length).toBeGreaterThan(50);
	});

	test("is nothing that the sources use", () => {
		const missing = [...used].flatMap(([file, packages]) =>
			packages.filter((name) => !(name in dependencies)).map((name) => `${file}: ${name}`),
		);
		expect(missing).toEqual([]);
	});

	test("is everything that they do not use", () => {
		const names = new Set([...used.values()].flat());
		expect(Object.keys(dependencies).filter((name) => !names.has(name))).toEqual([]);
	});
});
