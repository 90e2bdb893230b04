/** Everyone who takes part. */
export const CONTENDERS = ["ours", "postgraphile", "mercurius", "floor", "constant"] as const;

/** The name of a contender. */
export type ContenderName = (typeof CONTENDERS)[number];

/** What a contender is, for people. */
export const CONTENDER_LABELS: Readonly<Record<ContenderName, string>> = {
	ours: "Aqwal",
	postgraphile: "PostGraphile 5",
	mercurius: "Mercurius, JIT, SQL by hand",
	floor: "floor: node:http and one prepared statement",
	constant: "a constant of the same size",
};
