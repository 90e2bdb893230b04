import { once } from "node:events";
import type { Writable } from "node:stream";

/** Writes lines to a reader that may be slow, or gone. */
export interface LineWriter {
	/** Writes a line; waits for a slow reader. Gives false where the reader is gone. */
	write(line: string): Promise<boolean>;
}

/**
 * Lines for a stream, as fast as its reader takes them. A reader that has closed the stream,
 * as `head` does, is no failure: what comes after has no reader.
 *
 * @throws Error of the stream for any other failure of it
 */
export function linesTo(stream: Writable = process.stdout): LineWriter {
	let failure: NodeJS.ErrnoException | null = null;
	stream.on("error", (error) => {
		failure = error;
	});
	const isOpen = () => {
		if (failure === null) return true;
		if (failure.code !== "EPIPE") throw failure;
		return false;
	};
	return {
		async write(line) {
			if (!isOpen()) return false;
			if (!stream.write(`${line}\n`))
				await once(stream, "drain").catch((error: NodeJS.ErrnoException) => {
					failure = error;
				});
			return isOpen();
		},
	};
}
