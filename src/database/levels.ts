import DataLoader from "dataloader";

/** The most keys that one batch has. */
const LARGEST_BATCH = 1000;

/** Makes a loader that batches with all others that were made by the same function. */
export type MakeLoader = <Key, Value>(
	batch: DataLoader.BatchLoadFn<Key, Value>,
	options?: { readonly leaf: boolean },
) => DataLoader<Key, Value>;

/**
 * Batches the loads of one request by level: a batch begins when nothing is being read
 * any more that could add to it. So two branches of an operation that ask for the same
 * noun share one SQL statement, whichever of them is answered first, and the number of
 * statements is a fact of the operation, not of the moment.
 *
 * A batch must not wait for a load of another loader of the same request: each would
 * wait for the other.
 *
 * @returns a function that makes loaders; a `leaf` is one whose answers lead to no
 *   further load, such as a total, so that nobody waits for it
 */
export function createLevels(): MakeLoader {
	let waiting: (() => void)[] = [];
	let reading = 0;
	let isArmed = false;
	const dispatch = () => {
		isArmed = false;
		if (reading > 0) return;
		const batches = waiting;
		waiting = [];
		for (const begin of batches) begin();
	};
	const arm = () => {
		if (isArmed) return;
		isArmed = true;
		// As DataLoader itself does: after all promise jobs that the last answers have led to.
		void Promise.resolve().then(() => process.nextTick(dispatch));
	};
	const counted = async <Result>(work: () => PromiseLike<Result>): Promise<Result> => {
		reading += 1;
		try {
			return await work();
		} finally {
			reading -= 1;
			if (reading === 0 && waiting.length > 0) arm();
		}
	};
	return (batch, { leaf } = { leaf: false }) =>
		new DataLoader(leaf ? batch : (keys) => counted(() => batch(keys)), {
			maxBatchSize: LARGEST_BATCH,
			batchScheduleFn: (begin) => {
				waiting.push(begin);
				if (reading === 0) arm();
			},
		});
}
