import { setEventDestinations } from '../../nodes/AwsWhatsApp/resources/businessAccount/setEventDestinations.operation.ts';
import { NOT_TEXT } from './support/hostile.mts';
import { formWith } from './support/form.mts';
import { refusalOf } from './support/refusal.mts';

const TOPIC = 'arn:aws:sns:eu-west-1:111122223333:whatsapp-events';
const CONNECT =
	'arn:aws:connect:eu-west-1:111122223333:instance/12345678-1234-1234-1234-123456789012';
const ROLE = 'arn:aws:iam::111122223333:role/whatsapp-events';

const compose = (values: Record<string, unknown>) =>
	setEventDestinations.compose?.(formWith(values));
const topic = (eventDestinationArn: unknown, roleArn?: unknown) => ({
	destinationType: 'snsTopic',
	eventDestinationArn,
	roleArn,
});
const connect = (eventDestinationArn: unknown, roleArn?: unknown) => ({
	...topic(eventDestinationArn, roleArn),
	destinationType: 'amazonConnect',
});
const refusal = (values: Record<string, unknown>) => refusalOf(() => compose(values));

describe('the event destination of a business account', () => {
	it('is a topic, with a role or without', () => {
		expect(compose(topic(` ${TOPIC}\n`))).toEqual({
			eventDestinations: [{ eventDestinationArn: TOPIC }],
		});
		expect(compose(topic(TOPIC, ROLE))).toEqual({
			eventDestinations: [{ eventDestinationArn: TOPIC, roleArn: ROLE }],
		});
	});

	it('is an instance of Connect, which needs a role', () => {
		expect(compose(connect(CONNECT, ROLE))).toEqual({
			eventDestinations: [{ eventDestinationArn: CONNECT, roleArn: ROLE }],
		});
		expect(refusal(connect(CONNECT)).message).toBe("'Role ARN' is empty");
	});

	it('is nothing, whatever the other fields still contain', () => {
		expect(compose({ ...topic('nonsense', []), destinationType: 'none' })).toEqual({
			eventDestinations: [],
		});
	});

	it('has a kind', () => {
		const { message } = refusal({ ...topic(TOPIC), destinationType: '' });
		expect(message).toBe("'Event Destination' is empty");
	});

	it.each(['SNS', 'constructor', '__proto__', 'snsTopic,none'])(
		'has no kind named %p',
		(destinationType) => {
			expect(refusal({ ...topic(TOPIC), destinationType }).message).toBe(
				"'Event Destination' has an unknown value",
			);
		},
	);

	it.each([
		['', 'is empty'],
		['whatsapp-events', 'has an invalid format'],
		[CONNECT, 'has an invalid format'],
		[`${TOPIC}:1234-subscription`, 'has an invalid format'],
		['arn:aws:sqs:eu-west-1:111122223333:queue', 'has an invalid format'],
		[`${TOPIC}.fifo`, 'is a FIFO topic'],
		[TOPIC.padEnd(2049, 'x'), 'is too long'],
	])('is not a topic if it is %.60p', (value, problem) => {
		expect(refusal(topic(value)).message).toBe(`'Event Destination ARN' ${problem}`);
	});

	it.each([TOPIC, 'arn:aws:connect:eu-west-1:111122223333:instance/', 'instance/1'])(
		'is not an instance of Connect if it is %p',
		(value) => {
			expect(refusal(connect(value, ROLE)).message).toBe(
				"'Event Destination ARN' has an invalid format",
			);
		},
	);

	it.each([
		'whatsapp-events',
		'arn:aws:iam::111122223333:role/',
		'arn:aws:iam::111122223333:role/path/whatsapp',
		'arn:aws:iam::1111:role/whatsapp',
		'arn:aws:iam::111122223333:user/whatsapp',
		`${ROLE}\n${ROLE}`,
		'<b>',
	])('does not have the role %p', (roleArn) => {
		expect(refusal(topic(TOPIC, roleArn)).message).toBe("'Role ARN' has an invalid format");
	});

	it('may be in other partitions of AWS', () => {
		for (const arn of [TOPIC, CONNECT]) {
			const chinese = arn.replace('arn:aws:', 'arn:aws-cn:');
			const form = arn === TOPIC ? topic(chinese) : connect(chinese, ROLE);
			expect(compose(form)).toMatchObject({
				eventDestinations: [{ eventDestinationArn: chinese }],
			});
		}
	});

	it.each(NOT_TEXT.filter(([name]) => name !== 'a resource locator'))(
		'is not text if it is %s',
		(_name, value) => {
			expect(refusal(topic(value)).message).toBe("'Event Destination ARN' is not text");
			expect(refusal(topic(TOPIC, value)).message).toBe("'Role ARN' is not text");
		},
	);
});
