import type { ResultOf } from "gql.tada";
import { useEffect, useState } from "preact/hooks";
import { addressOf, goTo, useAddress, type View } from "./address.ts";
import { Suggest } from "./queries.ts";
import { Link, useSpeech } from "./speech.tsx";
import { useAsked } from "./use-asked.ts";

/** How long typing must rest before it is asked what it may mean, in milliseconds. */
const REST = 150;
/** The longest text that the API takes. */
const LONGEST = 200;

type Suggestion = ResultOf<typeof Suggest>["suggest"][number];

function viewOf({ kind, slug }: Suggestion): View {
	return kind === "SPEAKER"
		? { name: "speaker", slug }
		: { name: "statements", narrowed: { place: slug } };
}

/** Searches for words, and proposes the speakers and places that they may mean. */
export function SearchBox({ value }: { readonly value: string }) {
	const { say, language, nameOf, number } = useSpeech();
	const [text, setText] = useState(value);
	const [rested, setRested] = useState("");
	const [isOpen, setOpen] = useState(false);
	const { href } = useAddress();
	useEffect(() => setText(value), [value]);
	useEffect(() => setOpen(false), [href]);
	useEffect(() => {
		const timer = setTimeout(() => setRested(text.trim()), REST);
		return () => clearTimeout(timer);
	}, [text]);
	const asked = useAsked(
		Suggest,
		isOpen && rested !== "" ? { text: rested.slice(0, LONGEST) } : null,
	);
	const suggestions = isOpen && rested !== "" ? (asked.data?.suggest ?? []) : [];
	const submit = (event: Event) => {
		event.preventDefault();
		setOpen(false);
		const search = text.trim();
		goTo(addressOf({ name: "statements", narrowed: search === "" ? {} : { search } }, language));
	};
	return (
		<search class="search">
			<form
				onSubmit={submit}
				onKeyDown={({ key }) => key === "Escape" && setOpen(false)}
				onFocusOut={({ currentTarget, relatedTarget }) => {
					if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)))
						setOpen(false);
				}}
			>
				<input
					type="search"
					dir="auto"
					autocomplete="off"
					maxLength={LONGEST}
					aria-label={say("searchLabel")}
					placeholder={say("searchPlaceholder")}
					value={text}
					onInput={({ currentTarget }) => {
						setText(currentTarget.value);
						setOpen(true);
					}}
				/>
				<button type="submit">{say("search")}</button>
				{suggestions.length > 0 && (
					<ul class="suggestions" aria-label={say("suggestions")}>
						{suggestions.map((suggestion) => (
							<li key={suggestion.id}>
								<Link to={viewOf(suggestion)}>
									<bdi>{suggestion.label}</bdi> <span class="quiet">{nameOf(suggestion.kind)}</span>{" "}
									<span class="number">{number(suggestion.statementCount)}</span>
								</Link>
							</li>
						))}
					</ul>
				)}
			</form>
		</search>
	);
}
