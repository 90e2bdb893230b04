import { describe, expect, test } from "vitest";
import { dayOf } from "../../../src/drafting/extent/day-of.ts";
import { printedDays } from "../../../src/drafting/extent/days.ts";
import { readPage } from "../../../src/drafting/extent/read-page.ts";

describe("a day that a text prints", () => {
	test.each([
		["تاريخ النشر: 3rd, December 2024 GMT", "2024-12-03"],
		["نشر في 7 شباط/فبراير 2019", "2019-02-07"],
		["الجمعة ٩ أيار ٢٠٢٥", "2025-05-09"],
		["14 تشرين الأول (أكتوبر) 2023", "2023-10-14"],
		["٢٨ كانون الثاني من عام ٢٠٢٦", "2026-01-28"],
		["GMT 16:34 2026 الأربعاء ,28 كانون الثاني / يناير", "2026-01-28"],
		["03/12/2024 - 14:20", "2024-12-03"],
		["2021-07-03T10:00:00Z", "2021-07-03"],
		["2019/2/11", "2019-02-11"],
		["December 3, 2024", "2024-12-03"],
		["5 غشت 2018", "2018-08-05"],
	])("%s", (text, day) => {
		expect(printedDays(text).map((found) => found.day)).toEqual([day]);
	});

	test.each([
		"كأس العرب 2025 في قطر",
		"31/02/2024",
		"في ديسمبر 2024",
		"12:30:22",
		"1990 قتيلا و20 جريحا",
	])("none in %s", (text) => {
		expect(printedDays(text)).toEqual([]);
	});

	test("its place is that of its own words", () => {
		const text = "نُشِرَ في: 3 كانونَ الأول 2024، مساء";
		const [day] = printedDays(text);
		expect(text.slice(day?.start, day?.end)).toBe("3 كانونَ الأول 2024");
	});
});

describe("words that tell a day, in an article of Wednesday 2026-01-28", () => {
	test.each([
		["اليوم الأربعاء", "2026-01-28"],
		["أمس (الثلاثاء)", "2026-01-27"],
		["الثلاثاء", "2026-01-27"],
		["والخميس", "2026-01-22"],
		["الأربعاء", "2026-01-28"],
		["الأربعاء الماضي", "2026-01-21"],
		["الأحد الماضي", "2026-01-25"],
		["الجمعة المقبل", "2026-01-30"],
		["غدا الخميس", "2026-01-29"],
		["أول من أمس", "2026-01-26"],
		["بعد غد", "2026-01-30"],
		["وأمس", "2026-01-27"],
		["في 27 نوفمبر (تشرين الثاني)", "2025-11-27"],
		["في 3 كانون الثاني", "2026-01-03"],
		["الاثنين 5 مايو 2014", "2014-05-05"],
	])("%s", (words, day) => {
		expect(dayOf(words, "2026-01-28")).toBe(day);
	});

	test.each(["بين الخميس والجمعة", "قبل أيام", "", "في عام 2014"])("%j tells none", (words) => {
		expect(dayOf(words, "2026-01-28")).toBeNull();
	});

	test("without a day of publication a weekday is none", () => {
		expect(dayOf("الثلاثاء", "2026-01")).toBeNull();
	});
});

describe("when a page was published", () => {
	const article = [
		"أعلنت الشركة اليوم الاثنين أن المصنع سيفتح أبوابه في نهاية الصيف بعد تأخير طويل.",
		"وقال مديرها إن العمال عادوا إلى أعمالهم جميعا من دون استثناء.",
	].join("\n");
	const headline = "المصنع يفتح أبوابه في نهاية الصيف";
	const published = (...lines: string[]) => readPage(lines.join("\n"))[0]?.published;

	test("the day at its head", () => {
		expect(published(headline, "نشر في: 2 حزيران 2014", article)).toMatchObject({
			date: "2014-06-02",
			basis: "EXPLICIT",
		});
		expect(published("2 حزيران 2014", headline, article)?.date).toBe("2014-06-02");
	});

	test("a day of publication before one of a change", () => {
		const page = published(headline, "آخر تحديث: 4/6/2014", "نشر في: 2/6/2014", article);
		expect(page?.date).toBe("2014-06-02");
	});

	test("the day of a dateline in the body", () => {
		const dated = `بيروت 2 حزيران 2014 (وكالة) - ${article}`;
		expect(published(headline, dated)?.date).toBe("2014-06-02");
	});

	test("no day of a menu, of a body or of another item", () => {
		const menu = ["• حصاد العام 2025", "• كأس 12 مايو 2025", "الرئيسية"];
		expect(published(...menu, headline, article)).toBeNull();
		const body = `${article}\nوكان المصنع أغلق في 3 مارس 2012 بعد حريق كبير.`;
		expect(published(headline, body)).toBeNull();
		const items = [
			"قد يهمك أيضا",
			"GMT 12:00 2015 الخميس ,4 حزيران / يونيو",
			"خبر آخر من أخبار اليوم",
		];
		expect(published(headline, article, ...items)).toBeNull();
	});

	test("the newest day of other items, where it is the weekday of the text", () => {
		const items = [
			"قد يهمك أيضا",
			"GMT 12:00 2014 الاثنين ,2 حزيران / يونيو",
			"خبر آخر من أخبار اليوم",
		];
		expect(published(headline, article, ...items)).toMatchObject({
			date: "2014-06-02",
			basis: "WEEKDAY_RELATIVE",
		});
	});
});

describe("the outlet of a page", () => {
	const body =
		"قال رئيس النادي إن الفريق سيسافر غدا إلى العاصمة، وإن المباراة ستقام في موعدها من دون جمهور.";
	const publisherOf = (text: string) => {
		const publisher = readPage(text)[0]?.publisher ?? null;
		return publisher && text.slice(publisher.start, publisher.end);
	};

	test.each([
		[`عنوان عن سفر الفريق\nبوابة الملعب - عنوان عن سفر الفريق\n${body}`, "بوابة الملعب"],
		[`عنوان عن سفر الفريق\n${body}\nجميع الحقوق محفوظة لصحيفة الضفاف © 2020`, "الضفاف"],
		[`${body} رابط الخبر بصحيفة الضفاف: عنوان عن سفر الفريق`, "الضفاف"],
		[`عنوان عن سفر الفريق\n${body}\nالمصدر: وكالات`, null],
	])("%#", (text, outlet) => {
		expect(publisherOf(text)).toBe(outlet);
	});
});
