import { expect, test } from "vitest";
import { readDictionary } from "../../../src/database/columns/read.ts";
import { compareOrders, orderOf } from "../../../src/database/stats/ranking.ts";
import { emptyDatabase } from "../../support/database.ts";

const NAMES = [
	{ slug: "c", sortName: "same" },
	{ slug: "a", sortName: "same" },
	{ slug: "b", sortName: "Zebra" },
	{ slug: "d", sortName: "zebra" },
];

test("rows of a noun are in the order of their labels by code point, then of their slugs", async () => {
	const database = await emptyDatabase();
	const { publisher } = await database.writer();
	const data = NAMES.map((row, number) => ({ ...row, number, reviewStatus: "CURATED" as const }));
	await publisher.createMany({ data });
	const { labels, places } = await readDictionary(database, "", "Publisher");
	expect([...places]).toEqual([2, 1, 0, 3]);
	expect([...labels]).toEqual([1, 1, 0, 2]);
	const none = await readDictionary(database, "", "Speaker");
	expect([none.labels.length, none.places.length]).toEqual([0, 0]);
});

test("labels of all dimensions come before the slugs of any", () => {
	const dictionary = { labels: Int32Array.of(0, 0, 1), places: Int32Array.of(0, 1, 2) };
	const dimensions = [
		{ dimension: "SPEAKER", dictionary },
		{ dimension: "TIME", dictionary: null },
		{ dimension: "RELAY", dictionary },
	] as const;
	const sorted = (orderBy: Parameters<typeof orderOf>[1], groups: [number[], number][]) => {
		const order = orderOf(dimensions, orderBy);
		return groups
			.map(([codes, count]) => ({ codes, order: order(codes, count) }))
			.toSorted((a, b) => compareOrders(a.order, b.order))
			.map(({ codes }) => codes.join(" "));
	};
	// The speakers 0 and 1 are called the same, so the relay decides.
	const ties: [number[], number][] = [
		[[0, 5, 2], 1],
		[[1, 5, 0], 1],
	];
	for (const orderBy of ["LABEL_ASC", "COUNT_DESC", "TIME_ASC"] as const)
		expect(sorted(orderBy, ties), orderBy).toEqual(["1 5 0", "0 5 2"]);
	const groups: [number[], number][] = [
		[[2, 1, 0], 3],
		[[0, 2, 0], 1],
		[[0, 1, 0], 1],
		[[1, 1, 0], 3],
	];
	expect(sorted("COUNT_DESC", groups)).toEqual(["1 1 0", "2 1 0", "0 1 0", "0 2 0"]);
	expect(sorted("TIME_ASC", groups)).toEqual(["1 1 0", "2 1 0", "0 1 0", "0 2 0"]);
	expect(sorted("LABEL_ASC", groups)).toEqual(["0 1 0", "0 2 0", "1 1 0", "2 1 0"]);
});
