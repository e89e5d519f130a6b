import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Form } from '../../../form/form';
import type { TextRule } from '../../../form/rule';
import { ifPresent } from '../messageType';

interface AddressPart {
	/** Name of the parameter. */
	name: string;
	/** WhatsApp's name of it. */
	key: string;
	displayName: string;
	example: string;
	/** Where it is not free text. */
	rule?: TextRule;
}

/** What an Indian address consists of. */
const PARTS: AddressPart[] = [
	{ name: 'name', key: 'name', displayName: 'Name', example: 'Asha Rao' },
	{
		name: 'phoneNumber',
		key: 'phone_number',
		displayName: 'Phone Number',
		example: '+919800000000',
	},
	{ name: 'houseNumber', key: 'house_number', displayName: 'House Number', example: '12' },
	{ name: 'floorNumber', key: 'floor_number', displayName: 'Floor Number', example: '3' },
	{ name: 'towerNumber', key: 'tower_number', displayName: 'Tower Number', example: '2' },
	{
		name: 'buildingName',
		key: 'building_name',
		displayName: 'Building Name',
		example: 'Sea View',
	},
	{ name: 'address', key: 'address', displayName: 'Address', example: 'Hill Road' },
	{
		name: 'landmarkArea',
		key: 'landmark_area',
		displayName: 'Landmark Area',
		example: 'Near the station',
	},
	{ name: 'city', key: 'city', displayName: 'City', example: 'Mumbai' },
	{ name: 'state', key: 'state', displayName: 'State', example: 'Maharashtra' },
	{
		name: 'inPinCode',
		key: 'in_pin_code',
		displayName: 'Pincode',
		example: '400063',
		rule: { pattern: /^[0-9]{1,6}$/, format: 'at most 6 digits, without blanks' },
	},
];

export const addressFields: INodeProperties[] = PARTS.map(({ name, displayName, example }) => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: `e.g. ${example}`,
}));

const byLabel = (a: { displayName: string }, b: { displayName: string }) =>
	a.displayName.localeCompare(b.displayName);

/** The same in a collection, where n8n wants alphabetical order. */
export const addressFieldsByLabel = [...addressFields].sort(byLabel);

/** The parts as choices of a dropdown. */
export const addressPartOptions = [...PARTS]
	.sort(byLabel)
	.map(({ displayName, name }) => ({ name: displayName, value: name }));

/** The parts' names in WhatsApp, by the names of their parameters. */
export const ADDRESS_KEYS = new Map(PARTS.map(({ name, key }) => [name, key]));

/** The parts that are given, by WhatsApp's names. */
export function addressOf(form: Form): IDataObject {
	return PARTS.reduce<IDataObject>(
		(address, { name, key, rule }) => ({
			...address,
			...ifPresent(key, rule ? form.optionalId(name, rule) : form.text(name)),
		}),
		{},
	);
}
