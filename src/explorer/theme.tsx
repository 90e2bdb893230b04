import { useEffect, useState } from "preact/hooks";
import { useSpeech } from "./speech.tsx";

type Theme = "dark" | "light";
const KEPT = "aqwal-theme";

function keptTheme(): Theme | null {
	try {
		const kept = localStorage.getItem(KEPT);
		return kept === "dark" || kept === "light" ? kept : null;
	} catch {
		return null;
	}
}

function keep(theme: Theme): void {
	try {
		localStorage.setItem(KEPT, theme);
	} catch {
		// Where nothing may be kept, it lasts as long as the page.
	}
}

/** Changes between light and dark; until somebody does, the page is as the system is. */
export function ThemeButton() {
	const { say } = useSpeech();
	const [theme, setTheme] = useState<Theme>(
		() => keptTheme() ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"),
	);
	useEffect(() => {
		document.documentElement.dataset.theme = theme;
	}, [theme]);
	const other = theme === "dark" ? "light" : "dark";
	return (
		<button
			type="button"
			class="theme"
			title={say("theme")}
			onClick={() => {
				keep(other);
				setTheme(other);
			}}
		>
			{say(other)}
		</button>
	);
}
