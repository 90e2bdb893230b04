import { mkdir, writeFile } from "node:fs/promises";
import { fileSchemas } from "../curation/format/schemas.ts";
import { printedSchema } from "../schema/index.ts";
import { runCommand } from "./run-command.ts";

const HELP = `Writes what is printed from the code: schema.graphql, the GraphQL schema, and
seed/schemas/*.schema.json, by which editors complete and check the curated files.

  npm run print-schema

A test fails when they differ from the code.`;

await runCommand({ help: HELP }, async () => {
	await writeFile("schema.graphql", printedSchema());
	await mkdir("seed/schemas", { recursive: true });
	for (const { name, jsonSchema } of Object.values(fileSchemas))
		await writeFile(`seed/schemas/${name}.schema.json`, `${JSON.stringify(jsonSchema, null, 2)}\n`);
	return 0;
});
