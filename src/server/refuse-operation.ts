import type { ServerResponse } from "node:http";
import { errorCodes, OUT_OF_TIME, OVERLOADED, RETRY_AFTER } from "../schema/errors.ts";
import { LARGEST_BODY } from "./app.ts";
import type { TargetFault } from "./request-target.ts";
import { API_HEADERS } from "./security-headers.ts";
import { tooLarge } from "./use-body-limit.ts";

const CONTENT_TOO_LARGE = 413;
const SERVICE_UNAVAILABLE = 503;
const GATEWAY_TIMEOUT = 504;

function write(
	response: ServerResponse,
	status: number,
	code: string,
	message: string,
	headers: Readonly<Record<string, string>> = {},
): void {
	const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
	response.writeHead(status, {
		"content-type": "application/json; charset=utf-8",
		"content-length": Buffer.byteLength(body),
		"access-control-allow-origin": "*",
		...API_HEADERS,
		...headers,
	});
	response.write(body);
}

function refuse(...refusal: Parameters<typeof write>): void {
	const [response] = refusal;
	write(...refusal);
	response.end();
}

/** Says that too much is asked at once, and when to ask again. */
export function refuseForNow(response: ServerResponse): void {
	const headers = { "retry-after": String(RETRY_AFTER) };
	refuse(response, SERVICE_UNAVAILABLE, errorCodes.overloaded, OVERLOADED, headers);
}

/** Says that an operation takes longer than it may. */
export function refuseLate(response: ServerResponse): void {
	refuse(response, GATEWAY_TIMEOUT, errorCodes.outOfTime, OUT_OF_TIME);
}

/** Says that a body has too many bytes; the answer is written, and not ended. */
export function refuseTooLarge(response: ServerResponse): void {
	const { message, extensions } = tooLarge(LARGEST_BODY, "more");
	write(response, CONTENT_TOO_LARGE, String(extensions.code), message);
}

/** Says that a request leads nowhere. */
export function refuseTarget(response: ServerResponse, fault: TargetFault): void {
	refuse(response, fault.status, fault.code, fault.message);
}
