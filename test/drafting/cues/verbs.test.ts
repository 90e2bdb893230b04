import { describe, expect, test } from "vitest";
import { findVerbCues } from "../../../src/drafting/cues/find-verbs.ts";
import { verbForms } from "../../../src/drafting/cues/verbs.ts";
import { readLexicon } from "../../../src/drafting/lexicon.ts";
import { fold } from "../../../src/text/fold.ts";
import { readText } from "../proposed.ts";

const ACTS = [
	"ANNOUNCE",
	"ASSERT",
	"CONDOLE",
	"CONGRATULATE",
	"DEMAND",
	"DENY",
	"PRAISE",
	"PROMISE",
	"QUESTION",
	"THANK",
	"WARN",
];

/** Frames that tell who is meant, and not what was said. */
const NO_CONTENT = ["document", "inside", "learned", "person"];
/** Verbs of which no person is the subject, or of which whoever speaks stands behind "from". */
const OF_DOCUMENTS = /\b(?:document|inside|learned)\b/;

/** What stands behind the speaker for a frame, and what opening that is. */
const CONTENTS: Readonly<Record<string, readonly [words: string, opening: string]>> = {
	that: ["أن العمل مستمر", "THAT"],
	quote: [": «العمل مستمر ولن يتوقف أبدا»", "QUOTATION"],
	object: ["أهمية العمل الكبير", "NOMINAL"],
	anyone: ["المشروع الكبير", "NOMINAL"],
	judged: ["المشروع الكبير", "NOMINAL"],
	voiced: ["شكره الكبير", "NOMINAL"],
	claim: ["الاتهامات الجديدة", "NOMINAL"],
	ب: ["بالعمل الكبير", "NOMINAL"],
	ل: ["للعمل الكبير", "NOMINAL"],
	إلى: ["إلى أهمية العمل", "NOMINAL"],
	على: ["على أهمية العمل", "NOMINAL"],
	عن: ["عن أهمية العمل", "NOMINAL"],
	في: ["في أهمية العمل", "NOMINAL"],
	من: ["من أهمية العمل", "NOMINAL"],
};

interface Form {
	readonly word: string;
	readonly sentence: (content: string) => string;
}

/** A verb without its last weak letter: before the endings of the feminine and the plural. */
function shortened(verb: string): string {
	return verb.replace(/[اى]$/u, "");
}

/** The verb that is written like "between" counts with its shadda only. */
function marked(perfect: string): string {
	return perfect === "بين" ? "بيّن" : perfect;
}

function formsOf([lemma = "", imperfect = "-", participle = "-"]: readonly string[]): Form[] {
	const verbal = (word: string, speaker: string): Form => ({
		word,
		sentence: (content) => `${word} ${speaker}${content.startsWith(":") ? "" : " "}${content}.`,
	});
	const perfect = marked(lemma);
	const forms = [
		verbal(perfect, "الوزير سامي خوري"),
		verbal(`${shortened(perfect)}ت`, "الوزيرة ليلى منصور"),
		{
			word: `${shortened(perfect)}وا`,
			sentence: (content: string) =>
				`وصل الوزراء إلى المدينة و${shortened(perfect)}وا ${content}.`.replace(" :", ":"),
		},
	];
	if (imperfect !== "-") forms.push(verbal(imperfect, "الوزير سامي خوري"));
	if (participle !== "-") {
		const word = participle.endsWith("ا") ? participle : `${participle}ا`;
		forms.push({
			word,
			sentence: (content) => `زار الوزير سامي خوري الموقع، ${word} ${content}.`.replace(" :", ":"),
		});
	}
	return forms;
}

const rows = readLexicon("verbs");

/** Every verb with each of its frames in each of its forms, where the form is not another verb's. */
const cases = rows.flatMap((columns) => {
	const [lemma = "", , , , , frames = ""] = columns;
	return frames
		.split(" ")
		.filter((frame) => !NO_CONTENT.includes(frame) && !OF_DOCUMENTS.test(frames))
		.flatMap((frame) =>
			formsOf(columns)
				.filter(({ word }) => (verbForms.get(fold(word))?.verb.lemma ?? lemma) === lemma)
				// "Is considered" is written like the imperfect.
				.filter(({ word }) => frame !== "judged" || word !== columns[1])
				.map(({ word, sentence }) => ({
					word,
					frame,
					sentence: sentence(CONTENTS[frame]?.[0] ?? ""),
					opening: CONTENTS[frame]?.[1],
				})),
		);
});

describe("the verbs that report", () => {
	test("have an act and frames that are known", () => {
		for (const [lemma = "", , , , act = "", frames = ""] of rows) {
			expect(ACTS, lemma).toContain(act);
			for (const frame of frames.split(" "))
				expect([...NO_CONTENT, ...Object.keys(CONTENTS)]).toContain(frame);
		}
	});

	test("make a cue with the right opening in every form and with every frame", () => {
		const missed = cases.filter(({ word, sentence, opening }) => {
			const { text } = readText(sentence);
			const cues = findVerbCues(text).filter(({ start }) =>
				fold(text.tokens[start]?.text ?? "").endsWith(fold(word)),
			);
			return !cues.some((cue) => cue.opening === opening);
		});
		expect(missed.map(({ frame, sentence }) => `${frame}: ${sentence}`)).toEqual([]);
		expect(cases.length).toBeGreaterThan(900);
	});
});
