import { writeSync } from "node:fs";
import { prepareDatabase } from "../../../src/database/prepare.ts";
import { variedCorpus } from "../variants.ts";

// Seeds a PostgreSQL server with the varied corpus as `npm run seed` does, and stops for ever
// in the middle of it: after the table that the second argument names.

const [url = "", stop = ""] = process.argv.slice(2);

await prepareDatabase({ url }, await variedCorpus(), {
	onNote: () => undefined,
	onProgress: ({ table }) => {
		if (table !== stop) return;
		writeSync(1, "in the middle\n");
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
	},
});
