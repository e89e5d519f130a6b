import { actionComponent, type BuildButton } from './sentButton';
import { thumbnailField } from './thumbnail';

/** A button that opens the catalog. */
export const catalogButton: BuildButton = (button) => {
	const thumbnail = thumbnailField(button, false);
	return {
		fields: [thumbnail],
		component: (form) => {
			const product = form.optionalId(thumbnail.id);
			return product === undefined
				? undefined
				: actionComponent(button, 'catalog', { thumbnail_product_retailer_id: product });
		},
	};
};
