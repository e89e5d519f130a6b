import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../form/unknown';

/** A text in a definition; anything else does not count. */
export const textIn = (holder: IDataObject, key: string): string => {
	const value = holder[key];
	return typeof value === 'string' ? value : '';
};

/** A word of Meta's, which may come in any case. */
export const wordIn = (holder: IDataObject, key: string): string =>
	textIn(holder, key).toUpperCase();

/** The first example of a button. */
export const exampleIn = ({ example }: IDataObject): string => {
	const [first] = [example].flat();
	return typeof first === 'string' ? first : '';
};

/** The objects of a list in a definition. */
export const objectsIn = (holder: IDataObject, key: string): IDataObject[] => {
	const list: unknown = holder[key];
	return Array.isArray(list) ? list.filter(isRecord) : [];
};
