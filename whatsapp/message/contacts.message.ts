import { untyped } from '../../form/field';
import { rowsFields, rowsOf } from '../../form/rows';
import { contactFields, contactOf } from './contact';
import { countedRows } from './interactive/choices';
import type { MessageType } from './messageType';

const MAX_CONTACTS = 257;

export const contacts: MessageType = {
	name: 'Contacts',
	value: 'contacts',
	description: 'Contact cards that the recipient can save',
	fields: rowsFields({
		displayName: 'Contacts',
		name: 'contacts',
		row: 'Contact',
		description: 'One to 257',
		required: true,
		values: contactFields,
		example: [
			{
				firstName: 'Ada',
				lastName: 'Roe',
				phones: [{ phone: '+49 151 12345678', type: 'CELL', waId: '4915112345678' }],
				emails: [{ email: 'ada@example.com', type: 'WORK' }],
				company: 'Example GmbH',
				additionalFields: { birthday: '1990-12-31' },
			},
		],
	}).map(untyped),
	content: (form) =>
		countedRows(form, 'contacts', rowsOf(form, 'contacts'), { max: MAX_CONTACTS }).map(contactOf),
};
