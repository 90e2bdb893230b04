import { accessSync, constants } from "node:fs";
import { defineConfig } from "vitest/config";
import { chromiumPath } from "./test/browser/chromium.ts";
import tests from "./vitest.config.ts";

try {
	accessSync(chromiumPath, constants.X_OK);
} catch {
	console.error(
		`npm run test:browser: expected Chromium at ${chromiumPath}; install it and a font with Arabic letters (Debian: apt-get install chromium fonts-noto-core), or name another in CHROMIUM`,
	);
	process.exit(1);
}

// The tests that need a browser: npm run test:browser
export default defineConfig({
	...tests,
	test: { ...tests.test, include: ["test/browser/**/*.test.ts"], exclude: [] },
});
