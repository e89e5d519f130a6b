import type { IDataObject } from 'n8n-workflow';

/** The bucket that a credential names, for files and for the store. */
export interface Bucket {
	name: string;
	/** What tells it from others, which may have its name on another server, or be another identity's. */
	id: string;
}

/** What two of the store's times, which are whole seconds, may be wrong by together. */
export const WHOLE_SECONDS_MS = 2_000;

/** A record as the store has it. */
export interface Kept {
	record: IDataObject;
	/** Changes with every write. */
	version: string;
	/** When it was written, in ms since 1970 by the store's clock, to the second. */
	writtenAt: number;
	/** The store's time now, likewise. */
	now: number;
}

/** What a listing tells of records, a page at a time. */
export interface Listed {
	records: Array<{
		key: string;
		/** As in `Kept`; NaN where the store does not say. */
		writtenAt: number;
	}>;
	/** The store's time, as in `Kept`. */
	now: number;
}

/**
 * What outlives an execution and is shared by all processes: records under keys, each written only if
 * what is there is what the writer thinks. Of several writers at once, one succeeds.
 */
export interface Store {
	/** @returns undefined where there is none */
	get(key: string): Promise<Kept | undefined>;

	/** @returns the version written, or undefined where there is a record */
	create(key: string, record: IDataObject): Promise<string | undefined>;

	/** @returns the version written, or undefined where the record has changed or is gone */
	replace(key: string, record: IDataObject, version: string): Promise<string | undefined>;

	/** The records whose keys begin with a prefix, in the order of their keys. */
	list(prefix: string): AsyncIterable<Listed>;

	/** Removes a record; one that is not there counts as removed. */
	delete(key: string): Promise<void>;
}
