import type { Concurrency } from "../config.ts";
import type { MaybePromise } from "../database/maybe-promise.ts";

/** How much is worked on at once. */
export interface TurnOptions extends Concurrency {
	/** How long a turn lasts; who takes longer goes on, and another begins. */
	readonly milliseconds: number;
}

/** Ends a turn; may be called again. */
export type EndOfTurn = () => void;

/** Turns, in the order in which they are asked for. */
export interface Turns {
	/**
	 * @param patience how long the turn is waited for, in milliseconds
	 * @returns what ends the turn once it has come; null where too many wait already, or it has not come
	 */
	take(patience: number): MaybePromise<EndOfTurn | null>;
	readonly underWay: number;
	readonly waiting: number;
}

/** One who has been let in. */
interface Visitor {
	readonly since: number;
	isUnderWay: boolean;
}

/**
 * Lets few operations be worked on at once. What an operation makes on its way is soon
 * garbage, but not while it waits for the database, and what is alive is copied at every
 * collection: with sixteen under way instead of four, a third of the processor goes there.
 * One that takes long does not keep the others from their turn; and when ever more come
 * than can be answered, they are told so at once instead of after all the others.
 */
export function createTurns(
	{ atOnce, milliseconds, mostUnderWay, mostWaiting }: TurnOptions,
	now: () => number = () => performance.now(),
): Turns {
	/** Who has a turn, the longest first. */
	const turns = new Set<Visitor>();
	/** Who waits, the longest first. */
	const queue = new Set<(end: EndOfTurn) => void>();
	let underWay = 0;
	let timer: NodeJS.Timeout | undefined;

	const end = (visitor: Visitor) => {
		if (!visitor.isUnderWay) return;
		visitor.isUnderWay = false;
		underWay -= 1;
		turns.delete(visitor);
		admit();
	};
	const begin = (): EndOfTurn => {
		const visitor: Visitor = { since: now(), isUnderWay: true };
		turns.add(visitor);
		underWay += 1;
		return () => end(visitor);
	};
	const isFree = () => turns.size < atOnce && underWay < mostUnderWay;
	/** Takes the turns away that have lasted long enough. */
	const expire = () => {
		timer = undefined;
		const last = now() - milliseconds;
		for (const visitor of turns) {
			if (visitor.since > last) break;
			turns.delete(visitor);
		}
		admit();
	};
	/** Begins the next turns, and sees to it that turns end while anybody waits. */
	const admit = () => {
		for (const come of queue) {
			if (!isFree()) break;
			queue.delete(come);
			come(begin());
		}
		if (queue.size === 0 || timer !== undefined || underWay >= mostUnderWay) return;
		const [oldest] = turns;
		if (oldest !== undefined)
			timer = setTimeout(expire, Math.max(1, oldest.since + milliseconds - now()));
	};
	return {
		take(patience) {
			if (queue.size === 0 && isFree()) return begin();
			if (queue.size >= mostWaiting) return null;
			return new Promise((resolve) => {
				const come = (end: EndOfTurn) => {
					clearTimeout(impatience);
					resolve(end);
				};
				const impatience = setTimeout(() => {
					queue.delete(come);
					resolve(null);
				}, patience);
				queue.add(come);
				admit();
			});
		},
		get underWay() {
			return underWay;
		},
		get waiting() {
			return queue.size;
		},
	};
}
