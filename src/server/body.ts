import type { IncomingMessage, ServerResponse } from "node:http";

/** Reads a body; null as soon as it is longer than most bytes, of which nothing is kept then. */
export function readBody(request: IncomingMessage, most: number): Promise<string | null> {
	if (Number(request.headers["content-length"]) > most) return Promise.resolve(null);
	return new Promise((resolve, reject) => {
		let chunks: Buffer[] = [];
		let length = 0;
		const take = (chunk: Buffer) => {
			length += chunk.byteLength;
			if (length <= most) {
				chunks.push(chunk);
				return;
			}
			request.off("data", take).pause();
			chunks = [];
			resolve(null);
		};
		request.on("data", take);
		request.once("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
		request.once("error", reject);
		request.once("close", () => {
			if (!request.complete) reject(new Error("the client went away while it was sending"));
		});
	});
}

/** How long a client that has its answer may go on sending, in milliseconds. */
const LINGERING = 1000;

/**
 * Answers a request whose body is not wanted, and ends the connection. What the client still
 * sends goes unread past us for a moment: a connection that is cut while something arrives
 * takes the answer with it, on many systems, before the client has read it.
 *
 * @param send writes the head and the body of the answer, and does not end it
 */
export function answerUnread(
	request: IncomingMessage,
	response: ServerResponse,
	send: (response: ServerResponse) => void,
): void {
	response.shouldKeepAlive = false;
	send(response);
	const end = () => {
		clearTimeout(lingering);
		response.end();
	};
	const lingering = setTimeout(end, LINGERING);
	request.once("end", end).once("close", () => clearTimeout(lingering));
	request.resume();
}
