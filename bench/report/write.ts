import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Results } from "../results.ts";
import { toMarkdown } from "./markdown.ts";
import { toPlot } from "./plot.ts";

/**
 * Writes report.md, report.svg and report.json into a folder.
 *
 * @returns the path of the first
 */
export async function writeReport(folder: string, results: Results): Promise<string> {
	await mkdir(folder, { recursive: true });
	const path = (ending: string) => join(folder, `report.${ending}`);
	await writeFile(path("json"), `${JSON.stringify(results, null, "\t")}\n`);
	await writeFile(path("svg"), await toPlot(results));
	await writeFile(path("md"), toMarkdown(results));
	return path("md");
}
