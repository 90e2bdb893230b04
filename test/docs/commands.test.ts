import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PAGES, textOf } from "./pages.ts";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
	scripts: Readonly<Record<string, string>>;
};

/** The commands of npm that a text names, in blocks of code and between words. */
function npmCommandsIn(text: string): string[] {
	const commands = text.matchAll(
		/\bnpm (?:run (?:-s )?|(?=ci\b|start\b|test\b))([a-z-]+(?::[a-z-]+)*)/g,
	);
	return [...commands].map(([, name = ""]) => name);
}

test.each(PAGES)("every npm command that %s names is one", (page) => {
	const known = ["ci", "run", ...Object.keys(scripts)];
	expect(npmCommandsIn(textOf(page)).filter((name) => !known.includes(name))).toEqual([]);
});

test("commands are found", () => {
	expect(npmCommandsIn("`npm run -s draft -- x`, npm ci && npm run print-schema")).toEqual([
		"draft",
		"ci",
		"print-schema",
	]);
	expect(PAGES.flatMap((page) => npmCommandsIn(textOf(page))).length).toBeGreaterThan(60);
});
