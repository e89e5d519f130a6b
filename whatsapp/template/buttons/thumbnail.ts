import { idIn, labelIn, type TemplateField } from '../send/component';
import type { Button } from './sentButton';

/** The product whose picture heads a message about a catalog. */
export function thumbnailField({ context }: Button, required: boolean): TemplateField {
	const shortLabel = labelIn(context, 'Thumbnail product ID');
	return {
		id: idIn(context, 'thumbnailProductRetailerId'),
		label: `${shortLabel}: product whose picture is shown${required ? '' : ', by default the first one of the catalog'}`,
		shortLabel,
		type: 'string',
		required,
	};
}
