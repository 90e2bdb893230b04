import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { useSpeech } from "./speech.tsx";
import { keep, keptTheme, show, systemDarkness, type Theme, themeNow } from "./theme.ts";

/** Changes between light and dark; until somebody does, the page is as the system is. */
export function ThemeButton() {
	const { say } = useSpeech();
	const [theme, setTheme] = useState<Theme>(themeNow);
	useLayoutEffect(() => show(theme), [theme]);
	useEffect(() => {
		const darkness = systemDarkness();
		const follow = () => keptTheme() ?? setTheme(themeNow());
		darkness.addEventListener("change", follow);
		return () => darkness.removeEventListener("change", follow);
	}, []);
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
