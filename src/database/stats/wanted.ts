/** What is asked of statistics beside the counts of the rows and the total. */
export interface StatsWanted {
	readonly articleCount: boolean;
	readonly speakerCount: boolean;
	readonly otherCount: boolean;
	readonly unknownCount: boolean;
	readonly groupCount: boolean;
}

/** Everything, where nobody says what is asked. */
export const ALL_WANTED: StatsWanted = {
	articleCount: true,
	speakerCount: true,
	otherCount: true,
	unknownCount: true,
	groupCount: true,
};

/** Nothing but the counts. */
export const NOTHING_WANTED: StatsWanted = {
	articleCount: false,
	speakerCount: false,
	otherCount: false,
	unknownCount: false,
	groupCount: false,
};
