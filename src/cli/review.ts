import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, posix } from "node:path";
import { check } from "../curation/check.ts";
import { formatDiagnostic } from "../curation/diagnostic.ts";
import { readCorpus } from "../curation/read-corpus.ts";
import { readSeedFiles } from "../curation/seed-files.ts";
import { reviewHtml } from "../drafting/review/html.ts";
import { type Review, reviewOf } from "../drafting/review/review.ts";
import { reviewLines } from "../drafting/review/terminal.ts";
import { didYouMean } from "../text/nearest.ts";
import { BadArguments, type Given, runCommand } from "./run-command.ts";
import { linesTo } from "./write-lines.ts";

const HELP = `Shows an article with its statements marked, what is different from what the drafting
tool proposes, and the faults of its file.

  npm run review -- putin-assad-meeting-2018             by its slug
  npm run review -- seed/articles/SLUG.yaml              by its file
  npm run review -- --terminal SLUG                      here, and not in a page
  npm run review -- --seed FOLDER SLUG                   of another seed folder

It writes a page for a browser, all in itself, and prints where. The least sure statements come
first. The exit code is 0, 1 when the file has a fault, 2 for arguments that it does not know.`;

const OPTIONS = { seed: { type: "string" }, terminal: { type: "boolean" } } as const;
const ARTICLE_FILE = /\.yaml$/;

interface Wanted {
	readonly folder: string;
	readonly slug: string;
}

/** The article that is meant: by the path of its file, or by its slug. */
function wantedOf(article: string | undefined, given: Given): Wanted {
	if (article === undefined)
		throw new BadArguments("expected an ARTICLE, its slug or its file, found none");
	const folder = given.valueOf("seed") ?? "seed";
	if (!ARTICLE_FILE.test(article)) return { folder, slug: article };
	const slug = basename(article).replace(ARTICLE_FILE, "");
	return { folder: given.valueOf("seed") ?? dirname(dirname(article)), slug };
}

/** @throws Error where there is no such article, or its file cannot be read as one */
async function gather({ folder, slug }: Wanted): Promise<Review> {
	const files = await readSeedFiles(folder);
	const file = `articles/${slug}.yaml`;
	const bytes = files.get(file);
	if (bytes === undefined) {
		const slugs = [...files.keys()].flatMap(
			(name) => /^articles\/(.+)\.yaml$/.exec(name)?.[1] ?? [],
		);
		throw new Error(
			`expected an article of ${folder}, found no ${file} in it${didYouMean(slug, slugs)}`,
		);
	}
	const faults = check(files)
		.diagnostics.filter((fault) => fault.file === file)
		.map((fault) => ({ ...fault, file: posix.join(folder, fault.file) }));
	const { corpus } = readCorpus(files);
	const article = corpus.articles.find((one) => one.slug === slug);
	if (article === undefined)
		throw new Error(
			[
				...faults.map(formatDiagnostic),
				`expected an article's file, found one that cannot be read; mend its faults first`,
			].join("\n"),
		);
	return reviewOf(
		article,
		corpus,
		posix.join(folder, file),
		new TextDecoder().decode(bytes),
		faults,
	);
}

async function writePage(review: Review, slug: string): Promise<string> {
	const path = join(await mkdtemp(join(tmpdir(), "aqwal-review-")), `${slug}.html`);
	await writeFile(path, reviewHtml(review));
	return path;
}

await runCommand({ help: HELP, argument: "ARTICLE", options: OPTIONS }, async (article, given) => {
	const wanted = wantedOf(article, given);
	const review = await gather(wanted);
	const output = linesTo();
	if (given.has("terminal"))
		for (const line of reviewLines(review, process.stdout.isTTY)) await output.write(line);
	else {
		for (const fault of review.faults) console.error(formatDiagnostic(fault));
		await output.write(await writePage(review, wanted.slug));
	}
	return review.faults.length === 0 ? 0 : 1;
});
