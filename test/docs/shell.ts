/** A command of a block, as a shell would start it. */
export interface Command {
	/** The settings before it, such as `PORT=8080`. */
	readonly settings: Readonly<Record<string, string>>;
	/** Its name and its arguments, without quotation marks. */
	readonly words: readonly string[];
}

const WORD = /'([^']*)'|"([^"]*)"|((?:[^\s'"\\]|\\.)+)/y;
const SETTING = /^([A-Z_]+)=(.*)$/s;
const REDIRECTION = ">";

/** The words of a line; pieces with no blank between them are one word. */
function wordsOf(line: string): string[] {
	const words: string[] = [];
	let place = 0;
	while (place < line.length) {
		const blanks = /\s*/y;
		blanks.lastIndex = place;
		const isNew = (blanks.exec(line)?.[0] ?? "") !== "" || words.length === 0;
		place = blanks.lastIndex;
		if (place === line.length || line[place] === "#") break;
		WORD.lastIndex = place;
		const piece = WORD.exec(line);
		if (piece === null) throw new Error(`expected words of a shell, found ${line.slice(place)}`);
		const text = piece[1] ?? piece[2] ?? piece[3] ?? "";
		if (isNew) words.push(text);
		else words.push((words.pop() ?? "") + text);
		place = WORD.lastIndex;
	}
	return words;
}

function toCommand(words: readonly string[]): Command {
	const first = words.findIndex((word) => !SETTING.test(word));
	const settings = words.slice(0, first).map((word) => {
		const [, name = "", value = ""] = SETTING.exec(word) ?? [];
		return [name, value] as const;
	});
	const end = words.indexOf(REDIRECTION);
	return {
		settings: Object.fromEntries(settings),
		words: words.slice(first, end < 0 ? undefined : end),
	};
}

/** The words between `&&`, which stands between commands. */
function splitAtAnd(words: readonly string[]): string[][] {
	const parts: string[][] = [[]];
	for (const word of words)
		if (word === "&&") parts.push([]);
		else parts.at(-1)?.push(word);
	return parts;
}

/**
 * The commands of a block of the language sh: a line each, or several with `&&` between them; a
 * line that ends with a backslash goes on. Comments, and files that output goes to, are left out.
 *
 * @throws Error for what this does not know, such as a quotation mark without its other half
 */
export function commandsIn(text: string): Command[] {
	const lines = text.replaceAll("\\\n", " ").split("\n");
	return lines
		.flatMap((line) => splitAtAnd(wordsOf(line)))
		.filter((words) => words.length > 0)
		.map(toCommand);
}
