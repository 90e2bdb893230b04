import { type NoAnswer, serverAddress } from "./server.ts";
import type { Words } from "./words.ts";

function shownAddress(server: string): string {
	try {
		return serverAddress(server);
	} catch {
		return server;
	}
}

interface FaultNoticeProps {
	readonly fault: NoAnswer;
	readonly server: string;
	readonly words: Words;
	readonly onAgain: () => void;
}

/** Says why there is nothing to be seen, and offers to try again. */
export function FaultNotice({ fault, server, words, onAgain }: FaultNoticeProps) {
	return (
		<div class="fault" role="alert">
			<p>{words.say(fault.reason, { server: `\u2068${shownAddress(server)}\u2069` })}</p>
			{fault.message !== "" && (
				<p dir="ltr" lang="en">
					{fault.code !== "" && <code>{fault.code}</code>} {fault.message}
				</p>
			)}
			<button type="button" onClick={onAgain}>
				{words.say("again")}
			</button>
		</div>
	);
}
