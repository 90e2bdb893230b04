import { builder } from "./builder.ts";

/** Which way a text runs. */
export const TextDirection = builder.enumType("TextDirection", {
	description: "Which way a text runs.",
	values: {
		RTL: { description: "From right to left, as Arabic." },
		LTR: { description: "From left to right, as English." },
	},
});
