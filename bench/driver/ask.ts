import type { Ask } from "../queries/query.ts";

/** Asks whoever listens at an origin, and reads the answer whole. */
export function askAt(origin: string): Ask {
	return async ({ method, path, body }) => {
		const response = await fetch(`${origin}${path}`, {
			method,
			body,
			headers: { "content-type": "application/json", accept: "application/json" },
		});
		const text = await response.text();
		if (!response.ok)
			throw new Error(
				`expected the status 200 of ${path}, found ${response.status}: ${text.slice(0, 500)}`,
			);
		return JSON.parse(text);
	};
}
