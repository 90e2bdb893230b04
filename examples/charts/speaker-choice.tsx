import { useEffect, useState } from "preact/hooks";
import { FaultNotice } from "./fault-notice.tsx";
import { Name, Suggestions } from "./queries.ts";
import { ask } from "./server.ts";
import { MOST_SPEAKERS, type Settings } from "./settings.ts";
import { useGot } from "./use-got.ts";
import { isolated, type Words } from "./words.ts";

/** How long somebody must not have typed before the server is asked, in milliseconds. */
const PAUSE = 250;
/** The API takes no longer text. */
const LONGEST_NAME = 200;

interface ChosenProps {
	readonly slug: string;
	readonly settings: Settings;
	readonly words: Words;
	readonly onRemove: () => void;
}

/** A speaker who is chosen; a press leaves them out again. */
function Chosen({ slug, settings, words, onRemove }: ChosenProps) {
	const { server, language } = settings;
	const { data } = useGot(JSON.stringify([server, slug, language]), (signal) =>
		ask(server, Name, { slug, lang: language }, signal),
	);
	const name = isolated(data?.speaker?.name ?? slug);
	return (
		<li>
			<button
				type="button"
				class="chosen"
				onClick={onRemove}
				aria-label={words.say("remove", { name })}
			>
				{name} <span aria-hidden="true">×</span>
			</button>
		</li>
	);
}

/** What was typed, once somebody has paused. */
function usePaused(text: string): string {
	const [paused, setPaused] = useState(text);
	useEffect(() => {
		const timer = setTimeout(() => setPaused(text), PAUSE);
		return () => clearTimeout(timer);
	}, [text]);
	return paused;
}

interface FoundProps {
	readonly text: string;
	readonly settings: Settings;
	readonly words: Words;
	readonly onAdd: (slug: string) => void;
}

/** Whom the typed text may mean. */
function Found({ text, settings, words, onAdd }: FoundProps) {
	const { server, speakers } = settings;
	const { data, fault, isWaiting, again } = useGot(JSON.stringify([server, text]), (signal) =>
		ask(server, Suggestions, { text }, signal),
	);
	if (fault !== null && !isWaiting)
		return <FaultNotice fault={fault} server={server} words={words} onAgain={again} />;
	if (data === null) return <p class="quiet">{words.say("waiting")}</p>;
	const others = data.suggest.filter(({ slug }) => !speakers.includes(slug));
	if (others.length === 0) return <p role="status">{words.say("nobodyFound")}</p>;
	return (
		<ul class="found" aria-label={words.say("suggestions")}>
			{others.map(({ slug, label, matched, statementCount }) => (
				<li key={slug}>
					<button type="button" onClick={() => onAdd(slug)}>
						+ {isolated(label)}
						{matched !== label && <span> ({isolated(matched)})</span>}{" "}
						<span class="quiet">{words.count("statementCount", statementCount)}</span>
					</button>
				</li>
			))}
		</ul>
	);
}

interface SpeakerChoiceProps {
	readonly settings: Settings;
	readonly words: Words;
	readonly onChange: (speakers: readonly string[]) => void;
}

/** Chooses the speakers that are drawn, by any spelling of their names. */
export function SpeakerChoice({ settings, words, onChange }: SpeakerChoiceProps) {
	const { speakers } = settings;
	const [typed, setTyped] = useState("");
	const text = usePaused(typed).trim();
	const add = (slug: string) => {
		setTyped("");
		onChange([...speakers, slug]);
	};
	return (
		<fieldset>
			<legend>{words.say("chosen")}</legend>
			{speakers.length === 0 && <p class="quiet">{words.say("nobodyChosen")}</p>}
			<ul class="all-chosen">
				{speakers.map((slug) => (
					<Chosen
						key={slug}
						slug={slug}
						settings={settings}
						words={words}
						onRemove={() => onChange(speakers.filter((other) => other !== slug))}
					/>
				))}
			</ul>
			{speakers.length >= MOST_SPEAKERS ? (
				<p>{words.say("tooMany", { n: words.number(MOST_SPEAKERS) })}</p>
			) : (
				<label>
					{words.say("findSpeaker")}
					<input
						type="search"
						dir="auto"
						autocomplete="off"
						maxLength={LONGEST_NAME}
						placeholder={words.say("findExample")}
						value={typed}
						onInput={({ currentTarget }) => setTyped(currentTarget.value)}
						onKeyDown={(event) => {
							// It would send the form.
							if (event.key === "Enter") event.preventDefault();
						}}
					/>
				</label>
			)}
			{text !== "" && typed !== "" && (
				<Found text={text} settings={settings} words={words} onAdd={add} />
			)}
		</fieldset>
	);
}
