import { filledIn } from '../../form/field';
import { emptyField } from '../../form/fieldError';
import { text } from '../../form/texts';
import { coordinate } from './coordinates';
import type { MessageType } from './messageType';

const latitude = coordinate('Latitude', 'latitude', 90, {
	example: '52.52001',
	description: 'Decimal degrees, negative for south',
});
const longitude = coordinate('Longitude', 'longitude', 180, {
	example: '13.40495',
	description: 'Decimal degrees, negative for west',
});
const name = text('Name', 'locationName', {
	example: 'Our office',
	description: 'Name of the place',
});
const address = text('Address', 'locationAddress', {
	example: 'Unter den Linden 1, Berlin',
	description: 'Shown below the name, and only if there is one',
});

export const location: MessageType = {
	name: 'Location',
	value: 'location',
	description: 'A place on the map',
	fields: [latitude, longitude, name, address],
	content: (form) => {
		const place = filledIn(form, { latitude, longitude, name, address });
		if ('address' in place && !('name' in place)) {
			throw emptyField(
				form.label(name),
				`WhatsApp shows an address only below a name. Enter one, or clear '${form.label(address)}'.`,
			);
		}
		return place;
	},
};
