import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { test } from "vitest";
import { readExamples } from "../../src/server/examples.ts";
import { ask, counting, testApp } from "../support/app.ts";
import { corpusDatabase } from "../support/database.ts";

test("regenerate", async () => {
	const database = counting(await corpusDatabase());
	const app = testApp(database);
	for (const f of readdirSync("test/queries")) if (f.endsWith(".json")) rmSync(`test/queries/${f}`);
	for (const { name, query } of readExamples()) {
		database.count = 0;
		const { data, errors } = await ask(app, query);
		if (errors) {
			console.log(
				name,
				errors.map((e) => e.message),
			);
			continue;
		}
		console.log(name, database.count, JSON.stringify(data).length);
		writeFileSync(
			`test/queries/${name}.json`,
			JSON.stringify({ sqlStatements: database.count, data }, null, "\t") + "\n",
		);
	}
}, 100000);
