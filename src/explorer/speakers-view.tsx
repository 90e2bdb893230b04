import { useState } from "preact/hooks";
import { addressOf, goTo } from "./address.ts";
import { SpeakerList } from "./speaker-queries.ts";
import { Link, useSpeech } from "./speech.tsx";
import { StateLine } from "./state-line.tsx";
import { useAsked } from "./use-asked.ts";

/** All who speak, by any spelling of a name. */
export function SpeakersView({ search }: { readonly search: string }) {
	const { say, count, number, nameOf, language } = useSpeech();
	const [after, setAfter] = useState<readonly string[]>([]);
	const cursor = after.at(-1);
	const asked = useAsked(SpeakerList, {
		...(search !== "" && { search }),
		...(cursor !== undefined && { after: cursor }),
		lang: language,
	});
	const list = asked.data?.speakers;
	const type = (text: string) => {
		setAfter([]);
		goTo(addressOf({ name: "speakers", search: text }, language), true);
	};
	return (
		<>
			<h1 aria-live="polite">
				{list === undefined ? say("speakers") : count("speakerCount", list.totalCount)}
			</h1>
			<p>
				<input
					type="search"
					dir="auto"
					class="wide"
					maxLength={200}
					aria-label={say("searchSpeakers")}
					placeholder={say("searchSpeakers")}
					value={search}
					onInput={({ currentTarget }) => type(currentTarget.value)}
				/>
			</p>
			<StateLine asked={asked} />
			{list?.totalCount === 0 && <p>{say("nothing")}</p>}
			<ul class="rows">
				{list?.nodes.map(({ slug, name, kind, statementCount }) => (
					<li key={slug}>
						<Link to={{ name: "speaker", slug }}>
							<bdi>{name}</bdi>
						</Link>
						<span class="quiet">{nameOf(kind)}</span>
						<span class="number">{number(statementCount)}</span>
					</li>
				))}
			</ul>
			{list?.pageInfo.hasNextPage && (
				<button type="button" onClick={() => setAfter([...after, list.pageInfo.endCursor ?? ""])}>
					{say("more")}
				</button>
			)}
		</>
	);
}
