import type { Format } from "./format.ts";

/**
 * One JSON object a line, each line with a line feed at its end, for programs.
 *
 * @see https://github.com/ndjson/ndjson-spec
 */
export const ndjson: Format = {
	ending: "ndjson",
	contentType: "application/x-ndjson; charset=utf-8",
	edition: 1,
	begin: () => "",
	write: (records) => records.map((record) => `${JSON.stringify(record)}\n`).join(""),
	end: "",
};
