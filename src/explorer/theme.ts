/** How light the page is. */
export type Theme = "dark" | "light";
const KEPT = "aqwal-theme";

/** Tells whether the system is dark, and when that changes. */
export function systemDarkness(): MediaQueryList {
	return matchMedia("(prefers-color-scheme: dark)");
}

/** What somebody has chosen here; null where nobody has, or nothing may be kept. */
export function keptTheme(): Theme | null {
	try {
		const kept = localStorage.getItem(KEPT);
		return kept === "dark" || kept === "light" ? kept : null;
	} catch {
		return null;
	}
}

/** Keeps a choice for the next visits; where nothing may be kept, it lasts as long as the page. */
export function keep(theme: Theme): void {
	try {
		localStorage.setItem(KEPT, theme);
	} catch {
		// There is nobody to tell.
	}
}

/** What was chosen, or else as the system is. */
export function themeNow(): Theme {
	return keptTheme() ?? (systemDarkness().matches ? "dark" : "light");
}

/** Shows the page in a theme; what the browser draws itself, such as the empty page, too. */
export function show(theme: Theme): void {
	document.documentElement.dataset.theme = theme;
	document.querySelector('meta[name="color-scheme"]')?.setAttribute("content", theme);
}
