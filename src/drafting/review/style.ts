/** The angle between the colours of one speaker and the next, in degrees: no two are near. */
const GOLDEN_ANGLE = 137.5;
const CIRCLE = 360;

/** The colours of so many speakers, one after the other, as hues in degrees. */
function huesOf(count: number): number[] {
	return Array.from({ length: count }, (_, index) => Math.round(index * GOLDEN_ANGLE) % CIRCLE);
}

const BASE = `
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --faint: #6b6b6b; --line: #d5d5d5; --light: 88%; --warn: #a33b00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --paper: #161616; --faint: #9a9a9a; --line: #3c3c3c; --light: 26%; --warn: #ffb27a; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 1rem 1.5rem; color: var(--ink); background: var(--paper); font: 1rem/1.9 system-ui, sans-serif; }
header, aside { direction: ltr; text-align: left; }
h1 { direction: rtl; text-align: right; font-size: 1.5rem; line-height: 1.5; }
h2 { font-size: 1.05rem; margin: 1.2rem 0 .3rem; }
.columns { display: grid; grid-template-columns: minmax(0, 3fr) minmax(18rem, 2fr); gap: 2rem; }
@media (max-width: 60rem) { .columns { grid-template-columns: minmax(0, 1fr); } }
article { white-space: pre-wrap; overflow-wrap: anywhere; }
.furniture { color: var(--faint); font-size: .85rem; }
.content { background: hsl(var(--hue) 70% var(--light)); border-radius: .2rem; }
.quote { text-decoration: underline dotted; text-underline-offset: .3em; }
.cue { border-bottom: .15rem solid var(--ink); }
.speaker, .addressee, .relay { outline: .08rem solid var(--faint); border-radius: .2rem; }
.relay { outline-style: dashed; }
.addressee { outline-style: dotted; }
sup a { font-size: .7rem; padding: 0 .15rem; color: inherit; }
ol { list-style: none; padding: 0; margin: 0; }
li.statement { border-inline-start: .35rem solid hsl(var(--hue) 70% 50%); padding: .2rem .7rem; margin: 0 0 .9rem; border-bottom: .06rem solid var(--line); }
li:target, li.statement:focus-within { background: hsl(var(--hue) 70% var(--light)); }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 .6rem; margin: 0; font-size: .9rem; line-height: 1.6; }
dt { color: var(--faint); }
dd { margin: 0; unicode-bidi: plaintext; overflow-wrap: anywhere; }
.unsure, .faults { color: var(--warn); }
del { opacity: .75; } ins { text-decoration: none; font-weight: 600; }
del, ins { unicode-bidi: isolate; }
a:focus-visible { outline: .18rem solid currentcolor; outline-offset: .12rem; }
`;

/** The style sheet of a page for a review, with a colour for each of so many speakers. */
export function styleSheet(speakers: number): string {
	const colours = huesOf(speakers).map((hue, index) => `.p${index} { --hue: ${hue}; }`);
	return `${BASE}${colours.join("\n")}\n`;
}
