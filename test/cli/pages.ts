import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { copyOfSeed, type Ended, linesOf, type Options, run } from "./run.ts";

/** A page that is not in seed/. */
export const PAGE = `لافروف: روسيا مستعدة للحوار مع الجميع

قال وزير الخارجية الروسي سيرغي لافروف، اليوم الأربعاء، في موسكو: "نحن مستعدون للحوار مع الجميع".

وأضاف لافروف أن "الوقت حان" لبدء المفاوضات في دمشق، وفقا لما نقلته وكالة رويترز.

وأكد المتحدث باسم الكرملين ديمتري بيسكوف أن روسيا لا تعلق على شائعات.
`;

export const DRAFT = "src/cli/draft.ts";

/** A folder with a copy of the curated files, and a page to draft beside it. */
export async function folderWithPage(content: string | Uint8Array = PAGE): Promise<string> {
	const folder = await copyOfSeed();
	await writeFile(join(folder, "page.txt"), content);
	return folder;
}

/** Drafts in a folder, with its seed/. */
export function draftIn(
	cwd: string,
	args: readonly string[],
	options: Options = {},
): Promise<Ended> {
	return run(DRAFT, args, { cwd, ...options });
}

/** What was told on standard error of pages, without how far the drafting was: it tells so every two seconds. */
export function faultsIn(stderr: string): string[] {
	return linesOf(stderr).filter((line) => !line.startsWith("drafting: "));
}

/** The SHA-256 of a file's content. */
export function digest(content: string | Uint8Array): string {
	return createHash("sha256").update(content).digest("hex");
}

/** Every file of the seed folder of a folder, with its digest. */
export async function digests(folder: string): Promise<Record<string, string>> {
	const found: Record<string, string> = {};
	for (const part of ["documents", "articles", "authorities"])
		for (const name of await readdir(join(folder, "seed", part)))
			found[`${part}/${name}`] = digest(await readFile(join(folder, "seed", part, name)));
	return found;
}
