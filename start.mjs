// Runs src/cli/start.ts bundled into a few files: node start.mjs [--help]
//
// Transforming and resolving two hundred modules is most of what a start would take,
// so the bundle is kept, and made again when the sources change (bundle.mjs). Every
// other command runs the sources themselves, by run.mjs.
import { pathToFileURL } from "node:url";
import { ensureBundle } from "./bundle.mjs";

await import(pathToFileURL(await ensureBundle()).href);
