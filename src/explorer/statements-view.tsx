import {
	addressOf,
	goTo,
	NARROWINGS,
	type Narrowed,
	type Narrowing,
	withValue,
} from "./address.ts";
import { exportOf, filterOf, orderOf } from "./filter.ts";
import { MoreRows } from "./more-rows.tsx";
import { type FacetCounts, Facets, StatementList } from "./queries.ts";
import { Link, useSpeech } from "./speech.tsx";
import { StateLine } from "./state-line.tsx";
import { StatementCard } from "./statement-card.tsx";
import { Timeline } from "./timeline.tsx";
import { useAsked } from "./use-asked.ts";
import { usePages } from "./use-pages.ts";

const FACETS = ["speaker", "to", "relay", "place", "publisher", "kind", "act"] as const;
type FacetName = (typeof FACETS)[number];
/** What an address can be narrowed by and a person can take back. */
const CHIPS = NARROWINGS.filter(
	(name) => name !== "order" && name !== "drafts" && name !== "inside",
);

interface NarrowedProps {
	readonly narrowed: Narrowed;
}

/** The label of a value, where one of the facets tells it. */
function labelOf(name: Narrowing, value: string, facets: FacetCounts | null): string | null {
	const rows = FACETS.some((facet) => facet === name)
		? (facets?.statements[name as FacetName] ?? [])
		: [];
	return rows.find((row) => row.value === value)?.label ?? null;
}

function Chips({ narrowed, facets }: NarrowedProps & { readonly facets: FacetCounts | null }) {
	const speech = useSpeech();
	const { say, nameOf } = speech;
	const chosen = CHIPS.flatMap((name) => {
		const value = narrowed[name];
		return value === undefined ? [] : [{ name, value }];
	});
	if (chosen.length === 0) return null;
	return (
		<ul class="chips" aria-label={say("narrowedBy")}>
			{chosen.map(({ name, value }) => {
				const text =
					labelOf(name, value, facets) ?? (name === "month" ? speech.month(value) : nameOf(value));
				const shown = ["kind", "act"].includes(name) ? nameOf(value) : text;
				return (
					<li key={name}>
						<Link
							to={{ name: "statements", narrowed: withValue(narrowed, name, undefined) }}
							label={say("remove", { label: `${say(name)} ${shown}` })}
						>
							<span class="quiet">{say(name)}</span> <bdi>{shown}</bdi>{" "}
							<span aria-hidden="true">×</span>
						</Link>
					</li>
				);
			})}
			<li>
				<Link to={{ name: "statements", narrowed: {} }}>{say("clear")}</Link>
			</li>
		</ul>
	);
}

function FacetList({
	narrowed,
	facets,
	name,
}: NarrowedProps & { readonly facets: FacetCounts; readonly name: FacetName }) {
	const { say, number, nameOf } = useSpeech();
	const rows = facets.statements[name];
	if (rows.length === 0) return null;
	return (
		<section class="facet">
			<h3>{say(name)}</h3>
			<ul>
				{rows.map(({ value, label, count }) => {
					const isChosen = narrowed[name] === value;
					const shown = name === "kind" || name === "act" ? nameOf(value) : label;
					return (
						<li key={value} class={isChosen ? "chosen" : ""}>
							<Link
								to={{
									name: "statements",
									narrowed: withValue(narrowed, name, isChosen ? undefined : value),
								}}
							>
								<bdi>{shown}</bdi> <span class="number">{number(count)}</span>
							</Link>
						</li>
					);
				})}
			</ul>
		</section>
	);
}

interface ChoiceProps {
	readonly text: string;
	readonly isChosen: boolean;
	readonly choose: (isChosen: boolean) => void;
}

function Choice({ text, isChosen, choose }: ChoiceProps) {
	return (
		<label>
			<input
				type="checkbox"
				checked={isChosen}
				onChange={({ currentTarget }) => choose(currentTarget.checked)}
			/>{" "}
			{text}
		</label>
	);
}

function Orders({ narrowed }: NarrowedProps) {
	const { say, language } = useSpeech();
	const choices =
		narrowed.search === undefined
			? (["newest", "oldest"] as const)
			: (["relevance", "newest", "oldest"] as const);
	const change = (changed: Narrowed) =>
		goTo(addressOf({ name: "statements", narrowed: { ...narrowed, ...changed } }, language));
	return (
		<p class="line">
			<label>
				{say("order")}{" "}
				<select
					value={narrowed.order ?? choices[0]}
					onChange={({ currentTarget }) => change({ order: currentTarget.value })}
				>
					{choices.map((choice) => (
						<option key={choice} value={choice}>
							{say(choice)}
						</option>
					))}
				</select>
			</label>
			{narrowed.place !== undefined && (
				<Choice
					text={say("inside")}
					isChosen={narrowed.inside === "1"}
					choose={(isChosen) => change({ inside: isChosen ? "1" : "" })}
				/>
			)}
			<Choice
				text={say("withDrafts")}
				isChosen={narrowed.drafts === "1"}
				choose={(isChosen) => change({ drafts: isChosen ? "1" : "" })}
			/>
		</p>
	);
}

function Pages({ narrowed }: NarrowedProps) {
	const { say, count, language } = useSpeech();
	const variables = { filter: filterOf(narrowed), orderBy: orderOf(narrowed), lang: language };
	const pages = usePages(StatementList, variables, ({ statements: { edges, pageInfo } }) => ({
		rows: edges,
		pageInfo,
	}));
	const total = pages.asked.data?.statements.totalCount;
	return (
		<>
			<h1 aria-live="polite">
				{total === undefined ? say("statements") : count("statementCount", total)}
			</h1>
			<Orders narrowed={narrowed} />
			<StateLine asked={pages.asked} />
			<ol class="cards">
				{pages.rows.map((edge) => (
					<StatementCard key={edge.node.id} edge={edge} />
				))}
			</ol>
			{total !== undefined && <MoreRows {...pages} shown={pages.rows.length} total={total} />}
		</>
	);
}

/** A list of statements, narrowed by what the address says, with counts of what it could be narrowed by. */
export function StatementsView({ narrowed }: NarrowedProps) {
	const { say, language } = useSpeech();
	const asked = useAsked(Facets, { filter: filterOf(narrowed), lang: language });
	return (
		<div class="two-columns">
			<aside aria-label={say("narrow")}>
				<h2>{say("narrow")}</h2>
				<StateLine asked={asked} />
				{asked.data !== null &&
					FACETS.map((name) => (
						<FacetList
							key={name}
							name={name}
							narrowed={narrowed}
							facets={asked.data as FacetCounts}
						/>
					))}
				<section class="facet">
					<h3>{say("export")}</h3>
					<ul>
						{(["csv", "ndjson", "jsonld"] as const).map((ending) => (
							<li key={ending}>
								<a href={exportOf(narrowed, ending)} download>
									{ending.toUpperCase()}
								</a>
							</li>
						))}
					</ul>
				</section>
			</aside>
			<div>
				<Chips narrowed={narrowed} facets={asked.data} />
				{asked.data !== null && asked.data.months.rows.length > 1 && (
					<Timeline months={asked.data.months} narrowed={narrowed} />
				)}
				<Pages narrowed={narrowed} />
			</div>
		</div>
	);
}
