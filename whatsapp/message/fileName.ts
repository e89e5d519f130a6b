import type { IDataObject } from 'n8n-workflow';
import { text } from '../../form/texts';
import { fileNameOf, type NameFacts } from '../media/fileName';

export const fileName = text('File Name', 'filename', {
	example: 'invoice-17.pdf',
	description:
		'Name that the recipient sees. Without it, the name of the file is taken. A missing ending is added where the type is known: not for a media ID, nor for a link without an ending.',
});

/**
 * The name of a document: the one that was typed, else the file's own. Where none is known that would
 * open, WhatsApp decides.
 */
export const named =
	(typed: string) =>
	(file: NameFacts): IDataObject => {
		const filename = fileNameOf(file, typed);
		return filename === undefined ? {} : { filename };
	};
