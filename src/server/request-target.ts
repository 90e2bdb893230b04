import type { IncomingMessage } from "node:http";
import { errorCodes } from "../schema/errors.ts";

/** Why a request is not for this server. */
export interface TargetFault {
	readonly status: number;
	readonly code: string;
	readonly message: string;
}

const BAD_REQUEST = 400;
const NOT_FOUND = 404;
/** RFC 9110, section 7.2: a name or an address, with a port or without; none in HTTP/1.0. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;
/** The last header Host of which a URL could be made: most are the same. */
let lastHost = "";

function isHost(host: string): boolean {
	if (host === "" || host === lastHost) return true;
	const isOne = HOST.test(host) && URL.canParse(`http://${host}/`);
	if (isOne) lastHost = host;
	return isOne;
}

function isWritten(url: string, path: string): boolean {
	return url === path || url.startsWith(`${path}?`);
}

/**
 * Why a request leads nowhere; null for one that the application may see. Yoga makes a URL of
 * the header Host and the target: with a host that is none, or a whole URL for a target, that
 * fails, and is answered with the stack of the error; with a host that has a path in it, or
 * points in the target, it leads to a path that is not the one that was looked at here.
 *
 * @param path the only one that is answered behind the turns
 */
export function targetFault(
	{ url = "", rawHeaders }: Pick<IncomingMessage, "url" | "rawHeaders">,
	path: string,
): TargetFault | null {
	const hosts = rawHeaders.filter(
		(_text, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === "host",
	);
	const bad = (message: string) => ({
		status: BAD_REQUEST,
		code: errorCodes.badRequest,
		message,
	});
	if (hosts.length > 1 || !isHost(hosts[0] ?? ""))
		return bad("expected the name of one host in the header Host");
	if (!url.startsWith("/")) return bad("expected a path as the target of the request");
	if (isWritten(url, path)) return null;
	const target = `http://localhost${url}`;
	if (URL.canParse(target) && new URL(target).pathname !== path) return null;
	const message = `expected ${path} without points or percent signs for it`;
	return { status: NOT_FOUND, code: errorCodes.notFound, message };
}
