import type { INodeParameters } from 'n8n-workflow';
import { readerOf } from '../../nodes/AwsWhatsApp/panel.ts';

/** A node whose expressions are all "the number of the item", and how often n8n was asked. */
function panel(parameters: INodeParameters, before = () => {}) {
	const asked: string[] = [];
	const evaluated = (written: unknown, index: number): unknown => {
		if (typeof written === 'string') return written.startsWith('=') ? index : written;
		if (Array.isArray(written)) return written.map((each) => evaluated(each, index));
		if (typeof written !== 'object' || written === null) return written;
		return Object.fromEntries(
			Object.entries(written).map(([key, each]) => [key, evaluated(each, index)]),
		);
	};
	const getNodeParameter = ((name: string, index: number, fallback: unknown) => {
		before();
		asked.push(`${name} ${index}`);
		return name in parameters ? evaluated(parameters[name], index) : fallback;
	}) as Parameters<typeof readerOf>[0]['getNodeParameter'];
	return { asked, read: readerOf({ getNodeParameter }, { parameters }) };
}

describe('a field of the panel', () => {
	it.each<[string, INodeParameters[string]]>([
		['a text', 'Hello'],
		['an empty text', ''],
		['a text with braces', '{{ $json.n }}'],
		['a number', 5],
		['a switch', false],
		['a collection', { correlationData: 'a', inner: { rows: [{ value: 'b' }, { value: '' }] } }],
		['an empty collection', {}],
	])('that holds %s is read once for all items', (_name, written) => {
		const { asked, read } = panel({ field: written });
		for (let index = 0; index < 5; index++) expect(read(index, 'field')).toEqual(written);
		expect(asked).toEqual(['field 0']);
	});

	it.each<[string, INodeParameters[string], (index: number) => unknown]>([
		['an expression', '={{ $json.n }}', (index) => index],
		['one in a collection', { a: 'b', c: '=x' }, (index) => ({ a: 'b', c: index })],
		['one deep in rows', { rows: [{ a: ['=x'] }] }, (index) => ({ rows: [{ a: [index] }] })],
		['one in a locator', { __rl: true, mode: 'id', value: '=x' }, (index) => index],
	])('that holds %s is read for each item', (_name, written, value) => {
		const { read } = panel({ field: written });
		for (let index = 0; index < 5; index++) expect(read(index, 'field')).toEqual(value(index));
	});

	it('that is missing has its fallback for every item', () => {
		const { read } = panel({});
		expect([read(0, 'field', {}), read(1, 'field', {})]).toEqual([{}, {}]);
	});

	it('whose reading fails is read again for the next item', () => {
		let fails = true;
		const { read } = panel({ field: 'yes' }, () => {
			if (fails) throw new Error('no');
		});
		expect(() => read(0, 'field')).toThrow('no');
		fails = false;
		expect(read(1, 'field')).toBe('yes');
	});
});
