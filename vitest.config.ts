import { createRequire } from "node:module";
import { defineConfig } from "vitest/config";

const require = createRequire(import.meta.url);

export default defineConfig({
	resolve: {
		// One graphql for our sources and for the libraries: two copies mask each other's errors.
		alias: [{ find: /^graphql$/, replacement: require.resolve("graphql") }],
	},
	test: {
		include: ["test/**/*.test.ts"],
		// These need a browser: vitest.browser.config.ts.
		exclude: ["test/browser/**"],
		globalSetup: "test/support/global-setup.ts",
		// As many as there are processors: the process that starts them mostly waits.
		maxWorkers: "100%",
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
});
