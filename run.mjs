// Lets Node run the TypeScript sources: node --import ./run.mjs src/cli/start.ts
// The cache that tsx would keep in the system's temporary folder is switched off,
// so that nothing is left outside this one.
import { isMainThread } from "node:worker_threads";

process.env.TSX_DISABLE_CACHE = "1";
if (isMainThread) await import("tsx");
// By itself, tsx leaves other threads as they are.
else (await import("tsx/esm/api")).register();
