import { expect, test } from "vitest";
import { withDerived } from "../../../src/database/load/derive.ts";
import { linkDeriver } from "../../../src/database/load/link-deriver.ts";
import type { TableChunk } from "../../../src/database/load/table-chunk.ts";

const DAY = new Date(Date.UTC(2018, 4, 17));
const NONE = { attributions: [], addressees: [], relays: [], locations: [] };

function statement(position: number, links: object) {
	const slug = `article.${position}`;
	return { slug, articleSlug: "article", position, saidEarliest: DAY, ...NONE, ...links };
}

/** Those of one table, one after the other. */
async function derived(rows: readonly object[], table: TableChunk["table"]): Promise<object[]> {
	const chunks = async function* (): AsyncGenerator<TableChunk> {
		yield { table: "article", rows: [{ slug: "article" }] };
		yield { table: "statement", rows };
	};
	const found: object[] = [];
	for await (const chunk of withDerived(chunks(), [linkDeriver()]))
		if (chunk.table === table) found.push(...chunk.rows);
	return found;
}

test("each link is a row with the number of its statement, in the order of the statement", async () => {
	const rows = [
		statement(0, { locations: [{ locationSlug: "moscow", role: "SPOKEN_AT", mention: null }] }),
		statement(1, {
			attributions: [
				{
					speakerSlug: "b",
					role: "JOINT",
					resolution: "NAME",
					officeId: "b.1",
					mention: { start: 1 },
				},
				{ speakerSlug: "a", role: "JOINT", resolution: "NAME", officeId: null, mention: null },
			],
		}),
	];
	const shared = {
		statementNumber: 1,
		role: "JOINT",
		resolution: "NAME",
		articleSlug: "article",
		statementPosition: 1,
		saidEarliest: DAY,
	};
	expect(await derived(rows, "attribution")).toEqual([
		{ ...shared, position: 0, speakerSlug: "b", officeId: "b.1" },
		{ ...shared, position: 1, speakerSlug: "a", officeId: null },
	]);
	expect(await derived(rows, "statementLocation")).toEqual([
		{ statementNumber: 0, position: 0, locationSlug: "moscow", role: "SPOKEN_AT" },
	]);
});

test("whom it is said to and who passed it on are rows too, also who has no entry", async () => {
	const rows = [
		statement(0, {
			addressees: [{ speakerSlug: null, description: "reporters", mention: null }],
			relays: [
				{ speakerSlug: "near", mention: null },
				{ speakerSlug: "far", mention: null },
			],
		}),
	];
	expect(await derived(rows, "addressee")).toEqual([
		{ statementNumber: 0, position: 0, speakerSlug: null, description: "reporters" },
	]);
	expect(await derived(rows, "relay")).toEqual([
		{ statementNumber: 0, position: 0, speakerSlug: "near" },
		{ statementNumber: 0, position: 1, speakerSlug: "far" },
	]);
});
