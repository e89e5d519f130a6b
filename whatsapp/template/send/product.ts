import { id } from '../../../form/texts';
import { asked, namesIn, type ComponentContext, type TemplateField } from './component';

/** Generous: WhatsApp documents no limit. */
const required = { required: true, rule: { maxLength: 256, by: 'this node' } } as const;

/** A business account has one catalog, so that all products of a template share this field. */
export const catalogId = asked(id('Catalog ID', 'catalogId', required), {
	about: 'ID of the Meta catalog that is linked to the business account',
});

/** The product of a header. */
export const productField = (context: ComponentContext): TemplateField<string> =>
	asked(id(...namesIn(context, 'Product ID', 'productRetailerId'), required), {
		about: 'as in the catalog, e.g. SKU-17',
	});
