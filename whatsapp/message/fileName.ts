import type { IDataObject } from 'n8n-workflow';
import { text } from '../../form/texts';
import { fileNameOf, type NameFacts } from '../media/fileName';

export const fileName = text('File Name', 'filename', {
	example: 'invoice-17.pdf',
	description:
		'Name shown to the recipient. Defaults to the name of the file. A missing extension is added where the type is known, but not for a media ID or for a link without an extension.',
});

/** The name of a document: the typed one, else the file's own. WhatsApp decides where none would open. */
export const named =
	(typed: string) =>
	(file: NameFacts): IDataObject => {
		const filename = fileNameOf(file, typed);
		return filename === undefined ? {} : { filename };
	};
