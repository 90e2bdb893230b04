/** The languages that the page speaks. */
export type Language = "ar" | "en";

/** What somebody has chosen to see; all of it stands in the address of the page, so it can be sent to others. */
export interface Settings {
	/** Where Aqwal answers, such as http://localhost:4000, as it was typed. */
	readonly server: string;
	/** The first day, 2018-01-31; empty: from the earliest statement on. */
	readonly from: string;
	/** The last day; empty: to the latest statement. */
	readonly to: string;
	/** The speakers by their slugs; none: those who speak most. */
	readonly speakers: readonly string[];
	readonly language: Language;
}

/** Where Aqwal answers when nothing else is told to it. */
export const USUAL_SERVER = "http://localhost:4000";
/** The most speakers that can be chosen; a row of the first chart is drawn for each. */
export const MOST_SPEAKERS = 20;

/**
 * Reads the settings out of the query string of the page's address.
 *
 * @param preferred the language of the reader, as browsers tell it
 */
export function readSettings(query: string, preferred: string): Settings {
	const parameters = new URLSearchParams(query);
	const usual = preferred.toLowerCase().startsWith("ar") ? "ar" : "en";
	const asked = parameters.get("lang");
	return {
		server: parameters.get("server") ?? USUAL_SERVER,
		from: parameters.get("from") ?? "",
		to: parameters.get("to") ?? "",
		speakers: [...new Set(parameters.getAll("speaker"))].slice(0, MOST_SPEAKERS),
		language: asked === "ar" || asked === "en" ? asked : usual,
	};
}

/** The query string that readSettings reads the same settings from. */
export function queryOf({ server, from, to, speakers, language }: Settings): string {
	const parameters = new URLSearchParams();
	if (server !== USUAL_SERVER) parameters.set("server", server);
	if (from !== "") parameters.set("from", from);
	if (to !== "") parameters.set("to", to);
	for (const speaker of speakers) parameters.append("speaker", speaker);
	parameters.set("lang", language);
	return `?${parameters}`;
}

/** A stretch of time as the API takes it: to is the first moment after it. */
export interface Period {
	readonly from?: string;
	readonly to?: string;
}

const DAY = 24 * 60 * 60 * 1000;

function dayAfter(day: string): string {
	const time = Date.parse(day);
	// What is no day is sent as it is: the server says best what is wrong with it.
	return Number.isNaN(time) ? day : new Date(time + DAY).toISOString().slice(0, 10);
}

/** The chosen days, the last one included. */
export function periodOf({ from, to }: Settings): Period {
	return { ...(from !== "" && { from }), ...(to !== "" && { to: dayAfter(to) }) };
}

/** The variable that narrows statements to the chosen speakers; none where nobody is chosen. */
export function speakerFilterOf({ speakers }: Settings): {
	readonly filter?: { readonly speaker: { readonly in: string[] } };
} {
	return speakers.length === 0 ? {} : { filter: { speaker: { in: [...speakers] } } };
}
