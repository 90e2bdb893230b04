/** What the server tells the page when it makes it (src/server/explorer/build-assets.ts). */
export interface Built {
	/**
	 * By the names of operations the ids that the server knows them by, where it answers no other
	 * operations; null where it answers any, which are then sent as they are.
	 */
	readonly operationIds: Readonly<Record<string, string>> | null;
	/** The path of the outlines of all countries. */
	readonly worldPath: string;
}

declare const BUILT: Built;

/** Stands in the script as the server has written it there. */
export const built: Built = BUILT;
