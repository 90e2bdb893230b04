// The thread in which the postings of a large corpus are made: posting-deriver.ts starts it.
import { parentPort } from "node:worker_threads";
import { postingMaker, type SearchedText } from "./posting-maker.ts";

if (parentPort === null) throw new Error("expected to run in a thread of another program");
const port = parentPort;
const maker = postingMaker();

// Each message is answered by one: texts by what is ready, and null, the end, by what is left.
port.on("message", (texts: readonly SearchedText[] | null) => {
	for (const text of texts ?? []) maker.see(text);
	port.postMessage(texts === null ? maker.rest() : maker.ready());
});
