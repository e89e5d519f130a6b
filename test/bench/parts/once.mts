import type { LocalAws } from '../../../local-aws/index.mts';
import { comparison } from '../comparison.mts';
import { SameSends, sender, sendText } from '../sending.mts';
import type { World } from '../world.mts';
import { manyItems, workflow } from '../workflows.mts';

const MESSAGES = 1000;
const S3_MS = 20;
const SEND_MS = 100;

const delay = (aws: LocalAws) => {
	aws.faults.add({ kind: 'slow', service: 's3', delayMs: S3_MS });
	aws.faults.add({ kind: 'slow', action: 'SendWhatsAppMessage', delayMs: SEND_MS });
};

/** 1,000 texts, each with a key of its own that goes out once, against the same without keys. */
export async function once(world: World) {
	const { phoneNumberId } = world;
	const items = manyItems(MESSAGES, phoneNumberId);
	const send = sendText(phoneNumberId);
	const keys = { ...send.parameters, options: { onceKey: '=order-{{ $json.n }}' } };
	const withKeys = workflow('with keys', ...items, { ...send, parameters: keys });
	const without = workflow('without', ...items, send);
	await world.importWorkflows([withKeys, without]);
	const same = new SameSends(MESSAGES);
	const s3Requests = () =>
		world.aws.requests.filter(({ service }) => service === 's3').length / MESSAGES;
	const keyed = sender(world, withKeys, same, { isOurs: true, arrange: delay });
	return comparison(
		`1,000 texts once, S3 takes ${S3_MS} ms, the server ${SEND_MS} ms`,
		{
			keyed: {
				...keyed,
				run: async () => ({ ...(await keyed.run()), 'S3 requests a send': s3Requests() }),
			},
			plain: sender(world, without, same, { isOurs: true, arrange: delay }),
		},
		[
			{
				text: `1,000 texts, S3 takes ${S3_MS} ms: with keys / without`,
				of: ({ keyed: { ms }, plain }) => ms / plain.ms,
				unit: '',
				atMost: 1.3,
				judged: 'median',
			},
			{
				text: 'S3 requests for a send with a key, with those for a new bucket',
				of: ({ keyed: { 'S3 requests a send': requests } }) => requests,
				unit: '',
				atMost: 2.01,
				judged: 'worst',
			},
		],
	);
}
