/**
 * A tiny but complete seed folder: a made-up page with its furniture, its article with a
 * direct, an indirect, a mixed, a nested, a joint and a parted statement, and small authorities.
 */

/** The page. */
export const PAGE = `القائمة الرئيسية

وزير البحر يدعو إلى حماية المرجان في جزيرة النور

قال وزير البحر سالم النجار، اليوم الاثنين، في مدينة مرسى: "المرجان بيتنا جميعا ولن نتركه".

وأضاف الوزير أن الصيد "توقف تماما" قرب جزيرة النور منذ مهرجان "ربيع البحر".

شاهد الفيديو هنا

وذكرت وكالة الموج نقلا عن مسؤول أن النجار أبلغ نظيره هاني الراوي أن الميناء سيفتح غدا.

واتفق النجار والراوي على أن السفن ستعود قريبا.

عاد الصيادون، بحسب المرصد البحري، إلى العمل.

المصدر: وكالة الموج

تاريخ النشر: 4 مايو 2020

اقرأ أيضا: "السوق مغلق اليوم"
`;

/** The statements of the article, one text each, in reading order. */
const STATEMENTS = [
	`  - key: protect-coral-headline
    kind: INDIRECT
    act: DEMAND
    in: TITLE
    content: حماية المرجان في جزيرة النور
    cue: يدعو إلى
    speakers:
      - speaker: salim-najjar
        mention: وزير البحر
        resolution: HEADLINE
    occasion: marsa-press-conference
`,
	`  - key: coral-is-our-home
    kind: DIRECT
    act: PROMISE
    content: المرجان بيتنا جميعا ولن نتركه
    cue: قال
    speakers:
      - speaker: salim-najjar
        mention: وزير البحر سالم النجار
        resolution: NAMED
    occasion: marsa-press-conference
`,
	`  - key: fishing-has-stopped
    kind: MIXED
    act: ASSERT
    content: الصيد "توقف تماما" قرب جزيرة النور
    quotes:
      - توقف تماما
    cue: وأضاف
    speakers:
      - speaker: salim-najjar
        mention: الوزير
        resolution: EPITHET
        office: minister-of-sea
    occasion: marsa-press-conference
    locations:
      - location: light-island
        role: ABOUT
        mention: جزيرة النور
`,
	`  - key: najjar-told-rawi
    kind: INDIRECT
    act: ASSERT
    content: النجار أبلغ نظيره هاني الراوي أن الميناء سيفتح غدا
    cue: نقلا عن
    speakers:
      - speaker: port-official
        mention: مسؤول
        resolution: EPITHET
    relays:
      - speaker: wave-agency
        mention: وكالة الموج
`,
	`  - key: port-opens-tomorrow
    kind: INDIRECT
    act: ANNOUNCE
    content: الميناء سيفتح غدا
    cue: أبلغ
    speakers:
      - speaker: salim-najjar
        mention: النجار
        resolution: NAMED
    addressees:
      - speaker: hani-rawi
        mention: نظيره هاني الراوي
    relays:
      - speaker: wave-agency
        mention: وكالة الموج
      - speaker: port-official
    parent: najjar-told-rawi
`,
	`  - key: ships-will-return
    kind: INDIRECT
    act: ASSERT
    content: السفن ستعود قريبا
    cue: واتفق
    speakers:
      - speaker: salim-najjar
        mention: النجار
        resolution: NAMED
      - speaker: hani-rawi
        mention: والراوي
        resolution: NAMED
`,
	`  - key: fishermen-are-back
    kind: INDIRECT
    act: ASSERT
    content:
      - عاد الصيادون
      - إلى العمل
    cue: بحسب
    speakers:
      - speaker: sea-observatory
        mention: المرصد البحري
        resolution: NAMED
    said:
      date: 2020-05-03
      basis: EVENT_INFERRED
      note: The observatory counts on Sundays.
`,
];

/** The annotation file of the article. */
export function article(documentName: string, sha256: string): string {
	return `document: ${documentName}
sha256: ${sha256}
language: ar
publisher: harbour-news
creditedSources:
  - words: وكالة الموج
    speaker: wave-agency
published:
  date: 2020-05-04
  basis: EXPLICIT
  evidence:
    document: 4 مايو 2020
review:
  status: CURATED
  method: HAND
segments:
  - kind: CHROME
    from: القائمة الرئيسية
  - kind: HEADLINE
    from: وزير البحر يدعو إلى
    to: حماية المرجان في جزيرة النور
  - kind: BODY
    from: قال وزير البحر
    to: منذ مهرجان "ربيع البحر".
  - kind: EMBED
    from: شاهد الفيديو هنا
  - kind: BODY
    from: وذكرت وكالة الموج
    to: إلى العمل.
  - kind: SOURCE_LINE
    from: "المصدر: وكالة الموج"
  - kind: DATELINE
    from: "تاريخ النشر: 4 مايو 2020"
  - kind: RELATED
    from: 'اقرأ أيضا: "السوق مغلق اليوم"'
places:
  - location: marsa
    mention: مدينة مرسى
  - location: light-island
    mention: جزيرة النور
otherQuotations:
  - words: ربيع البحر
    reason: EVENT_TITLE
statements:
${STATEMENTS.join("\n")}`;
}

/** A page without quotation marks and names, in four lines. */
export const PLAIN_PAGE = `عنوان قصير

متن أول.

متن ثان.

ذيل الصفحة
`;

/** An annotation file without statements. */
export function plainArticle(
	documentName: string,
	sha256: string,
	segments: readonly (readonly [kind: string, from: string])[],
): string {
	return `document: ${documentName}
sha256: ${sha256}
language: ar
published:
  date: XXXX
  basis: NONE
review:
  status: CURATED
  method: HAND
segments:
${segments.map(([kind, from]) => `  - kind: ${kind}\n    from: ${from}\n`).join("")}statements: []
`;
}
