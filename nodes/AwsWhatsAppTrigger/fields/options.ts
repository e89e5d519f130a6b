import type { INodeProperties } from 'n8n-workflow';
import { keepS3ObjectOption, keyPrefixOption } from '../../../engine/fields/options';
import { QUEUE_LABEL } from '../../../aws/clients/sns/queueArn';

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
				'ARN of the SQS queue that receives events SNS could not deliver, for example because n8n was down for more than an hour. Must be in the same Region and account as the topic, and its policy must allow SNS to send messages.',
		}),
		{
			displayName: 'Drop Duplicates',
			name: 'dropDuplicates',
			type: 'boolean',
			default: true,
			description: 'Whether to ignore events that AWS delivers more than once',
		},
		whenDownloading(keepS3ObjectOption),
		whenManaged({
			displayName: 'Most Events per Second',
			name: 'maxReceivesPerSecond',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: 10,
			description:
				'Maximum number of events that SNS delivers per second. Events above the limit wait in SNS. If not set, there is no limit.',
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
