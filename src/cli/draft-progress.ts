/** In milliseconds: so long a line stays at least in a terminal, and where there is none. */
const SHORTEST = { terminal: 100, plain: 2000 };

function grouped(count: number): string {
	return Math.round(count).toLocaleString("en");
}

/** Shows how far the drafting of many files is. */
export interface DraftProgress {
	/** One more file is done. */
	onFile(): void;
	/** A line for a person; it stands above the line that changes. */
	onNote(line: string): void;
	/** All files are done. */
	onEnd(): void;
}

/**
 * Shows on standard error how many files are drafted and how fast: one line that changes in
 * a terminal, a plain line every two seconds elsewhere.
 *
 * @param total how many files there are
 * @param now in milliseconds
 */
export function showDraftProgress(
	total: number,
	stream: NodeJS.WriteStream = process.stderr,
	now: () => number = () => performance.now(),
): DraftProgress {
	const began = now();
	let last = began;
	let done = 0;
	const clear = stream.isTTY ? "\r\u001b[K" : "";
	const line = (at: number) => {
		const rate = done / Math.max((at - began) / 1000, 0.001);
		return `drafting: ${grouped(done)} of ${grouped(total)} files, ${grouped(rate)} files/s`;
	};
	return {
		onFile() {
			done += 1;
			const at = now();
			if (at - last < (stream.isTTY ? SHORTEST.terminal : SHORTEST.plain)) return;
			last = at;
			stream.write(`${clear}${line(at)}${stream.isTTY ? "" : "\n"}`);
		},
		onNote: (note) => stream.write(`${clear}${note}\n`),
		onEnd: () => {
			if (clear !== "") stream.write(clear);
		},
	};
}
