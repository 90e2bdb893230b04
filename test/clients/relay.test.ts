import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";
import { promisify } from "node:util";
import {
	type ConcreteRequest,
	createOperationDescriptor,
	Environment,
	getSingularSelector,
	Network,
	type ReaderFragment,
	RecordSource,
	Store,
	type Variables,
} from "relay-runtime";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../database/folders.ts";
import { serverUrl } from "../support/server.ts";
import { idsOf, LISTS, PAGE_SIZE, pageOf, walk, wholeList } from "./lists.ts";

const url = await serverUrl();
const CLI = createRequire(import.meta.url).resolve("relay-compiler/cli.js");

const PAGING = `first: { type: "Int" }, after: { type: "String" }, last: { type: "Int" }, before: { type: "String" }`;
const ROWS = `
		edges { cursor node { id text saidAt { edtf earliest } } }
		pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
`;

/** What usePaginationFragment takes: a list at the root. */
const ROOT = `
fragment list_root on Query
@argumentDefinitions(${PAGING}, filter: { type: "StatementFilter" }, orderBy: { type: "StatementOrder" })
@refetchable(queryName: "listRootPage") {
	statements(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy)
	@connection(key: "list_root_statements") {
		totalCount
		${ROWS}
	}
}`;

/** And a list inside a thing, which Relay gets more of through node(id:). */
const SPEAKER = `
fragment list_speaker on Speaker
@argumentDefinitions(${PAGING})
@refetchable(queryName: "listSpeakerPage") {
	statements(first: $first, after: $after, last: $last, before: $before)
	@connection(key: "list_speaker_statements") {
		${ROWS}
	}
}`;

const NODE = `
query listNodeQuery($id: ID!) {
	node(id: $id) {
		__typename
		id
		...list_speaker @arguments(first: 3) @alias(as: "speaker")
	}
}`;

interface Compiled {
	readonly exitCode: number;
	readonly output: string;
	/** An artifact, by the name of its operation or fragment. */
	artifact<Artifact>(name: string): Promise<Artifact>;
}

/** Compiles operations and fragments against schema.graphql, in a folder that is removed again. */
async function compile(...documents: string[]): Promise<Compiled> {
	const folder = resolve(await temporaryFolder());
	for (const name of ["source", "artifacts"]) await mkdir(join(folder, name));
	const config = {
		src: "./source",
		schema: relative(folder, "schema.graphql"),
		language: "typescript",
		artifactDirectory: "./artifacts",
		eagerEsModules: true,
	};
	await writeFile(join(folder, "relay.config.json"), JSON.stringify(config));
	const source = documents.map((document) => `graphql\`${document}\`;\n`).join("");
	await writeFile(join(folder, "source/list.ts"), source);
	const run = promisify(execFile)(process.execPath, [CLI, "--noWatchman"], { cwd: folder });
	const { exitCode, output } = await run.then(
		({ stdout, stderr }) => ({ exitCode: 0, output: stdout + stderr }),
		({ code, stdout, stderr }) => ({ exitCode: code as number, output: stdout + stderr }),
	);
	const artifact = async (name: string) =>
		(await import(join(folder, `artifacts/${name}.graphql.ts`))).default;
	return { exitCode, output, artifact };
}

describe("the Relay compiler", () => {
	it("takes connections of the root and of a speaker, pages of both, and a node", async () => {
		const { exitCode, output, artifact } = await compile(ROOT, SPEAKER, NODE);
		expect(exitCode, output).toBe(0);
		const { metadata } = await artifact<ReaderFragment>("list_speaker");
		expect(metadata).toMatchObject({
			connection: [{ path: ["statements"], direction: "bidirectional" }],
			refetch: { fragmentPathInResult: ["node"], identifierInfo: { identifierField: "id" } },
		});
		const { params } = await artifact<ConcreteRequest>("listSpeakerPage");
		expect(params.text).toContain("node(id: $id)");
	});

	it.each([
		{ misspelt: "statements", from: "statements(", to: "statement(" },
		{ misspelt: "totalCount", from: "totalCount", to: "totalCounts" },
		{ misspelt: "StatementFilter", from: '"StatementFilter"', to: '"StatementsFilter"' },
	])("refuses a misspelt $misspelt", async ({ from, to }) => {
		const { exitCode, output } = await compile(ROOT.replace(from, to));
		expect(exitCode).not.toBe(0);
		expect(output).toContain(to.replace(/\W/g, ""));
		expect(output).toContain("source/list.ts:");
	});
});

/** A store of Relay that is filled from the server. */
function environmentOfServer(): Environment {
	const network = Network.create(async ({ text: query }, variables) => {
		const response = await fetch(url, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ query, variables }),
		});
		return response.json();
	});
	return new Environment({ network, store: new Store(new RecordSource()) });
}

/** Runs the compiled query for one page, and reads what its fragment then has in the store. */
async function readPage(
	environment: Environment,
	query: ConcreteRequest,
	fragment: ReaderFragment,
	variables: Variables,
): Promise<unknown> {
	const operation = createOperationDescriptor(query, variables);
	environment.retain(operation);
	await environment.execute({ operation }).toPromise();
	const { node, ...root } = (environment.lookup(operation.fragment).data ?? {}) as {
		node?: object;
	};
	return environment.lookup(getSingularSelector(fragment, node ?? root)).data;
}

describe("the Relay runtime", () => {
	it.each([
		{ list: LISTS[0], document: ROOT, query: "listRootPage", fragment: "list_root" },
		{ list: LISTS[1], document: SPEAKER, query: "listSpeakerPage", fragment: "list_speaker" },
	])("pages $list.name to both ends", async ({ list, document, query, fragment }) => {
		const whole = await wholeList(url, list);
		const { artifact } = await compile(document);
		const [request, reader] = [
			await artifact<ConcreteRequest>(query),
			await artifact<ReaderFragment>(fragment),
		];
		const id = Buffer.from("Speaker:putin").toString("base64");
		for (const direction of ["forward", "backward"] as const) {
			const environment = environmentOfServer();
			const { pages, list: merged } = await walk(direction, async (variables) =>
				pageOf(await readPage(environment, request, reader, { ...variables, id })),
			);
			expect(idsOf(merged)).toEqual(whole);
			expect(pages).toBe(Math.ceil(whole.length / PAGE_SIZE));
		}
	});
});
