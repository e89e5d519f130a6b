/** Which events have started the workflow, so that what comes a second time does not do so again. */
export interface EventRecord {
	/**
	 * Claims those of these events that nobody has claimed yet: they are at work until the claim is
	 * settled or released.
	 *
	 * @returns undefined where one of them is at work already: whether it will start the workflow is
	 * not certain yet, so all of them have to come again
	 */
	claim(dedupeKeys: string[]): Promise<Claim | undefined>;
}

/** The events that one delivery may pass on. */
export interface Claim {
	readonly fresh: ReadonlySet<string>;
	/** n8n has taken them: they are done. May be called more than once. */
	settle(): void | Promise<void>;
	/** n8n has not taken them: the next delivery may pass them on. */
	release(): void | Promise<void>;
}
