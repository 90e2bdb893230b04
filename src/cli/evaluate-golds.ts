import { readFile, stat } from "node:fs/promises";
import { readSeedFiles } from "../curation/seed-files.ts";
import type { Gold } from "../drafting/evaluate/gold.ts";
import { parseJsonGold } from "../drafting/evaluate/json-gold.ts";
import { seedGold } from "../drafting/evaluate/seed-gold.ts";
import { describeFailure } from "./draft-inputs.ts";

/** The parts of a gold: what one looks at when developing, and what is held back. */
export const PARTS = ["development", "held"] as const;
export type Part = (typeof PARTS)[number];

/** Which parts of a gold are wanted. */
export interface Split {
	/** Of so many pages the last one is held back. */
	readonly every: number;
	/** One part, or each for itself. */
	readonly parts: readonly Part[];
}

/** A gold, or a part of one, under the name that it is reported by. */
export interface NamedGold {
	readonly name: string;
	readonly gold: Gold;
	/** The folder that has it, where it is a seed folder. */
	readonly folder: string | null;
}

/** How an argument names a part of a file. */
const PART_OF_FILE = /^(.+)#(development|held)$/;

function partOf(gold: Gold, part: Part, every: number): Gold {
	return {
		...gold,
		pages: gold.pages.filter((_, index) => (index % every === every - 1) === (part === "held")),
	};
}

function splitGold(file: string, gold: Gold, { every, parts }: Split): NamedGold[] {
	return parts.map((part) => {
		const pages = partOf(gold, part, every);
		if (pages.pages.length === 0)
			throw new Error(
				`${file}: expected at least ${every} articles to part, found ${gold.pages.length}`,
			);
		return { name: `${file}, ${part} part`, gold: pages, folder: null };
	});
}

/**
 * Reads a gold: a JSON list of articles, `FILE#development` or `FILE#held` for a part of it, or
 * a seed folder.
 *
 * @param split the parts that are wanted of a JSON list; null for all of it
 * @throws Error with what is wrong with it
 */
export async function readGold(argument: string, split: Split | null): Promise<NamedGold[]> {
	const [, path = argument, part] = PART_OF_FILE.exec(argument) ?? [];
	const isFolder = await stat(path).then(
		(found) => found.isDirectory(),
		(error: unknown) => {
			throw new Error(`${path}: ${describeFailure(error)}`);
		},
	);
	if (isFolder && (split !== null || part !== undefined))
		throw new Error(
			`${path}: expected a JSON list of articles to part, found a folder; leave the part out`,
		);
	if (isFolder)
		return [{ name: path, gold: seedGold(path, await readSeedFiles(path)), folder: path }];
	const text = await readFile(path, "utf8").catch((error: unknown) => {
		throw new Error(`${path}: ${describeFailure(error)}`);
	});
	const gold = parseJsonGold(path, text);
	// `part` is one of the two where the pattern has found it.
	const named = part === undefined ? null : { every: split?.every ?? 3, parts: [part as Part] };
	const wanted = named ?? split;
	return wanted === null ? [{ name: path, gold, folder: null }] : splitGold(path, gold, wanted);
}
