import { createHash } from "node:crypto";

/** Names of headers, in small letters, and their values. */
export type SecurityHeaders = Readonly<Record<string, string>>;

/** A Content-Security-Policy of directives and the sources that each allows. */
function policyOf(directives: Readonly<Record<string, string>>): string {
	return Object.entries(directives)
		.map(([name, sources]) => `${name} ${sources}`)
		.join("; ");
}

/**
 * What every answer tells browsers that is data and no page: it is of the type that it
 * says; opened by itself it runs and loads nothing; and no page shows it in a frame.
 *
 * Whether the server is reached by HTTPS is known only to the proxy in front of it, so
 * Strict-Transport-Security is the proxy's to send.
 */
export const API_HEADERS: SecurityHeaders = {
	"content-security-policy": policyOf({ "default-src": "'none'", "frame-ancestors": "'none'" }),
	"x-content-type-options": "nosniff",
};

const SCRIPT = /<script\b[^>]*>([\s\S]*?)<\/script\b/gi;

function hashesOf(html: string): string[] {
	return [...html.matchAll(SCRIPT)].map(([, script = ""]) => {
		const digest = createHash("sha256").update(script, "utf8").digest("base64");
		return `'sha256-${digest}'`;
	});
}

/**
 * What the page of GraphiQL tells browsers: only the scripts that stand in it run, by
 * their digests, and nothing makes code of text; it asks only this server. Its editor
 * (Monaco) runs workers that it makes itself, and makes styles while it runs, from the
 * sizes that it measures, which is why any style is allowed.
 *
 * @param html the page as it is sent
 */
export function pageHeaders(html: string): SecurityHeaders {
	return {
		"content-security-policy": policyOf({
			"default-src": "'none'",
			"script-src": hashesOf(html).join(" "),
			"style-src": "'unsafe-inline'",
			"img-src": "data:",
			"font-src": "data:",
			"connect-src": "'self'",
			"worker-src": "blob:",
			"base-uri": "'none'",
			"form-action": "'none'",
			"frame-ancestors": "'none'",
		}),
		"cross-origin-opener-policy": "same-origin",
		"referrer-policy": "no-referrer",
		"x-content-type-options": "nosniff",
		"x-frame-options": "DENY",
	};
}

/**
 * What the explorer's page and its files tell browsers: scripts, styles, fonts and data come from
 * this server and from nowhere else, and nothing makes code or styles of text.
 */
export function explorerHeaders(): SecurityHeaders {
	return {
		"content-security-policy": policyOf({
			"default-src": "'none'",
			"script-src": "'self'",
			"style-src": "'self'",
			"img-src": "data:",
			"font-src": "'self'",
			"connect-src": "'self'",
			"base-uri": "'none'",
			"form-action": "'self'",
			"frame-ancestors": "'none'",
		}),
		"cross-origin-opener-policy": "same-origin",
		"referrer-policy": "no-referrer",
		"x-content-type-options": "nosniff",
		"x-frame-options": "DENY",
	};
}
