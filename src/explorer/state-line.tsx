import { useSpeech } from "./speech.tsx";
import type { Asked } from "./use-asked.ts";

/** Says that an answer is waited for, or why there is none; nothing once it is there. */
export function StateLine({ asked }: { readonly asked: Asked<unknown> }) {
	const { say } = useSpeech();
	const { error, isWaiting, data } = asked;
	if (error !== null) {
		const known =
			error.message === "unreachable" || error.message === "late" ? error.message : null;
		return (
			<p class="fault" role="alert">
				{known === null ? say("refused", { message: error.message }) : say(known)}{" "}
				<button type="button" onClick={asked.again}>
					{say("again")}
				</button>
			</p>
		);
	}
	if (!isWaiting) return null;
	return (
		<p class={data === null ? "waiting" : "waiting over"} role="status">
			{say("waiting")}
		</p>
	);
}
