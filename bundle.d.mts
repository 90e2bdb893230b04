import type { BuildOptions } from "esbuild";

/** What esbuild is told, besides the entries and the folder, which must be one in src/generated. */
export const bundleOptions: BuildOptions;
