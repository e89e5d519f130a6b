/** The two workflows that listen. */
import type { LocalAws } from '../../local-aws/local-aws.mts';
import { listener, subscriptionsOf } from '../../n8n/live.mts';
import { eventKinds, type Listener } from './evidence.mts';

export const LISTENERS: Listener[] = [
	{
		workflowId: 'chaosEvents',
		path: '/webhook/webhook-of-chaosEvents/webhook',
		kinds: [...eventKinds],
	},
	{
		workflowId: 'chaosPhotos',
		path: '/webhook/webhook-of-chaosPhotos/webhook',
		kinds: ['photo'],
	},
];

const PHOTO_BUCKET = 'whatsapp-media';

export const workflowsFor = (aws: LocalAws) => [
	listener(aws, 'chaosEvents', { triggerOn: ['everything'] }),
	listener(aws, 'chaosPhotos', {
		triggerOn: ['messages'],
		filters: { messageTypes: ['image'] },
		downloadMedia: true,
		bucketName: PHOTO_BUCKET,
	}),
];

/** Whether SNS posts to this workflow, at this address and at no other. */
export function isSubscribed(aws: LocalAws, { path }: Listener, baseUrl: string): boolean {
	return subscriptionsOf(aws).some(
		({ endpoint, isConfirmed }) => isConfirmed && endpoint === `${baseUrl.slice(0, -1)}${path}`,
	);
}
