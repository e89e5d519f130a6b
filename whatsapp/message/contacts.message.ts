import { rowsOrJson } from '../../form/rows';
import { contactFields, contactOf } from './contact';
import type { MessageType } from './messageType';

const list = rowsOrJson('Contacts', 'contacts', {
	row: 'Contact',
	fields: contactFields,
	count: { max: 257 },
	description: '1 to {max} contacts',
	required: true,
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
});

export const contacts: MessageType = {
	name: 'Contacts',
	value: 'contacts',
	description: 'Contact cards that the recipient can save',
	fields: list.fields,
	content: (form) => list.of(form).map(contactOf),
};
