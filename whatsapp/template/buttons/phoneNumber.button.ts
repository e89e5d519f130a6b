import { withLook } from '../../../form/field';
import { phoneNumberField } from '../../message/phoneNumber';
import { buttonText } from './buttonText';
import type { TemplateButton } from './templateButton';

const libraryNumber = phoneNumberField('Phone Number', 'phoneNumber', {
	required: true,
	example: '+4915112345678',
});

const number = withLook(libraryNumber, { description: 'The number to call, with country code' });

/** A button that calls a number. */
export const phoneNumber: TemplateButton = {
	name: 'Phone Number',
	value: 'PHONE_NUMBER',
	create: {
		description: 'Calls a number',
		on: ['template', 'card'],
		max: 1,
		fields: [buttonText, number],
		members: (row) => ({ text: buttonText.of(row), phone_number: number.of(row) }),
	},
	library: {
		fields: [libraryNumber],
		members: (row) => ({ phoneNumber: libraryNumber.of(row) }),
	},
};
