import { actionComponent, type BuildButton } from './sentButton';
import { NO_INPUT, type TemplateButton } from './templateButton';
import { thumbnailField } from './thumbnail';

const send: BuildButton = (button) => {
	const thumbnail = thumbnailField(button, false);
	return {
		fields: [thumbnail],
		component: (form) => {
			const product = thumbnail.of(form);
			return product === undefined
				? undefined
				: actionComponent(button, 'catalog', { thumbnail_product_retailer_id: product });
		},
	};
};

/** A button that opens the catalog. */
export const catalog: TemplateButton = {
	name: 'Catalog',
	value: 'CATALOG',
	create: {
		description: 'Opens your catalog',
		on: ['template'],
		max: 1,
		fields: [],
		members: () => ({ text: 'View catalog' }),
	},
	send,
	library: NO_INPUT,
};
