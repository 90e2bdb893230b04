import { type Browser, chromium } from "playwright-core";

/** The browser: that of CHROMIUM, or where Debian has it. */
export const chromiumPath = process.env.CHROMIUM || "/usr/bin/chromium";

/** Starts the browser, for which there is no host but this one. */
export function startChromium(): Promise<Browser> {
	return chromium.launch({
		executablePath: chromiumPath,
		args: [
			"--headless",
			"--no-sandbox",
			"--disable-gpu",
			"--disable-quic",
			"--no-first-run",
			"--disable-background-networking",
			"--disable-component-update",
			"--disable-sync",
			"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
		],
	});
}
