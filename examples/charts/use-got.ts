import { useEffect, useState } from "preact/hooks";
import { NoAnswer } from "./server.ts";

/** What has become of something that is got from the server. */
export interface Got<Data> {
	/** The last that came; it stays in sight while other is waited for. */
	readonly data: Data | null;
	readonly fault: NoAnswer | null;
	readonly isWaiting: boolean;
	again(): void;
}

interface State<Data> {
	readonly data: Data | null;
	readonly fault: NoAnswer | null;
	/** What it was got for. */
	readonly key: string;
}

/**
 * Gets something, and anew whenever it is to be got for something else.
 *
 * @param key what it depends on
 * @param get gets it; it ends when its signal says that nobody waits any more
 */
export function useGot<Data>(key: string, get: (signal: AbortSignal) => Promise<Data>): Got<Data> {
	const [attempt, setAttempt] = useState(0);
	const [state, setState] = useState<State<Data>>({ data: null, fault: null, key: "" });
	const wanted = `${attempt} ${key}`;
	useEffect(() => {
		const leaving = new AbortController();
		const unless = (next: (before: State<Data>) => State<Data>) => {
			if (!leaving.signal.aborted) setState(next);
		};
		get(leaving.signal).then(
			(data) => unless(() => ({ data, fault: null, key: wanted })),
			(error: unknown) => {
				// What is no answer of the server is a fault of this page, and no reader can mend it.
				if (!(error instanceof NoAnswer)) console.error(error);
				const fault = error instanceof NoAnswer ? error : new NoAnswer("foreign");
				unless(({ data }) => ({ data, fault, key: wanted }));
			},
		);
		return () => leaving.abort();
	}, [wanted]);
	const { data, fault, key: got } = state;
	return {
		data,
		fault,
		isWaiting: got !== wanted,
		again: () => setAttempt((before) => before + 1),
	};
}
