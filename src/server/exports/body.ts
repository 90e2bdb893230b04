import { ServerResponse } from "node:http";
import { Readable } from "node:stream";

/** How a body tells that it cannot be finished. */
export interface FailureHandling {
	/** Gets what went wrong; a client that went away is nothing wrong. */
	readonly logUnexpected: (cause: unknown) => void;
	/** What Yoga knows of the request besides itself: under Node, the answer that is being written. */
	readonly serverContext: object;
}

/**
 * Cuts the connection before the last chunk of RFC 9112, section 7.1, without which a
 * client knows that the file is not whole. A client of HTTP/1.0 gets no chunks and
 * cannot know: to it the end of the connection is the end of the file.
 */
function breakOff(serverContext: object): void {
	const response = "res" in serverContext ? serverContext.res : undefined;
	if (response instanceof ServerResponse) response.destroy();
}

async function* encoded(
	first: string,
	rest: AsyncGenerator<string, void, undefined>,
	logUnexpected: (cause: unknown) => void,
): AsyncGenerator<Buffer, void, undefined> {
	try {
		if (first !== "") yield Buffer.from(first, "utf8");
		for await (const chunk of rest) if (chunk !== "") yield Buffer.from(chunk, "utf8");
	} catch (error) {
		logUnexpected(error);
		throw error;
	}
}

/**
 * A body that is made while it is sent: a chunk is asked for when the one before it is
 * on its way (one is held ready), and none any more when the client goes away. When a
 * chunk fails, reading the body fails, and the connection is cut.
 *
 * @param first the chunk that was asked for before, so that what fails early can still be told
 */
export function bodyOf(
	first: string,
	rest: AsyncGenerator<string, void, undefined>,
	{ logUnexpected, serverContext }: FailureHandling,
): BodyInit {
	const body = Readable.from(encoded(first, rest, logUnexpected), { objectMode: false });
	// Yoga does not listen to errors of a body; one that nobody listens to would end the process.
	body.on("error", () => breakOff(serverContext));
	// Yoga's Response takes a stream of Node, which it knows how to send; the types of the DOM do not know it.
	return body as unknown as BodyInit;
}
