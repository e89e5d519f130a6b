import type { TemplateButton } from './templateButton';

/** The button under a single product. */
export const singleProduct = {
	name: 'Single Product',
	value: 'SPM',
	create: {
		description: 'Opens the product shown in the header',
		on: ['card'],
		max: 1,
		fields: [],
		members: () => ({ text: 'View' }),
	},
} satisfies TemplateButton;
