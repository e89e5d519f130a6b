import type { INodeProperties } from 'n8n-workflow';
import { keepS3ObjectOption, keyPrefixOption } from '../../AwsWhatsApp/fields/options';
import { QUEUE_LABEL } from '../sns/queue';

const whenDownloading = (property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: { show: { '/downloadMedia': [true] } },
});

const whenManaged = (property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: { show: { '/subscription': ['automatic'] } },
});

export const optionFields: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		whenManaged({
			displayName: QUEUE_LABEL,
			name: 'deadLetterTargetArn',
			type: 'string',
			default: '',
			placeholder: 'e.g. arn:aws:sqs:eu-west-1:111122223333:whatsapp-undelivered',
			description:
				'An SQS queue that gets the events that SNS could not deliver, because n8n was down for more than an hour for instance. It has to be in the Region and account of the topic, and its policy has to let SNS send to it.',
		}),
		{
			displayName: 'Drop Duplicates',
			name: 'dropDuplicates',
			type: 'boolean',
			default: true,
			description: 'Whether an event that AWS delivers a second time is left out',
		},
		whenDownloading(keepS3ObjectOption),
		whenManaged({
			displayName: 'Most Events per Second',
			name: 'maxReceivesPerSecond',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: 10,
			description:
				'How many events SNS delivers in a second at most; what comes faster waits at SNS. Without it, SNS delivers everything at once.',
		}),
		whenDownloading({
			displayName: 'Output Data Field Name',
			name: 'binaryPropertyName',
			type: 'string',
			default: 'data',
			hint: 'The name of the output field to put the file in',
		}),
		whenDownloading(keyPrefixOption),
	],
};
