import { FieldError } from '../../form/fieldError';
import { coordinate } from './coordinates';
import { ifPresent, type MessageType } from './messageType';

export const location: MessageType = {
	name: 'Location',
	value: 'location',
	description: 'A place on the map',
	fields: [
		{
			displayName: 'Latitude',
			name: 'latitude',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 52.52001',
			description: 'Degrees with a decimal point, negative in the south',
		},
		{
			displayName: 'Longitude',
			name: 'longitude',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 13.40495',
			description: 'Degrees with a decimal point, negative in the west',
		},
		{
			displayName: 'Name',
			name: 'locationName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Our office',
			description: 'What the place is called',
		},
		{
			displayName: 'Address',
			name: 'locationAddress',
			type: 'string',
			default: '',
			placeholder: 'e.g. Unter den Linden 1, Berlin',
			description: 'Shown below the name, and only together with it',
		},
	],
	content: (form) => {
		const coordinates = {
			latitude: coordinate(form, 'latitude', 90),
			longitude: coordinate(form, 'longitude', 180),
		};
		const name = ifPresent('name', form.text('locationName'));
		const address = ifPresent('address', form.text('locationAddress'));
		if (address.address !== undefined && name.name === undefined) {
			throw new FieldError(
				`'${form.label('locationName')}' is empty`,
				`WhatsApp shows an address only below a name. Enter one, or clear '${form.label('locationAddress')}'.`,
			);
		}
		return { ...coordinates, ...name, ...address };
	},
};
