import { useSetting } from './setting.mts';

const setting = useSetting({ logLevel: 'debug' });

it('canceling a loop tells in the log that earlier rounds are not counted', async () => {
	setting.aws.faults.add({ kind: 'slow', delayMs: 150, action: 'SendWhatsAppMessage' });
	await setting.engine.takeLog();
	const items = Array.from({ length: 80 }, (_, n) => ({ json: { to: `+49151${10_000_000 + n}` } }));
	await setting.send(
		{ to: '={{ $json.to }}', messageType: 'text', textBody: 'Hello' },
		{ items, loopBatchSize: 5, cancelAfterMs: 1_000 },
	);
	const canceled =
		/The execution was canceled: .*This was round \d+: what earlier rounds did is not counted/;
	expect(await setting.engine.takeLog()).toMatch(canceled);
});
