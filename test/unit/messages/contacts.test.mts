import { contentOf } from '../support/message.mts';
import { refusalOf } from '../support/refusal.mts';
import { behavesAsText } from './textField.mts';

const row = (contact: object) => ({ contacts: { row: [contact] } });
const contactFor = (contact: object) => {
	const content = contentOf('contacts', row(contact));
	expect(content).toHaveLength(1);
	return Array.isArray(content) ? (content[0] as unknown) : undefined;
};
const refused = (contact: object) => refusalOf(() => contentOf('contacts', row(contact)));

const ADA = {
	formattedName: 'Dr. Ada M. Roe Jr.',
	firstName: 'Ada',
	lastName: 'Roe',
	phones: { row: [{ phone: '+49 151 12345678', type: 'CELL', waId: '+49 (151) 1234-5678' }] },
	emails: { row: [{ email: 'ada@example.org', type: 'WORK' }] },
	company: 'Example GmbH',
	additionalFields: {
		middleName: 'M.',
		prefix: 'Dr.',
		suffix: 'Jr.',
		birthday: '1990-12-31',
		department: 'Sales',
		title: 'Lead',
		addresses: {
			row: [
				{
					street: 'Weg 1',
					city: 'Berlin',
					state: 'BE',
					zip: '10117',
					country: 'Germany',
					countryCode: 'de',
					type: 'HOME',
				},
			],
		},
		urls: { row: [{ url: 'https://example.org', type: 'WORK' }] },
	},
};

const SENT_ADA = {
	name: {
		formatted_name: 'Dr. Ada M. Roe Jr.',
		first_name: 'Ada',
		last_name: 'Roe',
		middle_name: 'M.',
		prefix: 'Dr.',
		suffix: 'Jr.',
	},
	birthday: '1990-12-31',
	phones: [{ phone: '+49 151 12345678', type: 'CELL', wa_id: '4915112345678' }],
	emails: [{ email: 'ada@example.org', type: 'WORK' }],
	org: { company: 'Example GmbH', department: 'Sales', title: 'Lead' },
	addresses: [
		{
			street: 'Weg 1',
			city: 'Berlin',
			state: 'BE',
			zip: '10117',
			country: 'Germany',
			country_code: 'de',
			type: 'HOME',
		},
	],
	urls: [{ url: 'https://example.org', type: 'WORK' }],
};

describe('contacts', () => {
	it('contain everything that the form contains', () => {
		expect(contentOf('contacts', row(ADA))).toEqual([SENT_ADA]);
	});

	it('contain nothing that is empty', () => {
		expect(
			contactFor({
				formattedName: '',
				firstName: 'Ada',
				lastName: ' ',
				company: null,
				phones: {},
				emails: { row: [] },
				additionalFields: { birthday: '', addresses: {}, urls: '' },
			}),
		).toEqual({ name: { formatted_name: 'Ada', first_name: 'Ada' } });
	});

	it('may be JSON, with lists in place of rows', () => {
		const { additionalFields, ...ada } = ADA;
		const list = [
			{
				...ada,
				phones: ADA.phones.row,
				emails: ADA.emails.row,
				additionalFields: {
					...additionalFields,
					addresses: additionalFields.addresses.row,
					urls: additionalFields.urls.row,
				},
			},
		];
		for (const contactsJson of [list, JSON.stringify(list)]) {
			expect(contentOf('contacts', { specifyContacts: 'json', contactsJson })).toEqual([SENT_ADA]);
		}
	});

	it('are 1 to 257', () => {
		const many = (count: number) => ({
			specifyContacts: 'json',
			contactsJson: Array.from({ length: count }, () => ({ firstName: 'Ada' })),
		});
		expect(contentOf('contacts', many(257))).toHaveLength(257);
		const tooMany = refusalOf(() => contentOf('contacts', many(258)));
		expect(tooMany.message).toBe("'Contacts' has the wrong number of entries");
		expect(tooMany.description).toContain('1 to 257');
		expect(refusalOf(() => contentOf('contacts', many(0))).message).toBe("'Contacts' is empty");
		expect(refusalOf(() => contentOf('contacts', {})).message).toBe("'Contacts' is empty");
	});

	it.each<[string, object, string]>([
		['at the top', { firstNme: 'Ada' }, "'Contacts 1' has an unknown key"],
		[
			'in the collection',
			{ firstName: 'Ada', additionalFields: { birtday: '1990-12-31' } },
			"'Contacts 1: Additional Fields' has an unknown key",
		],
		[
			'in a row',
			{ firstName: 'Ada', phones: [{ number: '1' }] },
			"'Contacts 1: Phone Numbers 1' has an unknown key",
		],
	])('in JSON keep every unknown key %s', (_name, contact, message) => {
		const refusal = refusalOf(() =>
			contentOf('contacts', { specifyContacts: 'json', contactsJson: [contact] }),
		);
		expect(refusal.message).toBe(message);
		expect(refusal.description).toMatch(/firstName|birthday|phone/);
	});

	it.each(['birthday', ['1990-12-31'], 17, true])(
		'have additional fields in an object, not %p',
		(additionalFields) => {
			expect(refused({ firstName: 'Ada', additionalFields }).message).toBe(
				"'Contacts 1: Additional Fields' is not a JSON object",
			);
		},
	);

	it.each(['+49 151', 17, true])('have phones in a list, not %p', (phones) => {
		expect(refused({ firstName: 'Ada', phones }).message).toBe(
			"'Contacts 1: Phone Numbers' is not a list",
		);
	});
});

