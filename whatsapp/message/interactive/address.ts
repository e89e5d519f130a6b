import type { IDataObject } from 'n8n-workflow';
import { filledIn, type Field } from '../../../form/field';
import type { Form } from '../../../form/form';
import { id, text } from '../../../form/texts';

/** What an Indian address consists of, by WhatsApp's names. */
const PARTS: Record<string, Field<string | undefined>> = {
	name: text('Name', 'name', { example: 'Asha Rao' }),
	phone_number: text('Phone Number', 'phoneNumber', { example: '+919800000000' }),
	house_number: text('House Number', 'houseNumber', { example: '12' }),
	floor_number: text('Floor Number', 'floorNumber', { example: '3' }),
	tower_number: text('Tower Number', 'towerNumber', { example: '2' }),
	building_name: text('Building Name', 'buildingName', { example: 'Sea View' }),
	address: text('Address', 'address', { example: 'Hill Road' }),
	landmark_area: text('Landmark or Area', 'landmarkArea', { example: 'Near the station' }),
	city: text('City', 'city', { example: 'Mumbai' }),
	state: text('State', 'state', { example: 'Maharashtra' }),
	in_pin_code: id('Postal Code', 'inPinCode', {
		rule: { pattern: /^[0-9]{1,6}$/, format: 'at most 6 digits, without spaces' },
		example: '400063',
	}),
};

export const addressFields = Object.values(PARTS);

/** WhatsApp's name of the part that a field holds. */
export const addressMember = (fieldName: string): string =>
	Object.keys(PARTS).find((member) => PARTS[member]?.property.name === fieldName) ?? fieldName;

/** The parts that are given, by WhatsApp's names. */
export const addressOf = (form: Form): IDataObject => filledIn(form, PARTS);
