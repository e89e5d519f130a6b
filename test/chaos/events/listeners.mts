/** The two workflows that listen. */
import { topicArnOf, type LocalAws } from '../../../local-aws/index.mts';
import { listener, subscriptionsOf, TOPIC } from '../../n8n/live.mts';
import type { EventKind, Listener } from './evidence.mts';

/** Photos have a topic of their own, so that n8n is asked once for every event and not twice. */
const PHOTO_TOPIC = 'whatsapp-photos';
const PHOTO_BUCKET = 'whatsapp-media';

export const LISTENERS: Listener[] = [
	{
		workflowId: 'chaosEvents',
		path: '/webhook/webhook-of-chaosEvents/webhook',
		topicArn: TOPIC,
		kinds: ['text', 'status', 'notice'],
	},
	{
		workflowId: 'chaosPhotos',
		path: '/webhook/webhook-of-chaosPhotos/webhook',
		topicArn: topicArnOf(PHOTO_TOPIC),
		kinds: ['photo'],
	},
];

/** The workflows as they are imported; their topics are there then. */
export function workflowsFor(aws: LocalAws, maxReceivesPerSecond?: number) {
	const photoTopic = aws.sns.topics.create(PHOTO_TOPIC);
	const options = maxReceivesPerSecond === undefined ? {} : { maxReceivesPerSecond };
	return [
		listener(aws, 'chaosEvents', { triggerOn: ['everything'], options }),
		listener(aws, 'chaosPhotos', {
			topicFrom: 'topicArn',
			topicArn: photoTopic,
			triggerOn: ['messages'],
			downloadMedia: true,
			bucketName: PHOTO_BUCKET,
		}),
	];
}

export const topicFor = (kind: EventKind): string =>
	LISTENERS.find(({ kinds }) => kinds.includes(kind))?.topicArn ?? TOPIC;

/** Whether SNS posts to this workflow at this address. */
export const isSubscribed = (aws: LocalAws, { path, topicArn }: Listener, baseUrl: string) =>
	subscriptionsOf(aws, topicArn).some(
		({ endpoint, isConfirmed }) => isConfirmed && endpoint === `${baseUrl.slice(0, -1)}${path}`,
	);

/** All addresses that SNS posts to. */
export const confirmedEndpoints = (aws: LocalAws): string[] =>
	LISTENERS.flatMap(({ topicArn }) => subscriptionsOf(aws, topicArn))
		.filter(({ isConfirmed }) => isConfirmed)
		.map(({ endpoint }) => endpoint);
