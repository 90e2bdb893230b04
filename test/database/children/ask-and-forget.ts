import { readFile } from "node:fs/promises";
import { openBare } from "../../../src/database/embedded/open.ts";
import { openThread } from "../../../src/database/embedded/thread.ts";

const archive = await readFile(process.argv[2] ?? "");
const database = await openBare(openThread(new Uint8Array(archive).buffer));
await database.pool.query("SELECT pg_sleep(0.5)");
console.log("answered");
