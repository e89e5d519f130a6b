import type { IDataObject } from 'n8n-workflow';

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
}
