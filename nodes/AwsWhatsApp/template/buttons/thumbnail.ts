import { idIn, labelIn, type TemplateField } from '../part';
import type { Button } from './button';

/** The product whose picture heads a message about a catalog. */
export function thumbnailField({ place }: Button, required: boolean): TemplateField {
	const shortLabel = labelIn(place, 'Thumbnail product ID');
	return {
		id: idIn(place, 'thumbnailProductRetailerId'),
		label: `${shortLabel}: product whose picture is shown${required ? '' : '; else the first of the catalog'}`,
		shortLabel,
		type: 'string',
		required,
	};
}
