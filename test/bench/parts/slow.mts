import type { LocalAws } from '../../../local-aws/index.mts';
import { comparison } from '../comparison.mts';
import { SameSends, sender, sendText, sendTextByHttp } from '../sending.mts';
import type { World } from '../world.mts';
import { manyItems, workflow } from '../workflows.mts';

const MESSAGES = 1000;
const DELAY_MS = 100;
const CAP = 16;

const delay = (aws: LocalAws) => {
	aws.faults.add({ kind: 'slow', action: 'SendWhatsAppMessage', delayMs: DELAY_MS });
};

/** 1,000 texts to a server as far away as a real one. Our node keeps its cap; HTTP Request has none. */
export async function slow(world: World) {
	const { phoneNumberId } = world;
	const items = manyItems(MESSAGES, phoneNumberId);
	const ours = workflow('node', ...items, sendText(phoneNumberId));
	const theirs = workflow('HTTP Request', ...items, sendTextByHttp(phoneNumberId));
	await world.importWorkflows([ours, theirs]);
	const same = new SameSends(MESSAGES);
	const counted = (contestant: ReturnType<typeof sender>) => ({
		...contestant,
		run: async () => {
			const measured = await contestant.run();
			return { ...measured, 'requests in flight': world.aws.inFlight.most };
		},
	});
	return comparison(
		`1,000 texts, the server takes ${DELAY_MS} ms`,
		{
			node: counted(sender(world, ours, same, { isOurs: true, arrange: delay })),
			http: counted(sender(world, theirs, same, { isOurs: false, arrange: delay })),
		},
		[
			{
				text: `1,000 texts, server takes ${DELAY_MS} ms / HTTP Request`,
				of: ({ node, http }) => node.ms / http.ms,
				unit: '',
				atMost: 0.75,
				judged: 'median',
			},
			{
				text: 'requests of the node in flight at the server',
				of: ({ node }) => node['requests in flight'],
				unit: '',
				atMost: CAP,
				judged: 'worst',
			},
		],
	);
}
