import { contentOf } from '../support/message.mts';
import { refusalOf } from '../support/refusal.mts';
import { behavesAsText } from './textField.mts';

const form = (values: object = {}) => ({
	interactiveType: 'address_message',
	bodyText: 'Delivery address please',
	...values,
});
const sent = (parameters: object = {}) => ({
	type: 'address_message',
	body: { text: 'Delivery address please' },
	action: { name: 'address_message', parameters: { country: 'IN', ...parameters } },
});
const refused = (values: object) => refusalOf(() => contentOf('interactive', form(values)));

const WHOLE = {
	name: 'Asha',
	phoneNumber: '+919800000000',
	inPinCode: '400063',
	houseNumber: '12',
	floorNumber: '3',
	towerNumber: '2',
	buildingName: 'Sea View',
	address: 'Hill Road',
	landmarkArea: 'Station',
	city: 'Mumbai',
	state: 'Maharashtra',
};
const SENT_WHOLE = {
	name: 'Asha',
	phone_number: '+919800000000',
	in_pin_code: '400063',
	house_number: '12',
	floor_number: '3',
	tower_number: '2',
	building_name: 'Sea View',
	address: 'Hill Road',
	landmark_area: 'Station',
	city: 'Mumbai',
	state: 'Maharashtra',
};

describe('an address request', () => {
	it('can be prefilled, and offer addresses to choose from', () => {
		expect(
			contentOf(
				'interactive',
				form({
					country: 'IN',
					addressValues: { name: 'Asha', phoneNumber: '+919800000000' },
					savedAddresses: {
						row: [
							{
								id: 'a1',
								name: 'Asha',
								inPinCode: 400063,
								houseNumber: '12',
								address: 'Hill Road',
								city: 'Mumbai',
								state: 'Maharashtra',
							},
						],
					},
				}),
			),
		).toEqual(
			sent({
				values: { name: 'Asha', phone_number: '+919800000000' },
				saved_addresses: [
					{
						id: 'a1',
						value: {
							name: 'Asha',
							in_pin_code: '400063',
							house_number: '12',
							address: 'Hill Road',
							city: 'Mumbai',
							state: 'Maharashtra',
						},
					},
				],
			}),
		);
	});

	it('knows every part of an address in all three places', () => {
		expect(
			contentOf(
				'interactive',
				form({
					addressValues: WHOLE,
					specifySavedAddresses: 'json',
					savedAddressesJson: [{ id: 'a1', ...WHOLE }],
					specifyValidationErrors: 'json',
					validationErrorsJson: Object.keys(WHOLE).map((field) => ({ field, message: 'No' })),
				}),
			),
		).toEqual(
			sent({
				values: SENT_WHOLE,
				saved_addresses: [{ id: 'a1', value: SENT_WHOLE }],
				validation_errors: Object.fromEntries(Object.keys(SENT_WHOLE).map((key) => [key, 'No'])),
			}),
		);
	});

	it.each([
		{},
		{ addressValues: {}, savedAddresses: {}, validationErrors: {} },
		{ addressValues: { name: ' ', city: null }, savedAddresses: { row: [] } },
	])('asks for the address alone if nothing is filled in: %p', (values) => {
		expect(contentOf('interactive', form(values))).toEqual(sent());
	});

	it.each(['DE', 'SG', 'in'])('is not for %s', (country) => {
		expect(refused({ country }).message).toBe("'Country' has an unknown value");
	});

	it.each(['4000631', '400 063', 'SW1A', '-1', '👍', '٤٠٠'])(
		'does not accept the pincode %p, in either place',
		(inPinCode) => {
			expect(refused({ addressValues: { inPinCode } }).message).toBe(
				"'Postal Code' has an invalid format",
			);
			const { message, description } = refused({
				savedAddresses: { row: [{ id: 'a', inPinCode }] },
			});
			expect(message).toBe("'Saved Addresses 1: Postal Code' has an invalid format");
			expect(description).toContain('6 digits');
		},
	);

	it('has saved addresses that are different and not empty', () => {
		expect(refused({ savedAddresses: { row: [{ city: 'Mumbai' }] } }).message).toBe(
			"'Saved Addresses 1: ID' is empty",
		);
		expect(refused({ savedAddresses: { row: [{ id: 'a', city: ' ' }] } }).message).toBe(
			"'Saved Addresses 1' is empty",
		);
		const twice = { row: [1, 2].map(() => ({ id: 'a', city: 'Mumbai' })) };
		expect(refused({ savedAddresses: twice }).message).toBe(
			"'Saved Addresses 2' has the same ID as 'Saved Addresses 1'",
		);
	});

	it('has validation errors that name a field, once, and say something', () => {
		const errors = (...row: object[]) => ({ validationErrors: { row } });
		expect(
			contentOf('interactive', form(errors({ field: 'inPinCode', message: 'Too far' }))),
		).toEqual(sent({ validation_errors: { in_pin_code: 'Too far' } }));
		expect(refused(errors({ field: 'zip', message: 'x' })).message).toBe(
			"'Validation Errors 1: Field' has an unknown value",
		);
		expect(refused(errors({ message: 'x' })).message).toBe("'Validation Errors 1: Field' is empty");
		expect(
			refused(errors({ field: 'city', message: 'x' }, { field: 'city', message: 'y' })).message,
		).toBe("'Validation Errors 2' has the same field as 'Validation Errors 1'");
	});
});

describe('the city of an address request', () => {
	behavesAsText({
		type: 'interactive',
		label: 'City',
		values: (city) => form({ addressValues: { city } }),
		content: (city) => sent(city === undefined ? {} : { values: { city } }),
		isInner: true,
	});
});

describe('the message of a validation error', () => {
	behavesAsText({
		type: 'interactive',
		label: 'Validation Errors 1: Message',
		values: (message) => form({ validationErrors: { row: [{ field: 'city', message }] } }),
		content: (city) => sent({ validation_errors: { city } }),
		required: true,
		isInner: true,
	});
});
