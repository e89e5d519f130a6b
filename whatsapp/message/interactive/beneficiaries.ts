import type { IDataObject } from 'n8n-workflow';
import { filledIn, mapped } from '../../../form/field';
import { rows } from '../../../form/rows';
import { id, text } from '../../../form/texts';
import { INDIA, MAX_ADDRESS_LINE, MAX_BENEFICIARY_NAME, PINCODE_RULE } from './orderLimits';

const members = {
	name: text('Name', 'name', {
		max: MAX_BENEFICIARY_NAME,
		required: true,
		example: 'Asha Rao',
	}),
	address_line1: text('Street', 'addressLine1', {
		max: MAX_ADDRESS_LINE,
		required: true,
		example: '12 Hill Road',
	}),
	city: text('City', 'city', { required: true, example: 'Mumbai' }),
	state: text('State', 'state', { required: true, example: 'Maharashtra' }),
	postal_code: id('Postal Code', 'postalCode', {
		rule: PINCODE_RULE,
		required: true,
		example: '400063',
	}),
	address_line2: text('Landmark or Area', 'addressLine2', {
		max: MAX_ADDRESS_LINE,
		example: 'Near the station',
	}),
};

/** To whom goods are shipped, which Indian law wants to be told. The customer does not see it. */
export const beneficiaries = mapped(
	rows('Beneficiaries', 'beneficiaries', {
		row: 'Beneficiary',
		fields: Object.values(members),
		description: 'Who receives the physical goods. Required by law, and not shown to the customer.',
		displayOptions: { show: { currency: [INDIA] } },
	}),
	(found) => found.map((row): IDataObject => ({ ...filledIn(row, members), country: 'India' })),
);