describe('the name of a contact', () => {
	it('as a whole is made of its parts in their order', () => {
		const { formattedName: _whole, ...ada } = ADA;
		expect(contactFor(ada)).toEqual(SENT_ADA);
		expect(contactFor({ lastName: 'Roe', additionalFields: { prefix: 'Dr.' } })).toEqual({
			name: { formatted_name: 'Dr. Roe', last_name: 'Roe', prefix: 'Dr.' },
		});
	});

	it.each<[string, string, object]>([
		['first_name', 'a first name', { firstName: 'x' }],
		['last_name', 'a last name', { lastName: 'x' }],
		['middle_name', 'a middle name', { additionalFields: { middleName: 'x' } }],
		['prefix', 'a prefix', { additionalFields: { prefix: 'x' } }],
		['suffix', 'a suffix', { additionalFields: { suffix: 'x' } }],
	])('may have %s only', (key, _name, contact) => {
		expect(contactFor({ formattedName: 'Ada', ...contact })).toEqual({
			name: { formatted_name: 'Ada', [key]: 'x' },
		});
	});

	it.each<[string, object]>([
		['alone', { formattedName: 'Ada Roe' }],
		['with blank parts', { formattedName: 'Ada Roe', firstName: ' ' }],
		['of nobody', {}],
	])('as a whole is not enough %s', (_name, contact) => {
		const { message, description } = refused(contact);
		expect(message).toBe("'Contacts 1: First Name' is empty");
		expect(description).toContain('first or last name');
	});
});

describe('the first name of a contact', () => {
	behavesAsText({
		isInner: true,
		type: 'contacts',
		label: 'Contacts 1: First Name',
		values: (firstName) => row({ formattedName: 'A', lastName: 'Roe', firstName }),
		content: (first_name) => [
			{
				name: {
					formatted_name: 'A',
					last_name: 'Roe',
					...(first_name === undefined ? {} : { first_name }),
				},
			},
		],
	});
});

describe('the company of a contact', () => {
	behavesAsText({
		isInner: true,
		type: 'contacts',
		label: 'Contacts 1: Company',
		values: (company) => row({ firstName: 'A', company }),
		content: (company) => [
			{
				name: { formatted_name: 'A', first_name: 'A' },
				...(company === undefined ? {} : { org: { company } }),
			},
		],
	});
});

describe.each([
	['phones', 'Phone Numbers', 'phone', 'Phone Number'],
	['emails', 'Emails', 'email', 'Email'],
])('%s of a contact', (list, label, key, inner) => {
	behavesAsText({
		isInner: true,
		type: 'contacts',
		label: `Contacts 1: ${label} 1: ${inner}`,
		values: (text) => row({ firstName: 'A', [list]: { row: [{ [key]: text }] } }),
		content: (text) => [
			{ name: { formatted_name: 'A', first_name: 'A' }, [list]: [{ [key]: text }] },
		],
		required: true,
		trimmed: true,
	});
});

describe('a phone of a contact', () => {
	const phone = (waId: unknown) => ({
		firstName: 'A',
		phones: { row: [{ phone: '0151 1', waId }] },
	});

	it.each(['+4915112345678', '4915112345678', '0049 151 12345678', '+49 (0) 151-123.456 78'])(
		'states in digits who it is in WhatsApp, from %p',
		(waId) => {
			expect(contactFor(phone(waId))).toMatchObject({
				phones: [{ phone: '0151 1', wa_id: '4915112345678' }],
			});
		},
	);

	it.each(['0151 12345678', 'Ada', '+49', '👍', '<b>', true])(
		'does not accept %p as the number in WhatsApp',
		(waId) => {
			expect(refused(phone(waId)).message).toBe(
				"'Contacts 1: Phone Numbers 1: WhatsApp Number' is not an international phone number",
			);
		},
	);
});

describe('an address or website of a contact', () => {
	const withMore = (additionalFields: object) => ({ firstName: 'Ada', additionalFields });

	it.each([{}, { city: ' ' }, { street: null }])('is not empty: %p', (address) => {
		expect(refused(withMore({ addresses: { row: [address] } })).message).toMatch(
			/Addresses 1' is empty$/,
		);
	});

	it.each(['Germany', 'D', 'D3', 'дё', '👍👍', 49])(
		'does not accept the country code %p',
		(countryCode) => {
			const { message } = refused(withMore({ addresses: { row: [{ countryCode }] } }));
			expect(message).toMatch(/Addresses 1: Country Code' has an invalid format$/);
		},
	);

	it('has the URL if it is a website', () => {
		expect(refused(withMore({ urls: { row: [{ type: 'WORK' }] } })).message).toMatch(
			/Websites 1: URL' is empty$/,
		);
	});
});

describe('the birthday of a contact', () => {
	const born = (birthday: unknown) => ({ firstName: 'Ada', additionalFields: { birthday } });

	it.each(['1990-12-31', '2024-02-29', '0001-01-01', ' 1990-12-31 '])('may be %p', (birthday) => {
		expect(contactFor(born(birthday))).toMatchObject({ birthday: birthday.trim() });
	});

	it.each([
		'31.12.1990',
		'1990-2-3',
		'1990-02-30',
		'2023-02-29',
		'1990-13-01',
		'1990-12-31T00:00:00Z',
		'19901231',
		19901231,
		'١٩٩٠-١٢-٣١',
		'+001990-12-31',
		'today',
		'<b>',
		'👍',
		'9'.repeat(10_240),
	])('is an existing day, unlike %p', (birthday) => {
		const { message, description } = refused(born(birthday));
		expect(message).toMatch(/Birthday' is not a date$/);
		expect(description).toContain('1990-12-31');
		expect(description.length).toBeLessThan(200);
	});

	it('is not a date object, which would depend on the time zone', () => {
		expect(refused(born(new Date(0))).message).toMatch(/Birthday' is not a date$/);
	});
});
