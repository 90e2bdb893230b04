import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ChartSection } from "./chart-section.tsx";
import { CHARTS } from "./charts.ts";
import { FaultNotice } from "./fault-notice.tsx";
import { Total } from "./queries.ts";
import { ask } from "./server.ts";
import { periodOf, queryOf, readSettings, type Settings, speakerFilterOf } from "./settings.ts";
import { SpeakerChoice } from "./speaker-choice.tsx";
import { useGot } from "./use-got.ts";
import { type Words, wordsIn } from "./words.ts";

interface SettingsFormProps {
	readonly settings: Settings;
	readonly words: Words;
	readonly onChange: (settings: Partial<Settings>) => void;
}

/** The server and the period are taken over when the form is sent, as they are typed in steps. */
function SettingsForm({ settings, words, onChange }: SettingsFormProps) {
	const send = (form: HTMLFormElement) => {
		const fields = new FormData(form);
		const field = (name: string) => String(fields.get(name) ?? "");
		onChange({ server: field("server"), from: field("from"), to: field("to") });
	};
	return (
		<form
			aria-label={words.say("settings")}
			onSubmit={(event) => {
				event.preventDefault();
				send(event.currentTarget);
			}}
		>
			<div class="fields">
				<label class="server">
					{words.say("server")}
					<input
						name="server"
						dir="ltr"
						inputMode="url"
						autocomplete="off"
						spellcheck={false}
						required
						defaultValue={settings.server}
					/>
				</label>
				<label>
					{words.say("from")}
					<input name="from" type="date" defaultValue={settings.from} />
				</label>
				<label>
					{words.say("to")}
					<input name="to" type="date" defaultValue={settings.to} />
				</label>
				<button type="submit">{words.say("draw")}</button>
			</div>
			<SpeakerChoice
				settings={settings}
				words={words}
				onChange={(speakers) => onChange({ speakers })}
			/>
		</form>
	);
}

interface ContentProps {
	readonly settings: Settings;
	readonly words: Words;
}

/** How much there is, and the charts of it; where the server does not answer, it is said once. */
function Content({ settings, words }: ContentProps) {
	const { server } = settings;
	const variables = { ...speakerFilterOf(settings), ...periodOf(settings) };
	const got = useGot(JSON.stringify(settings), async (signal) => {
		const { statementStats } = await ask(server, Total, variables, signal);
		return { ...statementStats, settings };
	});
	const { data, fault, isWaiting, again } = got;
	if (fault !== null && !isWaiting)
		return <FaultNotice fault={fault} server={server} words={words} onAgain={again} />;
	if (data === null) return <p class="waiting">{words.say("waiting")}</p>;
	const statements = words.count("statementCount", data.totalCount);
	const undated = words.count("statementCount", data.unknownCount);
	return (
		<>
			<p class="total" role="status">
				{words.say("total", { statements })}{" "}
				{data.unknownCount > 0 && words.say("undated", { statements: undated })}
			</p>
			<div class="charts" aria-busy={isWaiting}>
				{CHARTS.map((chart) => (
					<ChartSection
						key={chart.name}
						chart={chart}
						settings={data.settings}
						total={data.totalCount}
						words={words}
					/>
				))}
			</div>
		</>
	);
}

function Page() {
	const [settings, setSettings] = useState(() => readSettings(location.search, navigator.language));
	const words = wordsIn(settings.language);
	const { language, isRightToLeft } = words;
	useEffect(() => {
		document.documentElement.lang = language;
		document.documentElement.dir = isRightToLeft ? "rtl" : "ltr";
		document.title = words.say("title");
		history.replaceState(null, "", queryOf(settings));
	}, [settings]);
	const other = language === "ar" ? "en" : "ar";
	const change = (changes: Partial<Settings>) =>
		setSettings((before) => ({ ...before, ...changes }));
	return (
		<>
			<header>
				<div>
					<h1>{words.say("title")}</h1>
					<p class="quiet">{words.say("motto")}</p>
				</div>
				<button type="button" lang={other} onClick={() => change({ language: other })}>
					{words.say("otherLanguage")}
				</button>
			</header>
			<main>
				<SettingsForm settings={settings} words={words} onChange={change} />
				<Content settings={settings} words={words} />
			</main>
			<footer class="quiet">{words.say("footer")}</footer>
		</>
	);
}

render(<Page />, document.body);
