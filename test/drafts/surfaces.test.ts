import { type GraphQLField, getNamedType, isListType, isNonNullType, isObjectType } from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { schema } from "../../src/schema/index.ts";
import type { App } from "../../src/server/app.ts";
import { databaseOf } from "../database/varied-database.ts";
import { answer, counting, type Data, testApp } from "../support/app.ts";
import { corpusWithDrafts } from "./fixture.ts";
import { OTHERS, SURFACES, type Surface } from "./surfaces.ts";

let app: App;
let database: ReturnType<typeof counting>;
beforeAll(async () => {
	const opened = await databaseOf("drafts", await corpusWithDrafts());
	database = counting(opened.database);
	app = testApp(database);
});

function isConnection(name: string): boolean {
	return name.endsWith("Connection");
}

function givesSeveral({ type }: GraphQLField<unknown, unknown>): boolean {
	return (
		isListType(isNonNullType(type) ? type.ofType : type) || isConnection(getNamedType(type).name)
	);
}

/** The fields of the schema that give several of something, but for the rows of a page. */
function listFields(): string[] {
	return Object.values(schema.getTypeMap()).flatMap((type) => {
		if (!isObjectType(type) || type.name.startsWith("__")) return [];
		return Object.values(type.getFields())
			.filter(givesSeveral)
			.filter(({ name }) => !(isConnection(type.name) && ["edges", "nodes"].includes(name)))
			.map(({ name }) => `${type.name}.${name}`);
	});
}

test("no list of the schema is forgotten", () => {
	const known = Object.keys(SURFACES).map((name) => name.split(" ")[0]);
	expect([...new Set([...known, ...Object.keys(OTHERS)])].toSorted()).toEqual(
		listFields().toSorted(),
	);
});

interface Row {
	readonly slug: string;
	readonly reviewStatus?: string;
	readonly review?: { readonly status: string };
}

/** The list that lies in an answer, whatever it lies in, with the total that it tells. */
function listIn(data: unknown): { rows: readonly Row[]; total: number } {
	if (Array.isArray(data)) return { rows: data, total: data.length };
	const { nodes, totalCount } = data as { nodes?: readonly Row[]; totalCount?: number };
	if (nodes !== undefined) return { rows: nodes, total: totalCount ?? -1 };
	return listIn(Object.values(data as Data)[0]);
}

function statusOf({ reviewStatus, review }: Row): string | undefined {
	return reviewStatus ?? review?.status;
}

const ARGUMENTS = {
	filter: {
		null: "filter: { reviewStatus: null, reviewStatusIn: null }",
		curated: "filter: { reviewStatus: CURATED }",
		drafts: "filter: { reviewStatus: DRAFT }",
		both: "filter: { reviewStatusIn: [CURATED, DRAFT] }",
		either: "filter: { reviewStatus: DRAFT, reviewStatusIn: [CURATED] }",
		none: "filter: { reviewStatusIn: [] }",
	},
	argument: {
		null: "reviewStatusIn: null",
		curated: "reviewStatusIn: [CURATED]",
		drafts: "reviewStatusIn: [DRAFT]",
		both: "reviewStatusIn: [DRAFT, CURATED]",
		either: "reviewStatusIn: []",
		none: "reviewStatusIn: []",
	},
} as const;

const ROWS = { statements: "slug review { status }", others: "slug reviewStatus" };

async function rowsOf({ query }: Surface, name: string, args: string): Promise<Row[]> {
	const asked = name.includes("tatements") ? ROWS.statements : ROWS.others;
	const { rows, total } = listIn(await answer(app, query(args).replaceAll("ROWS", asked)));
	expect(total, "the total").toBe(rows.length);
	return [...rows];
}

function slugs(rows: readonly Row[]): string[] {
	return rows.map(({ slug }) => slug).toSorted();
}

describe.each(Object.entries(SURFACES))("%s", (name, surface) => {
	const args = ARGUMENTS[surface.way];

	test("gives only what is curated unless it is asked for more", async () => {
		const curated = await rowsOf(surface, name, "");
		expect(curated.length > 0).toBe(surface.isAllDrafts === undefined);
		for (const row of curated) expect(statusOf(row), row.slug).toBe("CURATED");
		expect(await rowsOf(surface, name, args.null)).toEqual(curated);
		expect(await rowsOf(surface, name, args.curated)).toEqual(curated);
	});

	test("gives only drafts where these are asked for, each with its status", async () => {
		const drafts = await rowsOf(surface, name, args.drafts);
		expect(slugs(drafts)).toEqual(surface.drafts.toSorted());
		if (surface.isOfOthers) return;
		for (const row of drafts) expect(statusOf(row), row.slug).toBe("DRAFT");
	});

	test("gives both where both are asked for, and nothing for nothing", async () => {
		const [curated, drafts, both] = await Promise.all(
			["", args.drafts, args.both].map((asked) => rowsOf(surface, name, asked)),
		);
		expect(slugs(both ?? [])).toEqual(slugs([...(curated ?? []), ...(drafts ?? [])]));
		expect(await rowsOf(surface, name, args.none)).toEqual([]);
		expect(await rowsOf(surface, name, args.either)).toEqual([]);
	});

	// Where nothing is listed without drafts, less is read.
	test.skipIf(surface.isAllDrafts)("costs as many SQL statements with drafts", async () => {
		const costOf = async (asked: string) => {
			// Another application, which has kept nothing.
			app = testApp(database);
			database.count = 0;
			await rowsOf(surface, name, asked);
			return database.count;
		};
		expect(await costOf(args.both)).toBe(await costOf(""));
	});
});
