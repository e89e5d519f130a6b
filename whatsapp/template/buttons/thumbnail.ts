import { id } from '../../../form/texts';
import { PRODUCT_ID_RULE } from '../../catalog';
import { asked, namesIn, type TemplateField } from '../send/component';
import type { Button } from './sentButton';

/** The product whose picture heads a message about a catalog. */
export const thumbnailField = (
	{ context }: Button,
	required: boolean,
): TemplateField<string | undefined> =>
	asked(
		id(...namesIn(context, 'Thumbnail product ID', 'thumbnailProductRetailerId'), {
			required,
			rule: PRODUCT_ID_RULE,
		}),
		{
			about: `product whose image is shown${required ? '' : ', by default the first one of the catalog'}`,
		},
	);
