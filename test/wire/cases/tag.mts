import { locator } from '../../engine/setting.mts';
import { comparedWithSdk } from '../case.mts';
import { GOV_WABA_ARN, ODD, PHONE_ARN, WABA_ARN, located } from '../values.mts';

export const tagCases = [
	...comparedWithSdk(['tag', 'add'], 'TagResource', [
		{
			name: 'one tag without a value',
			parameters: { resourceArn: locator(WABA_ARN), tags: { tag: [{ key: 'department' }] } },
			input: { resourceArn: WABA_ARN, tags: [{ key: 'department' }] },
		},
		{
			name: 'several with odd characters from data',
			parameters: {
				resourceArn: located('arn', '={{ $json.arn }}'),
				tags: {
					tag: [
						{ key: '={{ $json.odd }}', value: '={{ $json.odd }}' },
						{ key: 'aws:cost/centre', value: '={{ 4711 }}' },
						{ key: 'empty', value: '' },
					],
				},
			},
			item: { arn: PHONE_ARN, odd: ODD },
			input: {
				resourceArn: PHONE_ARN,
				tags: [
					{ key: ODD, value: ODD },
					{ key: 'aws:cost/centre', value: '4711' },
					{ key: 'empty' },
				],
			},
		},
	]),
	...comparedWithSdk(
		['tag', 'getAll'],
		'ListTagsForResource',
		[WABA_ARN, PHONE_ARN, GOV_WABA_ARN].map((resourceArn, index) => ({
			name: resourceArn,
			parameters: { resourceArn: locator(resourceArn), returnAll: index === 0, limit: 3 },
			input: { resourceArn },
		})),
	),
	...comparedWithSdk(['tag', 'remove'], 'UntagResource', [
		{
			name: 'one key',
			parameters: { resourceArn: locator(PHONE_ARN), tagKeys: 'department' },
			input: { resourceArn: PHONE_ARN, tagKeys: ['department'] },
		},
		{
			name: 'several keys in a text',
			parameters: { resourceArn: located('list', WABA_ARN), tagKeys: 'a b, ü/日本, 👩‍👩‍👧' },
			input: { resourceArn: WABA_ARN, tagKeys: ['a b', 'ü/日本', '👩‍👩‍👧'] },
		},
		{
			name: 'odd keys as a list',
			parameters: { resourceArn: locator(GOV_WABA_ARN), tagKeys: '={{ $json.keys }}' },
			item: { keys: [ODD, 'x'] },
			input: { resourceArn: GOV_WABA_ARN, tagKeys: [ODD, 'x'] },
		},
	]),
];
