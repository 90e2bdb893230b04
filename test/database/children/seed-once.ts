import { parseArgs } from "node:util";
import { prepareDatabase } from "../../../src/database/prepare.ts";
import { checked, realFiles, variedCorpus } from "../variants.ts";

// Prepares a database as a start does: --url of a server or --folder of an embedded one, with
// the real corpus or the one that --varied asks for. Prints a line when it begins, and notes.

const { values } = parseArgs({
	options: {
		url: { type: "string" },
		folder: { type: "string" },
		varied: { type: "boolean", default: false },
	},
});
const { url, folder = "", varied } = values;
const corpus = varied ? await variedCorpus() : checked(await realFiles());
console.log("begins");
const database = await prepareDatabase(url === undefined ? { folder } : { url }, corpus, {
	onNote: (line) => console.log(line),
	onProgress: () => undefined,
});
await database.close();
console.log("is there");
