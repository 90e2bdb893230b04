import { addressOf, goTo } from "./address.ts";
import { MoreRows } from "./more-rows.tsx";
import { SpeakerList } from "./speaker-queries.ts";
import { Link, useSpeech } from "./speech.tsx";
import { StateLine } from "./state-line.tsx";
import { usePages } from "./use-pages.ts";

/** All who speak, by any spelling of a name. */
export function SpeakersView({ search }: { readonly search: string }) {
	const { say, count, number, nameOf, language } = useSpeech();
	const variables = { ...(search !== "" && { search }), lang: language };
	const pages = usePages(SpeakerList, variables, ({ speakers: { nodes, pageInfo } }) => ({
		rows: nodes,
		pageInfo,
	}));
	const total = pages.asked.data?.speakers.totalCount;
	const type = (text: string) => {
		goTo(addressOf({ name: "speakers", search: text }, language), true);
	};
	return (
		<>
			<h1 aria-live="polite">
				{total === undefined ? say("speakers") : count("speakerCount", total)}
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
			<StateLine asked={pages.asked} />
			<ul class="rows">
				{pages.rows.map(({ slug, name, kind, statementCount }) => (
					<li key={slug}>
						<Link to={{ name: "speaker", slug }}>
							<bdi>{name}</bdi>
						</Link>
						<span class="quiet">{nameOf(kind)}</span>
						<span class="number">{number(statementCount)}</span>
					</li>
				))}
			</ul>
			{total !== undefined && <MoreRows {...pages} shown={pages.rows.length} total={total} />}
		</>
	);
}
