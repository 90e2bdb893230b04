import { render } from "preact";
import { useEffect, useLayoutEffect } from "preact/hooks";
import { addressOf, languageOf, useAddress, type View, viewOf } from "./address.ts";
import { ArticleView } from "./article-view.tsx";
import { ConnectionLine } from "./connection-line.tsx";
import { CoverageView } from "./coverage-view.tsx";
import { OverviewView } from "./overview.tsx";
import { SearchBox } from "./search-box.tsx";
import { SpeakerView } from "./speaker-view.tsx";
import { SpeakersView } from "./speakers-view.tsx";
import { Link, SpeechContext, speechOf, useSpeech } from "./speech.tsx";
import { StatementsView } from "./statements-view.tsx";
import { ThemeButton } from "./theme-button.tsx";

function Content({ view }: { readonly view: View }) {
	const { say } = useSpeech();
	switch (view.name) {
		case "overview":
			return <OverviewView />;
		case "statements":
			return <StatementsView narrowed={view.narrowed} />;
		case "speakers":
			return <SpeakersView search={view.search} />;
		case "speaker":
			return <SpeakerView slug={view.slug} />;
		case "article":
			return (
				<ArticleView
					slug={view.slug}
					statement={view.statement}
					isRaw={view.isRaw}
					hasDrafts={view.hasDrafts}
				/>
			);
		case "coverage":
			return <CoverageView />;
		default:
			return (
				<p>
					{say("nowhere")} <Link to={{ name: "overview" }}>{say("toOverview")}</Link>
				</p>
			);
	}
}

const PAGES = [
	{ name: "overview", to: { name: "overview" }, shows: ["overview"] },
	{
		name: "statements",
		to: { name: "statements", narrowed: {} },
		shows: ["statements", "article"],
	},
	{ name: "speakers", to: { name: "speakers", search: "" }, shows: ["speakers", "speaker"] },
	{ name: "coverage", to: { name: "coverage" }, shows: ["coverage"] },
] as const satisfies readonly { name: string; to: View; shows: readonly View["name"][] }[];

function Header({ view }: { readonly view: View }) {
	const { say, language } = useSpeech();
	const other = language === "ar" ? "en" : "ar";
	const search = view.name === "statements" ? (view.narrowed.search ?? "") : "";
	return (
		<header>
			<a class="skip" href="#content">
				{say("skip")}
			</a>
			<div class="bar">
				<Link to={{ name: "overview" }} class="brand">
					{say("title")}
				</Link>
				<nav aria-label={say("navigation")}>
					{PAGES.map(({ name, to, shows }) => (
						<Link key={name} to={to} current={(shows as readonly string[]).includes(view.name)}>
							{say(name)}
						</Link>
					))}
					<a href="/graphql">{say("api")}</a>
				</nav>
				<SearchBox value={search} />
				<a class="other-language" lang={other} href={addressOf(view, other)}>
					{say("otherLanguage")}
				</a>
				<ThemeButton />
			</div>
		</header>
	);
}

function App() {
	const address = useAddress();
	const language = languageOf(address, navigator.languages);
	const view = viewOf(address);
	const speech = speechOf(language);
	const place = JSON.stringify({ ...view, statement: null });
	// Before it is painted: else an English page would stand the Arabic way for a moment.
	useLayoutEffect(() => {
		document.documentElement.lang = language;
		document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
		document.title = `${speech.say("title")} · ${speech.say("motto")}`;
	}, [language]);
	useEffect(() => {
		if (!(view.name === "article" && view.statement !== null)) scrollTo(0, 0);
	}, [place]);
	return (
		<SpeechContext.Provider value={speech}>
			<Header view={view} />
			<main id="content" tabIndex={-1}>
				<Content view={view} />
			</main>
			<ConnectionLine />
			<footer>
				<p class="quiet">{speech.say("alone")}</p>
			</footer>
		</SpeechContext.Provider>
	);
}

const root = document.getElementById("root");
if (root !== null) render(<App />, root);
