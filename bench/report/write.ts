import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Results } from "../results.ts";
import { toMarkdown } from "./markdown.ts";
import { toPlot } from "./plot.ts";

/** What people have found out about the figures, in the folder of the report: it goes into it. */
const FINDINGS = "findings.md";

/** Nothing where there is no such file. */
async function readFindings(folder: string): Promise<string> {
	return readFile(join(folder, FINDINGS), "utf8").catch((error: NodeJS.ErrnoException) => {
		if (error.code === "ENOENT") return "";
		throw error;
	});
}

/**
 * Writes report.md, report.svg and report.json into a folder; a findings.md that lies
 * there is the end of the first.
 *
 * @returns the path of the first
 */
export async function writeReport(folder: string, results: Results): Promise<string> {
	await mkdir(folder, { recursive: true });
	const path = (ending: string) => join(folder, `report.${ending}`);
	await writeFile(path("json"), `${JSON.stringify(results, null, "\t")}\n`);
	await writeFile(path("svg"), await toPlot(results));
	const parts = [toMarkdown(results), await readFindings(folder)].filter((part) => part !== "");
	await writeFile(path("md"), parts.join("\n"));
	return path("md");
}
