declare module "edtf" {
	/** A parsed EDTF value: its first and last millisecond since 1970 in UTC. */
	export interface EdtfValue {
		readonly min: number;
		readonly max: number;
	}
	/** Parses an EDTF string; throws for anything that is none. */
	export default function parseEdtf(text: string): EdtfValue;
}
