import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { rowsField } from '../../../form/rows';
import type { Form } from '../../../form/form';
import { ifPresent } from '../messageType';
import { INDIA, MAX_ADDRESS_LINE, MAX_BENEFICIARY_NAME, PINCODE_RULE } from './orderLimits';
import { orderText } from './orderText';

const REQUIRED = { required: true };

/** To whom goods are shipped, which Indian law wants to be told. The customer does not see it. */
export const beneficiariesField: INodeProperties = {
	...rowsField({
		displayName: 'Beneficiaries',
		name: 'beneficiaries',
		row: 'Beneficiary',
		description:
			'To whom physical goods are shipped. Needed for legal reasons, and not shown to the customer.',
		values: [
			orderText('Name', 'name', 'Asha Rao', REQUIRED),
			orderText('Street', 'addressLine1', '12 Hill Road', REQUIRED),
			orderText('City', 'city', 'Mumbai', REQUIRED),
			orderText('State', 'state', 'Maharashtra', REQUIRED),
			orderText('Postal Code', 'postalCode', '400063', REQUIRED),
			orderText('Landmark or Area', 'addressLine2', 'Near the station'),
		],
	}),
	displayOptions: { show: { currency: [INDIA] } },
};

const beneficiary = (row: Form): IDataObject => ({
	name: row.requiredText('name', MAX_BENEFICIARY_NAME),
	address_line1: row.requiredText('addressLine1', MAX_ADDRESS_LINE),
	...ifPresent('address_line2', row.limitedText('addressLine2', MAX_ADDRESS_LINE)),
	city: row.requiredText('city', Infinity),
	state: row.requiredText('state', Infinity),
	country: 'India',
	postal_code: row.id('postalCode', PINCODE_RULE),
});

/** `{ beneficiaries }`, or nothing where there are none; outside India there is no field for them. */
export function beneficiariesMember(form: Form, currency: string): IDataObject {
	if (currency !== INDIA) return {};
	const rows = form.rows('beneficiaries');
	return rows.length === 0 ? {} : { beneficiaries: rows.map(beneficiary) };
}
