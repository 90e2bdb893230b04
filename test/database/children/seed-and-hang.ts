import { writeSync } from "node:fs";
import { prepareDatabase } from "../../../src/database/prepare.ts";
import { variedCorpus } from "../variants.ts";

// Seeds a PostgreSQL server with the varied corpus as `npm run seed` does, and stops for ever
// in the middle of it: when the phase that the second argument names has done the table that
// the third names, or any.

const [url = "", stop = "", table = ""] = process.argv.slice(2);

await prepareDatabase({ url }, await variedCorpus(), {
	onNote: () => undefined,
	onProgress: (progress) => {
		if (progress.phase !== stop || (table !== "" && progress.table !== table)) return;
		writeSync(1, "in the middle\n");
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
	},
});
