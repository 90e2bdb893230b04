import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** How wide an element is, in CSS pixels, whenever that changes; null until it is in the page. */
export function useWidth<Kind extends Element>(): [RefObject<Kind | null>, number | null] {
	const element = useRef<Kind | null>(null);
	const [width, setWidth] = useState<number | null>(null);
	useLayoutEffect(() => {
		const { current } = element;
		if (current === null) return undefined;
		const measure = () => setWidth(Math.round(current.getBoundingClientRect().width));
		measure();
		const observer = new ResizeObserver(measure);
		observer.observe(current);
		return () => observer.disconnect();
	}, []);
	return [element, width];
}
