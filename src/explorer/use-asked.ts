import type { TadaDocumentNode } from "gql.tada";
import { useEffect, useState } from "preact/hooks";
import { ask, NoAnswer } from "./api.ts";

/** What has become of a question. */
export interface Asked<Data> {
	/** The last answer; it stays in sight while another one is waited for. */
	readonly data: Data | null;
	readonly error: NoAnswer | null;
	readonly isWaiting: boolean;
	readonly again: () => void;
}

/**
 * Gets an answer, and another one whenever the question is another. What could not be had is asked
 * for again when the browser is connected again.
 *
 * @param key what the answer depends on; null: nothing is asked
 * @param get gets the answer; it ends when its signal says that nobody waits any more
 */
export function useAnswer<Data>(
	key: string | null,
	get: (signal: AbortSignal) => Promise<Data>,
): Asked<Data> {
	const [data, setData] = useState<Data | null>(null);
	const [error, setError] = useState<NoAnswer | null>(null);
	const [isWaiting, setWaiting] = useState(key !== null);
	const [attempt, setAttempt] = useState(0);
	useEffect(() => {
		if (key === null) return undefined;
		const leaving = new AbortController();
		setWaiting(true);
		get(leaving.signal)
			.then((answer) => {
				if (leaving.signal.aborted) return;
				setData(() => answer);
				setError(null);
			})
			.catch((fault: unknown) => {
				if (leaving.signal.aborted) return;
				setError(fault instanceof NoAnswer ? fault : new NoAnswer(String(fault)));
			})
			.finally(() => {
				if (!leaving.signal.aborted) setWaiting(false);
			});
		return () => leaving.abort();
	}, [key, attempt]);
	const again = () => setAttempt((count) => count + 1);
	useEffect(() => {
		if (error === null) return undefined;
		addEventListener("online", again);
		return () => removeEventListener("online", again);
	}, [error]);
	return { data, error, isWaiting, again };
}

/**
 * Asks the API one question whenever its variables change.
 *
 * @param variables null: nothing is asked
 */
export function useAsked<Data, Variables extends object>(
	document: TadaDocumentNode<Data, Variables>,
	variables: Variables | null,
): Asked<Data> {
	const key = variables === null ? null : JSON.stringify(variables);
	return useAnswer(key, (signal) => ask(document, variables ?? ({} as Variables), signal));
}
