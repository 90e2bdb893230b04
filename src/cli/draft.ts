// What reads, drafts, writes and checks is loaded when it is needed: loading is most of what
// the drafting of a page takes.
import { posix } from "node:path";
import { toRecord } from "../drafting/draft-record.ts";
import { ENCODINGS, type Encoding, readPageText } from "../drafting/page-text.ts";
import type { Authorities } from "./authorities.ts";
import {
	describeFailure,
	type Input,
	inputsOf,
	isHtmlFile,
	readInput,
	STANDARD_INPUT,
} from "./draft-inputs.ts";
import { type DraftProgress, showDraftProgress } from "./draft-progress.ts";
import type { DraftedPage } from "./draft-seed.ts";
import { BadArguments, type Given, runCommand } from "./run-command.ts";
import { type LineWriter, linesTo } from "./write-lines.ts";

const HELP = `Proposes who says what in Arabic news pages, as annotation files for a person to review.

  npm run draft -- page.txt                     drafts a page into seed/
  npm run draft -- page.html more-pages/        several pages, and all of a folder
  npm run draft -- --seed FOLDER page.txt       into another seed folder
  npm run draft -- --encoding windows-1256 page.html
  npm run draft -- --force page.txt             also over a draft that was changed by hand
  npm run -s draft -- --format json page.txt    writes no file; prints a line of JSON an article
  cat page.txt | npm run -s draft -- --format json

A page is text or HTML in UTF-8; a folder stands for all its .txt, .html and .htm, and - for
standard input. The document goes to documents/ of the seed folder: the bytes as they came where
they can be a document, or else their text with plain line ends, in NFC, without control
characters. Each article goes to articles/, and whoever is not known yet to authorities/.

A curated file is never written over; a draft that was changed by hand only with --force. Drafted
again, a page keeps the names of its files. At the end the whole seed folder is checked.

A page that cannot be drafted is told in a line on standard error, and the others go on. The exit
code is 0, 1 when there was such a page or a fault, 2 for arguments that it does not know.`;

const OPTIONS = {
	format: { type: "string" },
	seed: { type: "string" },
	encoding: { type: "string" },
	force: { type: "boolean" },
} as const;

/** Drafts one page; a fault is told in a line. */
type DraftInput = (input: Input, known: Authorities) => Promise<DraftedPage | { fault: string }>;

function encodingOf(given: Given): Encoding {
	const wanted = given.valueOf("encoding") ?? "utf-8";
	const encoding = ENCODINGS.find((known) => known === wanted.toLowerCase());
	if (encoding !== undefined) return encoding;
	throw new BadArguments(`expected --encoding ${ENCODINGS.join(" or ")}, found ${wanted}`);
}

function isForJson(given: Given): boolean {
	const format = given.valueOf("format");
	if (format !== undefined && format !== "json")
		throw new BadArguments(`expected --format json, found ${format}`);
	return format === "json";
}

async function drafterFor(encoding: Encoding): Promise<DraftInput> {
	const { draftPage } = await import("../drafting/draft-page.ts");
	return async ({ file, fault }, known) => {
		if (fault !== null) return { fault };
		let bytes: Uint8Array;
		try {
			bytes = await readInput(file);
		} catch (error) {
			return { fault: describeFailure(error) };
		}
		const read = await readPageText(bytes, encoding, isHtmlFile(file));
		if ("fault" in read) return read;
		const articles = draftPage(read.text, known);
		if (articles.length > 0) return { file, ...read, articles };
		return { fault: "expected an article, found none in the page; give the whole page" };
	};
}

async function listInputs(given: Given): Promise<Input[]> {
	const paths = given.all.length === 0 && !process.stdin.isTTY ? [STANDARD_INPUT] : given.all;
	if (paths.length === 0) throw new BadArguments("expected at least one FILE, found none");
	const inputs: Input[] = [];
	for (const path of paths) inputs.push(...(await inputsOf(path)));
	return inputs;
}

/** Goes through all pages; one that fails is told, and the others go on. */
async function eachPage(
	inputs: readonly Input[],
	draft: (input: Input) => ReturnType<DraftInput>,
	progress: DraftProgress,
	take: (drafted: DraftedPage) => Promise<boolean>,
): Promise<number> {
	let failed = 0;
	const fail = (file: string, fault: string) => {
		failed += 1;
		progress.onNote(`${file}: ${fault}`);
	};
	for (const input of inputs) {
		try {
			const drafted = await draft(input);
			if ("fault" in drafted) fail(input.file, drafted.fault);
			else if (!(await take(drafted))) break;
		} catch (error) {
			const words = error instanceof Error ? error.message : String(error);
			fail(
				input.file,
				`expected a page that can be drafted, found a failure (${words}); report it`,
			);
		}
		progress.onFile();
	}
	progress.onEnd();
	return failed;
}

function printRecords(output: LineWriter): (drafted: DraftedPage) => Promise<boolean> {
	return async ({ file, articles }) => {
		for (const { page, draft } of articles)
			if (!(await output.write(JSON.stringify(toRecord(file, page, draft))))) return false;
		return true;
	};
}

/** Tells every fault of a seed folder; gives their number. */
async function tellFaults(folder: string): Promise<number> {
	const [{ check }, { formatDiagnostic }, { readSeedFiles }] = await Promise.all([
		import("../curation/check.ts"),
		import("../curation/diagnostic.ts"),
		import("../curation/seed-files.ts"),
	]);
	const { diagnostics } = check(await readSeedFiles(folder));
	for (const diagnostic of diagnostics)
		console.error(formatDiagnostic({ ...diagnostic, file: posix.join(folder, diagnostic.file) }));
	return diagnostics.length;
}

/** Drafts into a seed folder, and checks it; whether nothing is at fault. */
async function draftIntoSeed(
	inputs: readonly Input[],
	draft: DraftInput,
	known: Authorities,
	folder: string,
	force: boolean,
): Promise<boolean> {
	const { SeedWriter } = await import("./draft-seed.ts");
	const writer = await SeedWriter.open(folder, known, force);
	const output = linesTo();
	const failed = await eachPage(
		inputs,
		(input) => draft(input, writer.known),
		showDraftProgress(inputs.length),
		async (drafted) => {
			for (const line of await writer.write(drafted)) await output.write(line);
			return true;
		},
	);
	await writer.flush();
	return failed + (await tellFaults(folder)) === 0;
}

/** Prints the drafts, and writes no file; whether no page is at fault. */
async function draftToOutput(
	inputs: readonly Input[],
	draft: DraftInput,
	known: Authorities,
): Promise<boolean> {
	const one = (input: Input) => draft(input, known);
	const progress = showDraftProgress(inputs.length);
	return (await eachPage(inputs, one, progress, printRecords(linesTo()))) === 0;
}

await runCommand(
	{ help: HELP, argument: "FILE", several: true, options: OPTIONS },
	async (_first, given) => {
		const encoding = encodingOf(given);
		const isJson = isForJson(given);
		const folder = given.valueOf("seed") ?? "seed";
		const inputs = await listInputs(given);
		const { readAuthorities } = await import("./authorities.ts");
		const known = await readAuthorities(folder);
		const draft = await drafterFor(encoding);
		const isWell = isJson
			? await draftToOutput(inputs, draft, known)
			: await draftIntoSeed(inputs, draft, known, folder, given.has("force"));
		return isWell ? 0 : 1;
	},
);
