import { parseArgs } from "node:util";

/** Codes of node:util's parseArgs for arguments that it does not take. */
const BAD_ARGUMENT = /^ERR_PARSE_ARGS_/;
const FAILED = 1;
const NOT_UNDERSTOOD = 2;

/** What a command of the command line is called with. */
export interface Usage {
	/** What --help prints. */
	readonly help: string;
	/** The name of the one argument that it may be given; left out: it takes none. */
	readonly argument?: string;
}

type Arguments = { readonly help: boolean; readonly argument: string | undefined };

function readArguments({ argument }: Usage): Arguments | string {
	try {
		const { values, positionals } = parseArgs({
			options: { help: { type: "boolean", short: "h", default: false } },
			allowPositionals: true,
		});
		const most = argument === undefined ? 0 : 1;
		const surplus = positionals.slice(most).join(" ");
		if (surplus === "") return { help: values.help, argument: positionals[0] };
		return `expected ${argument === undefined ? "no argument" : `one ${argument}`}, found also ${surplus}`;
	} catch (error) {
		if (!BAD_ARGUMENT.test((error as NodeJS.ErrnoException).code ?? "")) throw error;
		return error instanceof Error ? error.message : String(error);
	}
}

/**
 * Runs one command of the command line: answers --help, tells bad arguments and
 * failures in one line, and sets the exit code.
 *
 * @param run the command; gets its argument, gives the exit code
 */
export async function runCommand(
	usage: Usage,
	run: (argument: string | undefined) => Promise<number>,
): Promise<void> {
	const given = readArguments(usage);
	if (typeof given === "string") {
		console.error(`${given}\n--help tells what it takes`);
		process.exitCode = NOT_UNDERSTOOD;
		return;
	}
	if (given.help) {
		console.log(usage.help);
		return;
	}
	try {
		process.exitCode = await run(given.argument);
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		process.exitCode = FAILED;
	}
}
