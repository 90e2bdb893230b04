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
 * Asks the API whenever the variables change.
 *
 * @param variables null: nothing is asked
 */
export function useAsked<Data, Variables extends object>(
	document: TadaDocumentNode<Data, Variables>,
	variables: Variables | null,
): Asked<Data> {
	const [data, setData] = useState<Data | null>(null);
	const [error, setError] = useState<NoAnswer | null>(null);
	const [isWaiting, setWaiting] = useState(variables !== null);
	const [attempt, setAttempt] = useState(0);
	const key = JSON.stringify(variables);
	useEffect(() => {
		if (variables === null) return undefined;
		const leaving = new AbortController();
		setWaiting(true);
		ask(document, variables, leaving.signal)
			.then((answer) => {
				if (leaving.signal.aborted) return;
				setData(() => answer);
				setError(null);
			})
			.catch((fault: unknown) => {
				if (leaving.signal.aborted) return;
				setError(fault instanceof NoAnswer ? fault : new NoAnswer(String(fault), true));
			})
			.finally(() => {
				if (!leaving.signal.aborted) setWaiting(false);
			});
		return () => leaving.abort();
	}, [document, key, attempt]);
	return { data, error, isWaiting, again: () => setAttempt((count) => count + 1) };
}
