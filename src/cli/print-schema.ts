import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileSchemas } from "../curation/format/schemas.ts";
import { printedSchema, schema } from "../schema/index.ts";
import { withDataModel } from "./pages/data-model-page.ts";
import { schemaPage } from "./pages/schema-page.ts";
import { runCommand } from "./run-command.ts";

const HELP = `Writes what is printed from the code:

  schema.graphql                the GraphQL schema
  docs/schema.md                the same for reading
  docs/data-model.md            its diagram and its list of tables, of prisma/schema.prisma
  seed/schemas/*.schema.json    by which editors complete and check the curated files

  npm run print-schema

A test fails when they differ from the code.`;

await runCommand({ help: HELP }, async () => {
	const model = await readFile("prisma/schema.prisma", "utf8");
	const modelPage = withDataModel(await readFile("docs/data-model.md", "utf8"), model);
	await writeFile("schema.graphql", printedSchema());
	await writeFile("docs/schema.md", schemaPage(schema));
	await writeFile("docs/data-model.md", modelPage);
	await mkdir("seed/schemas", { recursive: true });
	for (const { name, jsonSchema } of Object.values(fileSchemas))
		await writeFile(`seed/schemas/${name}.schema.json`, `${JSON.stringify(jsonSchema, null, 2)}\n`);
	return 0;
});
