import { beforeAll, expect, it } from "vitest";
import type { App } from "../../../src/server/app.ts";
import type { ExportRecord } from "../../../src/server/exports/record.ts";
import { variedDatabase } from "../../database/varied-database.ts";
import { answer } from "../../support/app.ts";
import { exportingApp, records } from "./exporting.ts";

let app: App;
beforeAll(async () => {
	app = exportingApp((await variedDatabase()).database, 20);
});

const ALL = { or: [{ reviewStatus: "DRAFT" }, { reviewStatus: "CURATED" }] };

/** The API's own words for all that a record tells, under the same names. */
const QUERY = `
	query ($filter: StatementFilter, $after: String) {
		statements(filter: $filter, first: 100, after: $after) {
			nodes {
				id slug kind act text language
				spans { ...Span prefix suffix }
				quotes { ...Span }
				cue { ...Span }
				attributions { speaker { ...Speaker } role resolution }
				addressees { speaker { ...Speaker } description }
				relays { speaker { ...Speaker } }
				parent { slug }
				saidAt { ...Date }
				locations { role location { slug kind name wikidataId } }
				occasion { slug name }
				article { slug title language publisher { slug name } publishedAt { ...Date } }
				review { status method confidence }
			}
			pageInfo { hasNextPage endCursor }
		}
	}
	fragment Span on TextSpan { source start end startCodePoint endCodePoint exact }
	fragment Speaker on Speaker { slug kind name wikidataId }
	fragment Date on FuzzyDate { edtf earliest latest precision basis note }`;

interface Node extends Record<string, unknown> {
	readonly relays: readonly { readonly speaker: unknown }[];
	readonly parent: { readonly slug: string } | null;
	readonly locations: readonly { readonly role: string; readonly location: object }[];
}

/** An answer of the API in the shape of a record. */
function asRecord({ relays, parent, locations, ...same }: Node): object {
	return {
		...same,
		relays: relays.map(({ speaker }) => speaker),
		parent: parent?.slug ?? null,
		locations: locations.map(({ role, location }) => ({ role, ...location })),
	};
}

async function answered(): Promise<object[]> {
	const nodes: Node[] = [];
	let after: string | null = null;
	for (;;) {
		const { statements } = (await answer(app, QUERY, { filter: ALL, after })) as {
			statements: { nodes: Node[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
		};
		nodes.push(...statements.nodes);
		if (!statements.pageInfo.hasNextPage) return nodes.map(asRecord);
		after = statements.pageInfo.endCursor;
	}
}

it("tells of every statement what the API tells of it", async () => {
	const exported: ExportRecord[] = await records(app, { filter: ALL });
	expect(exported.length).toBeGreaterThan(40);
	expect(exported).toEqual(await answered());
});

it("is tested on statements that have everything", async () => {
	const all = await records(app, { filter: ALL });
	const missing = Object.entries({
		parent: all.some(({ parent }) => parent !== null),
		title: all.some(({ spans }) => spans.some(({ source }) => source === "TITLE")),
		parted: all.some(({ spans }) => spans.length > 1),
		joint: all.some(({ attributions }) => attributions.length > 1),
		relayed: all.some(({ relays }) => relays.length > 0),
		addressed: all.some(({ addressees }) => addressees.some(({ speaker }) => speaker !== null)),
		undated: all.some(({ saidAt }) => saidAt.precision === "UNKNOWN"),
		doubted: all.some(({ review }) => review.confidence !== null),
		unplaced: all.some(({ locations }) => locations.length === 0),
	}).filter(([, found]) => !found);
	expect(missing).toEqual([]);
});
