// Lets Node run the TypeScript sources: node --import ./run.mjs src/cli/start.ts
// The cache that tsx would keep in the system's temporary folder is switched off,
// so that nothing is left outside this one.
process.env.TSX_DISABLE_CACHE = "1";
await import("tsx");
