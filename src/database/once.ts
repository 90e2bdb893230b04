type Makers<Source> = Readonly<Record<string, (source: Source) => unknown>>;
type Made<All> = {
	readonly [Name in keyof All]: All[Name] extends (source: never) => infer Value ? Value : never;
};

/**
 * Makes objects whose properties are made when they are first asked for: a request uses
 * few of all the loaders that there are.
 *
 * @param makers how each property is made of what all of them share
 */
export function once<Source, All extends Makers<Source>>(
	makers: All & Makers<Source>,
): (source: Source) => Made<All> {
	class Lazy {
		readonly source: Source;
		constructor(source: Source) {
			this.source = source;
		}
	}
	for (const [name, make] of Object.entries(makers))
		Object.defineProperty(Lazy.prototype, name, {
			get(this: Lazy) {
				const value = make(this.source);
				Object.defineProperty(this, name, { value });
				return value;
			},
		});
	// The prototype has just been given these properties.
	return (source) => new Lazy(source) as unknown as Made<All>;
}
