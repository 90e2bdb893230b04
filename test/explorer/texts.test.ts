import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

type Texts = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

function textsOf(language: string): Texts {
	return JSON.parse(readFileSync(`src/explorer/texts/${language}.json`, "utf8")) as Texts;
}

const [arabic, english] = [textsOf("ar"), textsOf("en")];
const holesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).toSorted();

it("are the same in both languages", () => {
	expect(Object.keys(arabic)).toEqual(Object.keys(english));
});

it.each(Object.keys(english))("%s has the same holes in both languages", (name) => {
	const [one, other] = [arabic[name], english[name]];
	expect(typeof one).toBe(typeof other);
	if (typeof one === "string" && typeof other === "string")
		expect(holesIn(one)).toEqual(holesIn(other));
});

it("have a form for each way in which their language counts", () => {
	for (const [language, texts] of [
		["ar", arabic],
		["en", english],
	] as const)
		for (const forms of Object.values(texts)) {
			if (typeof forms === "string") continue;
			const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
			expect(Object.keys(forms).toSorted()).toEqual(wanted.toSorted());
		}
});

it("are all used", () => {
	const sources = readdirSync("src/explorer")
		.filter((file) => /\.tsx?$/.test(file))
		.map((file) => readFileSync(`src/explorer/${file}`, "utf8"))
		.join("\n");
	// Values of the schema come from answers.
	const unused = Object.keys(english).filter(
		(name) => !/^[A-Z_]+$/.test(name) && !sources.includes(`"${name}"`),
	);
	expect(unused).toEqual([]);
});
