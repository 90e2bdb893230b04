import { readFile, stat } from "node:fs/promises";
import { readSeedFiles } from "../curation/seed-files.ts";
import type { Gold, GoldPage } from "../drafting/evaluate/gold.ts";
import { parseJsonGold } from "../drafting/evaluate/json-gold.ts";
import { seedGold } from "../drafting/evaluate/seed-gold.ts";
import { describeFailure } from "./draft-inputs.ts";

/**
 * The parts of a gold: what one looks at when developing, and what is held back. Of what was held
 * back the first half may be opened later; the rest stays unseen.
 */
export const PARTS = ["development", "held", "opened", "unseen"] as const;
export type Part = (typeof PARTS)[number];
/** The two parts that make a whole gold. */
export const BOTH_PARTS: readonly Part[] = ["development", "held"];

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

/** How an argument names a part of a file, and of how many pages one is held back. */
const PART_OF_FILE = /^(.+)#(development|held|opened|unseen)(?:\/(\d+))?$/;
/** Of so many pages the last one is held back, where nothing else is said. */
export const USUAL_THIRD = 3;

/** The pages of a part, in the order of the gold. */
function pagesOf(pages: readonly GoldPage[], part: Part, every: number): readonly GoldPage[] {
	const isHeld = (index: number) => index % every === every - 1;
	if (part === "development") return pages.filter((_, index) => !isHeld(index));
	const held = pages.filter((_, index) => isHeld(index));
	const opened = Math.ceil(held.length / 2);
	if (part === "opened") return held.slice(0, opened);
	return part === "unseen" ? held.slice(opened) : held;
}

function splitGold(file: string, gold: Gold, { every, parts }: Split): NamedGold[] {
	return parts.map((part) => {
		const pages = pagesOf(gold.pages, part, every);
		// A half of what is held back needs two that are.
		const least = part === "unseen" ? every * 2 : every;
		if (pages.length === 0)
			throw new Error(
				`${file}: expected at least ${least} articles to part, found ${gold.pages.length}`,
			);
		return { name: `${file}, ${part} part`, gold: { ...gold, pages }, folder: null };
	});
}

/**
 * Reads a gold: a JSON list of articles, `FILE#development` or `FILE#held` and so on for a part of
 * it, `FILE#held/2` where every second article is held back, or a seed folder.
 *
 * @param split the parts that are wanted of a JSON list; null for all of it
 * @throws Error with what is wrong with it
 */
export async function readGold(argument: string, split: Split | null): Promise<NamedGold[]> {
	const [, path = argument, part, ofSoMany] = PART_OF_FILE.exec(argument) ?? [];
	const every = ofSoMany === undefined ? (split?.every ?? USUAL_THIRD) : Number(ofSoMany);
	if (every < 2)
		throw new Error(`${argument}: expected a number from 2 on behind the part, found ${every}`);
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
	// `part` is one of them where the pattern has found it.
	const named = part === undefined ? null : { every, parts: [part as Part] };
	const wanted = named ?? split;
	return wanted === null ? [{ name: path, gold, folder: null }] : splitGold(path, gold, wanted);
}
