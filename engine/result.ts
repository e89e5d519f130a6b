import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

/** An output item that carries a file. */
export class ItemWithFile {
	constructor(
		readonly json: IDataObject,
		readonly binary: IBinaryKeyData,
	) {}
}

/** What one item has to do, once its form has been read and found good. */
export type Task<T> = () => Promise<T>;

/** What an item becomes: one item, several, or one with a file. */
export type Result = IDataObject | IDataObject[] | ItemWithFile;
