import { type ParseArgsConfig, parseArgs } from "node:util";

/** Codes of node:util's parseArgs for arguments that it does not take. */
const BAD_ARGUMENT = /^ERR_PARSE_ARGS_/;
const FAILED = 1;
const NOT_UNDERSTOOD = 2;

/** What a command of the command line is called with. */
export interface Usage {
	/** What --help prints. */
	readonly help: string;
	/** The name of the argument that it may be given; left out: it takes none. */
	readonly argument?: string;
	/** Whether that argument may be given several times. */
	readonly several?: boolean;
	/** Its options besides --help, as node:util's parseArgs takes them. */
	readonly options?: NonNullable<ParseArgsConfig["options"]>;
}

/** All that a command was given. */
export interface Given {
	/** The arguments in their order. */
	readonly all: readonly string[];
	/** Whether an option without a value was given. */
	has(option: string): boolean;
	/** The value of an option; undefined where it was not given. */
	valueOf(option: string): string | undefined;
}

/** Arguments that a command refuses for a reason that it finds by itself; the message is what is told. */
export class BadArguments extends Error {}

type Arguments = { readonly help: boolean; readonly given: Given };

function givenOf(values: Record<string, unknown>, all: readonly string[]): Given {
	return {
		all,
		has: (option) => values[option] === true,
		valueOf: (option) => {
			const value = values[option];
			return typeof value === "string" ? value : undefined;
		},
	};
}

function readArguments({ argument, several = false, options = {} }: Usage): Arguments | string {
	try {
		const { values, positionals } = parseArgs({
			options: { ...options, help: { type: "boolean", short: "h", default: false } },
			allowPositionals: true,
		});
		const given = givenOf(values, positionals);
		const most = argument === undefined ? 0 : several ? Number.POSITIVE_INFINITY : 1;
		const surplus = positionals.slice(most).join(" ");
		if (surplus === "") return { help: given.has("help"), given };
		return `expected ${argument === undefined ? "no argument" : `one ${argument}`}, found also ${surplus}`;
	} catch (error) {
		if (!BAD_ARGUMENT.test((error as NodeJS.ErrnoException).code ?? "")) throw error;
		return error instanceof Error ? error.message : String(error);
	}
}

function refuse(message: string): void {
	console.error(`${message}\n--help tells what it takes`);
	process.exitCode = NOT_UNDERSTOOD;
}

/**
 * Runs one command of the command line: answers --help, tells bad arguments and
 * failures in one line, and sets the exit code.
 *
 * @param run the command; gets its first argument and all that was given, gives the exit
 * code, and throws BadArguments for arguments that it refuses
 */
export async function runCommand(
	usage: Usage,
	run: (argument: string | undefined, given: Given) => Promise<number>,
): Promise<void> {
	const read = readArguments(usage);
	if (typeof read === "string") return refuse(read);
	if (read.help) {
		console.log(usage.help);
		return;
	}
	try {
		process.exitCode = await run(read.given.all[0], read.given);
	} catch (error) {
		if (error instanceof BadArguments) return refuse(error.message);
		console.error(error instanceof Error ? error.message : String(error));
		process.exitCode = FAILED;
	}
}
