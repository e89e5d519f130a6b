import { madeIn, written, type Made } from '../../../nodes/AwsWhatsAppTrigger/subscription/made.ts';

const MADE: Made = {
	arn: 'arn:aws:sns:eu-west-1:111122223333:whatsapp-events:b2f6',
	topicArn: 'arn:aws:sns:eu-west-1:111122223333:whatsapp-events',
	endpoint: 'https://n8n.example.com/webhook/1/webhook',
	businessAccountId: 'waba-1',
	deadLetterTargetArn: undefined,
};

describe('what a trigger has recorded about its subscriptions', () => {
	it('is read back unchanged by the same trigger', () => {
		const all = [MADE, { ...MADE, arn: `${MADE.arn}7`, isEnding: true }];
		const saved: unknown = JSON.parse(JSON.stringify(written(all, 'n8n workflow node')));
		expect(madeIn(saved, 'n8n workflow node')).toEqual(all);
	});

	it.each(['another-n8n workflow node', 'n8n copy node', 'n8n workflow copy', ''])(
		'is ignored by %j, to which it was copied with the workflow',
		(owner) => {
			expect(madeIn(written([MADE], 'n8n workflow node'), owner)).toEqual([]);
		},
	);

	it.each([
		undefined,
		null,
		7,
		'text',
		{},
		[null],
		[7],
		[{}],
		[{ owner: 'o', arn: 1, topicArn: {}, endpoint: [] }],
		[{ owner: 'o', arn: 'a', topicArn: 't' }],
	])('ignores %j', (saved) => {
		expect(madeIn(saved, 'o')).toEqual([]);
	});
});
