import { NOT_TEXT } from '../support/hostile.mts';
import { contentOf } from '../support/message.mts';
import { refusalOf } from '../support/refusal.mts';
import { behavesAsText } from './textField.mts';

const BERLIN = { latitude: '52.52001', longitude: '13.40495' };

describe('a location', () => {
	it('is its coordinates as they were written, with name and address if they are given', () => {
		expect(contentOf('location', BERLIN)).toEqual(BERLIN);
		expect(
			contentOf('location', {
				...BERLIN,
				locationName: 'Office',
				locationAddress: 'Unter den Linden 1, Berlin',
			}),
		).toEqual({ ...BERLIN, name: 'Office', address: 'Unter den Linden 1, Berlin' });
	});

	it('shows an address only below a name', () => {
		const { message, description } = refusalOf(() =>
			contentOf('location', { ...BERLIN, locationName: ' ', locationAddress: 'Weg 1' }),
		);
		expect(message).toBe("'Name' is empty");
		expect(description).toContain("'Address'");
	});
});

describe.each([
	['latitude', 'Latitude', 90],
	['longitude', 'Longitude', 180],
])('the %s of a location', (name, label, limit) => {
	const values = (degrees: unknown) => ({ ...BERLIN, [name]: degrees });
	const refused = (degrees: unknown) => refusalOf(() => contentOf('location', values(degrees)));

	it.each<[unknown, string]>([
		[`${limit}`, `${limit}`],
		[`-${limit}`, `-${limit}`],
		[`${limit}.000`, `${limit}.000`],
		['0', '0'],
		['-0.10', '-0.10'],
		[' 52.520010 ', '52.520010'],
		[52.52001, '52.52001'],
		[0, '0'],
		[0.30000000000000004, '0.30000000000000004'],
	])('may be %p', (degrees, sent) => {
		expect(contentOf('location', values(degrees))).toEqual({ ...BERLIN, [name]: sent });
	});

	it.each([`${limit}.0001`, `-${limit}.0001`, `${limit + 1}`, '999', -limit - 1])(
		'is within its limits, unlike %p',
		(degrees) => {
			const { message, description } = refused(degrees);
			expect(message).toBe(`'${label}' is not between -${limit} and ${limit}`);
			expect(description).toContain(`"${degrees}"`);
		},
	);

	it.each([
		'52,52',
		'52.52001, 13.40495',
		'52.52°',
		'52° 31\' 12" N',
		'1e-7',
		1e-7,
		'+52.5',
		'.5',
		'52.',
		'5 2',
		'0x10',
		'NaN',
		NaN,
		Infinity,
		'٥٢',
		'<b>',
		'{{ 1 }}',
		'👍',
		true,
		'1'.repeat(10_240),
		`1.${'1'.repeat(10_240)}`,
	])('is a decimal number, unlike %p', (degrees) => {
		const { message, description } = refused(degrees);
		expect(message).toBe(`'${label}' is not a decimal number`);
		expect(description).toContain('52.52001');
		expect(description.length).toBeLessThan(200);
	});

	it.each(['', ' ', null, undefined])('is not empty: %p', (degrees) => {
		expect(refused(degrees).message).toBe(`'${label}' is empty`);
	});

	it.each(NOT_TEXT)('is not %s', (_name, degrees) => {
		expect(refused(degrees).message).toBe(`'${label}' is not text`);
	});
});

describe('the name of a location', () => {
	behavesAsText({
		type: 'location',
		label: 'Name',
		values: (locationName) => ({ ...BERLIN, locationName }),
		content: (name) => ({ ...BERLIN, ...(name === undefined ? {} : { name }) }),
	});
});

describe('the address of a location', () => {
	behavesAsText({
		type: 'location',
		label: 'Address',
		values: (locationAddress) => ({ ...BERLIN, locationName: 'Office', locationAddress }),
		content: (address) => ({
			...BERLIN,
			name: 'Office',
			...(address === undefined ? {} : { address }),
		}),
	});
});
