import { QUEUE_LABEL, QUEUE_RULE } from '../../../aws/clients/sns/arns';
import { choice, flag } from '../../../form/choices';
import { collection } from '../../../form/collection';
import { fieldOf, propertyWith, sortedByLabel } from '../../../form/field';
import { wholeNumber } from '../../../form/readers';
import { id } from '../../../form/texts';
import { shownWhen } from '../../../form/variants';
import { keepS3ObjectByDefault, keyPrefix } from '../../../whatsapp/media/bucket';
import { OUTPUT_FIELD_RULE } from '../../../whatsapp/media/outputField';

export const deadLetterTargetArn = id(QUEUE_LABEL, 'deadLetterTargetArn', {
	rule: QUEUE_RULE,
	example: 'arn:aws:sqs:eu-west-1:111122223333:whatsapp-undelivered',
	description:
		'ARN of the SQS queue that receives events SNS could not deliver, for example because n8n was down for more than an hour. Must be in the same region and account as the topic, and its policy must allow SNS to send messages.',
});

export const dropDuplicates = flag('Drop Duplicates', 'dropDuplicates', {
	default: true,
	whenMissing: true,
	description: 'Whether to ignore events that AWS delivers more than once',
});

export const rememberIn = choice(
	'Remember Events In',
	'rememberIn',
	{
		n8n: ['n8n', 'Enough if one n8n process receives webhooks'],
		s3: ['S3 Bucket', 'The bucket of the AWS credential, shared by all processes of n8n'],
	},
	{
		default: 'n8n',
		description:
			"Where 'Drop Duplicates' remembers which events have started the workflow. Choose the S3 bucket if several n8n processes receive webhooks.",
	},
);

export const maxReceivesPerSecond = fieldOf(
	propertyWith(
		'number',
		{
			displayName: 'Max Events per Second',
			name: 'maxReceivesPerSecond',
			default: 10,
		},
		{
			typeOptions: { minValue: 1, numberPrecision: 0 },
			description:
				'Maximum number of events that SNS delivers per second. Events above the limit wait in SNS. If not set, there is no limit.',
		},
	),
	wholeNumber({ min: 1, max: 100_000 }),
);

export const DEFAULT_OUTPUT_FIELD = 'data';

export const outputField = id('Output Data Field Name', 'binaryPropertyName', {
	rule: OUTPUT_FIELD_RULE,
	default: DEFAULT_OUTPUT_FIELD,
	hint: 'The name of the output field to put the file in',
});

export const optionFields = collection(
	'Options',
	'options',
	sortedByLabel([
		dropDuplicates,
		rememberIn,
		...shownWhen({ '/subscription': ['automatic'] }, [deadLetterTargetArn, maxReceivesPerSecond]),
		...shownWhen({ '/downloadMedia': [true] }, [keepS3ObjectByDefault, outputField, keyPrefix]),
	]),
	{ placeholder: 'Add option' },
);
