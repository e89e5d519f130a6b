/** The examples in n8n's queue mode, with a credential for the local stand-in of AWS. */
import { startLocalAws, type LocalAws } from '../../local-aws/index.mts';
import { examplesFor, workflowsOf, type Examples, type StandInOptions } from './demo.mts';
import { freePort } from './process.mts';
import { startQueueMode, type QueueMode, type QueueOptions } from './queue.mts';

export interface QueueDemo extends Examples {
	aws: LocalAws;
	queue: QueueMode;
	/** Stops and removes all of it. */
	dispose(): Promise<void>;
}

export interface QueueDemoOptions
	extends Omit<QueueOptions, 'tarball' | 'credentials' | 'workflows'>,
		StandInOptions {}

export async function openQueueDemo({
	phonePort,
	workflowsFor = () => [],
	...options
}: QueueDemoOptions = {}): Promise<QueueDemo> {
	const aws = await startLocalAws({ ports: { phone: await freePort(phonePort) } });
	try {
		const examples = await examplesFor(aws);
		const queue = await startQueueMode({
			...options,
			tarball: process.env.AWS_WHATSAPP_TARBALL ?? '',
			credentials: [examples.credential],
			workflows: [...workflowsOf(examples), ...workflowsFor(aws)],
		});
		const disposeOnce = async () => {
			await queue.stop();
			await aws.close();
		};
		let disposing: Promise<void> | undefined;
		const dispose = async () => await (disposing ??= disposeOnce());
		return { aws, queue, ...examples, dispose };
	} catch (error) {
		await aws.close();
		throw error;
	}
}
