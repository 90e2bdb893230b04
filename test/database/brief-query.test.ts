import type pg from "pg";
import { describe, expect, it } from "vitest";
import { BriefQuery } from "../../src/database/brief-query.ts";
import { resultTypes } from "../../src/database/database.ts";

const TEXT_TYPE = 25;

/** A connection that sends nothing. */
function silentConnection(): pg.Connection {
	const nothing = () => undefined;
	const methods = {
		parse: nothing,
		bind: nothing,
		describe: nothing,
		execute: nothing,
		sync: nothing,
	};
	return {
		...methods,
		parsedStatements: {},
		submittedNamedStatements: {},
		stream: {},
	} as unknown as pg.Connection;
}

/** A statement on a connection, and what has become of it. */
function ask(connection: pg.Connection) {
	const settled: (readonly object[] | string)[] = [];
	const statement = { name: "one", text: "SELECT $1 AS a", values: ["1"] };
	const query = new BriefQuery(statement, resultTypes, (error, rows) =>
		settled.push(error?.message ?? rows),
	);
	query.submit(connection);
	return { query, settled };
}

describe("the rows of a statement", () => {
	it("are read by how they were described the first time", () => {
		const connection = silentConnection();
		const [first, second] = [ask(connection), ask(connection)];
		first.query.handleRowDescription({ fields: [{ name: "a", dataTypeID: TEXT_TYPE }] });
		first.query.handleDataRow({ fields: ["x"] });
		first.query.handleReadyForQuery();
		const third = ask(connection);
		third.query.handleDataRow({ fields: ["y"] });
		third.query.handleReadyForQuery();
		expect([first.settled, second.settled, third.settled]).toEqual([
			[[{ a: "x" }]],
			[],
			[[{ a: "y" }]],
		]);
	});

	it("are not believed where they are those of another one, nor is anything behind them", () => {
		const connection = silentConnection();
		const [first, second] = [ask(connection), ask(connection)];
		first.query.handleRowDescription({ fields: [{ name: "a", dataTypeID: TEXT_TYPE }] });
		first.query.handleDataRow({ fields: ["x", "y"] });
		first.query.handleReadyForQuery();
		second.query.handleRowDescription({ fields: [{ name: "a", dataTypeID: TEXT_TYPE }] });
		second.query.handleDataRow({ fields: ["z"] });
		second.query.handleReadyForQuery();
		expect(first.settled).toEqual(["expected rows of 1 columns, found 2"]);
		expect(second.settled).toEqual(["a statement before this one had rows of another one"]);
	});

	it("are not believed where nobody has described them", () => {
		const { query, settled } = ask(silentConnection());
		query.handleDataRow({ fields: ["x"] });
		query.handleReadyForQuery();
		expect(settled).toEqual(["expected rows of 0 columns, found 1"]);
	});
});
