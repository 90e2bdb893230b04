import { useEffect, useState } from "preact/hooks";
import { useSpeech } from "./speech.tsx";

/** Says that there is no connection, for as long as there is none. */
export function ConnectionLine() {
	const { say } = useSpeech();
	const [isOnline, setOnline] = useState(navigator.onLine);
	useEffect(() => {
		const take = () => setOnline(navigator.onLine);
		addEventListener("online", take);
		addEventListener("offline", take);
		return () => {
			removeEventListener("online", take);
			removeEventListener("offline", take);
		};
	}, []);
	return (
		<div class="connection" role="status">
			{!isOnline && <p class="fault">{say("noConnection")}</p>}
		</div>
	);
}
