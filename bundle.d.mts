import type { BuildOptions } from "esbuild";

/** What esbuild is told, besides the entries and the folder, which must be one in src/generated. */
export const bundleOptions: BuildOptions;

/**
 * Makes the database client and the bundle of src/cli/start.ts, unless they are there already and
 * of the same sources.
 *
 * @returns the file to run
 */
export function ensureBundle(): Promise<string>;
