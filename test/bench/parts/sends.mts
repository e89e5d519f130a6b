import { comparison } from '../comparison.mts';
import { SameSends, sender, sendText, sendTextByHttp, sendTextFromAnyNumber } from '../sending.mts';
import type { World } from '../world.mts';
import { manyItems, workflow } from '../workflows.mts';

const MESSAGES = 1000;

/**
 * 1,000 texts against n8n's HTTP Request node. A phone number by expression is compared with the same
 * workflow of HTTP Request as one from the list: there all of the body is one expression anyway, and
 * what a user compares is the whole way to get the same messages sent.
 */
export async function sends(world: World) {
	const { phoneNumberId } = world;
	const items = manyItems(MESSAGES, phoneNumberId);
	const list = workflow('node, number from the list', ...items, sendText(phoneNumberId));
	const http = workflow('HTTP Request', ...items, sendTextByHttp(phoneNumberId));
	const any = workflow('node, number by expression', ...items, sendTextFromAnyNumber());
	await world.importWorkflows([list, http, any]);
	const same = new SameSends(MESSAGES);
	return comparison(
		'1,000 texts',
		{
			list: sender(world, list, same, { isOurs: true }),
			http: sender(world, http, same, { isOurs: false }),
			any: sender(world, any, same, { isOurs: true }),
		},
		[
			{
				text: '1,000 texts, number from the list / HTTP Request',
				of: ({ list: ours, http: theirs }) => ours.ms / theirs.ms,
				unit: '',
				atMost: 0.6,
				judged: 'median',
			},
			{
				text: '1,000 texts, number by expression / HTTP Request',
				of: ({ any: ours, http: theirs }) => ours.ms / theirs.ms,
				unit: '',
				atMost: 0.68,
				judged: 'median',
			},
		],
	);
}
