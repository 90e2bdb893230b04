const OK = 200;
const SHOWN = 500;

/** Why the text of an answer is none that may be counted; null for one that may. */
function faultIn(text: string): string | null {
	try {
		const json: unknown = JSON.parse(text);
		if (typeof json !== "object" || json === null) return "expected an object";
		return "errors" in json ? "expected an answer without errors" : null;
	} catch {
		return "expected JSON";
	}
}

/**
 * Checks an answer under load. Errors of GraphQL come with the status 200, and a contender
 * that answers with them looks fast: so the first answer to each request is read whole,
 * and each later one must have as many bytes.
 *
 * @param expectedBytes null for the first
 * @throws Error that shows the answer
 */
export function checkAnswer(
	status: number,
	bytes: number,
	expectedBytes: number | null,
	text: () => string,
): void {
	const fail = (reason: string) => {
		throw new Error(`${reason}, found: ${text().slice(0, SHOWN)}`);
	};
	if (status !== OK) fail(`expected the status ${OK}, found ${status}`);
	if (expectedBytes === null) {
		const fault = faultIn(text());
		if (fault !== null) fail(fault);
	} else if (bytes !== expectedBytes)
		fail(`expected ${expectedBytes} bytes as before, found ${bytes}`);
}
