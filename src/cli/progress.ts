import type { LoadPhase, LoadProgress } from "../database/load.ts";
import type { PrepareEvents } from "../database/prepare.ts";

const PERCENT = 100;
/** Without a terminal: a line each time that this share more of a phase is done. */
const PLAIN_STEP = 25;
/** In milliseconds: what is done sooner is told by its last line alone. */
const SOON = 1000;
/** In milliseconds: so long a line stays at least in a terminal, and where there is none. */
const SHORTEST = { terminal: 100, plain: 1000 };
/** In milliseconds: where nobody knows the share that is done, a plain line each time. */
const LONGEST = 60_000;

/** What a person is told of each phase. */
const PHASES: Readonly<Record<LoadPhase, string>> = {
	copying: "writing rows",
	indexing: "building indexes",
	linking: "checking links",
	analyzing: "counting for the planner",
	swapping: "waiting for readers of the old corpus to end",
	done: "seeded",
};

function grouped(count: number): string {
	return Math.round(count).toLocaleString("en");
}

function duration(seconds: number): string {
	const whole = Math.ceil(seconds);
	return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

function percentOf({ rowsDone, rowsTotal }: LoadProgress): number | null {
	return rowsTotal === null ? null : Math.floor((PERCENT * rowsDone) / Math.max(rowsTotal, 1));
}

/** Rows are told while they are written; in later phases each is counted several times. */
function lineOf(progress: LoadProgress): string {
	const { phase, rowsDone, rowsTotal, rowsPerSecond, secondsLeft } = progress;
	const percent = percentOf(progress);
	const rows =
		rowsTotal === null ? grouped(rowsDone) : `${grouped(rowsDone)} of ${grouped(rowsTotal)}`;
	const parts = [percent === null ? "" : `${percent} %`];
	if (phase === "copying") parts.push(`${rows} rows`, `${grouped(rowsPerSecond)} rows/s`);
	if (secondsLeft !== null) parts.push(`${duration(secondsLeft)} left`);
	const told = parts.filter((part) => part !== "").join(", ");
	return `seeding: ${PHASES[phase]}${told === "" ? "" : ` ${told}`}`;
}

/** Decides when there is something new to tell. */
function createPace(isTerminal: boolean) {
	let began: number | undefined;
	let last = { at: Number.NEGATIVE_INFINITY, key: "" };
	return {
		/** In milliseconds since the first. */
		since: (at: number) => at - (began ?? at),
		isDue(progress: LoadProgress, at: number): boolean {
			began ??= at;
			const percent = percentOf(progress);
			const step = isTerminal || percent === null ? percent : Math.floor(percent / PLAIN_STEP);
			const key = `${progress.phase} ${step}`;
			const isNew = isTerminal || key !== last.key || at - last.at >= LONGEST;
			const isEarly =
				at - began < SOON || at - last.at < (isTerminal ? SHORTEST.terminal : SHORTEST.plain);
			if (!isNew || isEarly) return false;
			last = { at, key };
			return true;
		},
	};
}

/**
 * Shows on standard error how far the preparing of a database is: one line that changes
 * in a terminal, a few plain lines elsewhere, and only the last one when it takes less
 * than a second.
 *
 * @param now in milliseconds
 */
export function showPreparation(
	stream: NodeJS.WriteStream = process.stderr,
	now: () => number = () => performance.now(),
): PrepareEvents {
	const pace = createPace(stream.isTTY);
	const clear = stream.isTTY ? "\r\u001b[K" : "";
	const finish = ({ rowsDone, rowsPerSecond }: LoadProgress, at: number) => {
		const seconds = (pace.since(at) / 1000).toFixed(1);
		stream.write(
			`${clear}seeded ${grouped(rowsDone)} rows in ${seconds} s, ${grouped(rowsPerSecond)} rows/s\n`,
		);
	};
	return {
		onNote: (line) => stream.write(`${line}\n`),
		onProgress: (progress) => {
			const at = now();
			if (progress.phase === "done") return finish(progress, at);
			if (pace.isDue(progress, at))
				stream.write(`${clear}${lineOf(progress)}${stream.isTTY ? "" : "\n"}`);
		},
	};
}
