import { writeFile } from "node:fs/promises";
import { makePage } from "./page.ts";

const FILE = new URL("charts.html", import.meta.url);

await writeFile(FILE, await makePage());
console.log(`Open ${FILE.href} in a browser, beside a running server.`);
