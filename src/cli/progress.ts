import type { LoadProgress } from "../database/load.ts";
import type { PrepareEvents } from "../database/prepare.ts";

const PERCENT = 100;
/** Without a terminal: a line each time that this share more is done. */
const PLAIN_STEP = 25;

/**
 * Shows on standard error how far the preparing of a database is: one line that
 * changes in a terminal, a few plain lines elsewhere.
 */
export function showPreparation(stream: NodeJS.WriteStream = process.stderr): PrepareEvents {
	const started = performance.now();
	let shown = -1;
	const finish = ({ rowsTotal }: LoadProgress) => {
		const seconds = (performance.now() - started) / 1000;
		stream.write(
			`${stream.isTTY ? "\r\u001b[K" : ""}seeded ${rowsTotal} rows in ${seconds.toFixed(1)} s\n`,
		);
	};
	return {
		onNote: (line) => stream.write(`${line}\n`),
		onProgress: (progress) => {
			const { table, rowsDone, rowsTotal } = progress;
			if (rowsDone === rowsTotal) return finish(progress);
			const percent = Math.floor((PERCENT * rowsDone) / rowsTotal);
			const step = stream.isTTY ? percent : Math.floor(percent / PLAIN_STEP);
			if (step === shown) return;
			shown = step;
			const line = `seeding ${percent} % (${rowsDone} of ${rowsTotal} rows, ${table})`;
			stream.write(stream.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
		},
	};
}
