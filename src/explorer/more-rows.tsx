import { useSpeech } from "./speech.tsx";

interface MoreRowsProps {
	readonly shown: number;
	readonly total: number;
	readonly hasMore: boolean;
	readonly isFailing: boolean;
	readonly more: () => Promise<void>;
}

/** How much of a list is in sight, and a button for the rest. */
export function MoreRows({ shown, total, hasMore, isFailing, more }: MoreRowsProps) {
	const { say, number } = useSpeech();
	if (total === 0) return <p>{say("nothing")}</p>;
	return (
		<p class="line">
			<span>{say("shown", { shown: number(shown), n: number(total) })}</span>
			{hasMore && (
				<button type="button" onClick={more}>
					{say("more")}
				</button>
			)}
			{isFailing && <span role="alert">{say("unreachable")}</span>}
		</p>
	);
}
