import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { fileSchemas } from "../src/curation/format/schemas.ts";

const FOLDER = new URL("../seed/schemas/", import.meta.url);
const schemas = Object.values(fileSchemas);

describe("seed/schemas", () => {
	it("holds one JSON Schema for each kind of curated file, and nothing else", async () => {
		const names = schemas.map(({ name }) => `${name}.schema.json`);
		expect((await readdir(FOLDER)).toSorted()).toEqual(names.toSorted());
	});

	it.each(schemas)(
		"says of $name what the code says; npm run print-schema writes it",
		async (schema) => {
			const text = await readFile(new URL(`${schema.name}.schema.json`, FOLDER), "utf8");
			expect(text).toBe(`${JSON.stringify(schema.jsonSchema, null, 2)}\n`);
		},
	);

	it("is what every curated file names for its editors", async () => {
		for (const folder of ["articles", "authorities"]) {
			const place = new URL(`../seed/${folder}/`, import.meta.url);
			for (const file of await readdir(place)) {
				const kind = folder === "articles" ? "article" : file.replace(/\.yaml$/, "");
				const [line] = (await readFile(new URL(file, place), "utf8")).split("\n");
				expect(line, file).toBe(`# yaml-language-server: $schema=../schemas/${kind}.schema.json`);
			}
		}
	});
});
