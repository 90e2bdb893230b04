import { writeFile } from "node:fs/promises";
import { runCommand } from "../../src/cli/run-command.ts";
import { makePage } from "./page.ts";

const HELP = `Makes examples/charts/charts.html: a page of charts in one file, to open beside a
running server (docs/dashboards.md).

  npm run charts`;

const FILE = new URL("charts.html", import.meta.url);

await runCommand({ help: HELP }, async () => {
	await writeFile(FILE, await makePage());
	console.log(`Open ${FILE.href} in a browser, beside a running server.`);
	return 0;
});
