import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { AwsWhatsAppTrigger } from '../../nodes/AwsWhatsAppTrigger/AwsWhatsAppTrigger.node.ts';

const trigger = new AwsWhatsAppTrigger();
const { description } = trigger;

const inner = ({ type, options = [] }: INodeProperties): INodeProperties[] =>
	type === 'collection' ? (options as INodeProperties[]) : [];
const fields = description.properties.flatMap((field) => [field, ...inner(field)]);
const choicesOf = ({ type, options = [] }: INodeProperties) =>
	['options', 'multiOptions'].includes(type) ? (options as INodePropertyOptions[]) : [];

describe('the panel of the trigger', () => {
	it('begins with what starts the workflow: messages', () => {
		expect(description.properties[0]).toMatchObject({
			displayName: 'Trigger On',
			default: ['messages'],
		});
	});

	it('has short labels in title case without a period', () => {
		const labels = [
			...fields.filter(({ type }) => type !== 'notice').map(({ displayName }) => displayName),
			...fields.flatMap(choicesOf).map(({ name }) => name),
		];
		for (const label of labels) {
			expect(label.length).toBeLessThanOrEqual(40);
			expect(label).toMatch(/^([A-Z]|n8n$)/);
			expect(label).not.toMatch(/[.:]$/);
		}
	});

	it('explains every field whose label is not enough', () => {
		const silent = fields.filter(
			({ type, description: text, hint }) =>
				!['notice', 'collection'].includes(type) && !text && !hint,
		);
		expect(silent.map(({ name }) => name)).toEqual([]);
	});

	it('has an example in every field for text', () => {
		const texts = fields.filter(({ type, default: value }) => type === 'string' && value === '');
		for (const { name, placeholder = '' } of texts)
			expect([name, placeholder]).toEqual([name, expect.stringMatching(/^e\.g\. /)]);
	});

	it('lists choices and options in alphabetical order if there are many', () => {
		for (const field of fields) {
			const names = choicesOf(field).map(({ name }) => name);
			if (names.length >= 5) expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
			const labels = inner(field).map(({ displayName }) => displayName);
			expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b)));
		}
	});

	it('asks for a field only where it is needed', () => {
		const shown = description.properties
			.filter(({ displayOptions }) => displayOptions)
			.map(({ name, displayOptions }) => [name, displayOptions?.show]);
		expect(shown).toEqual([
			['statuses', { triggerOn: ['everything', 'statuses'] }],
			['topicFrom', { subscription: ['automatic'] }],
			['businessAccountId', { subscription: ['automatic'], topicFrom: ['businessAccount'] }],
			['topicArn', { subscription: ['automatic'], topicFrom: ['topicArn'] }],
			['externalNotice', { subscription: ['external'] }],
			['topicArn', { subscription: ['external'] }],
			['urlSecret', { subscription: ['external'] }],
			['bucketName', { downloadMedia: [true] }],
		]);
	});

	it('hides secrets', () => {
		const secrets = fields.filter(({ name }) => /secret|token|password/i.test(name));
		expect(secrets.map(({ typeOptions }) => typeOptions?.password)).toEqual([true]);
	});

	it('has every list that its fields name', () => {
		const { listSearch, loadOptions } = trigger.methods;
		const searches = fields.flatMap(({ modes = [] }) =>
			modes.flatMap(({ typeOptions }) => typeOptions?.searchListMethod ?? []),
		);
		const loads = fields.flatMap(({ typeOptions }) => typeOptions?.loadOptionsMethod ?? []);
		expect(searches).toEqual(Object.keys(listSearch));
		expect(loads).toEqual(Object.keys(loadOptions));
	});
});

describe('the trigger', () => {
	it('accepts POST requests at one URL', () => {
		expect(description.webhooks).toEqual([
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: '',
				path: 'webhook',
			},
		]);
	});

	it('is not declarative, because n8n would give it an execution of its own', () => {
		expect(description.requestDefaults).toBeUndefined();
		expect(description.usableAsTool).toBeUndefined();
		expect(description.inputs).toEqual([]);
	});
});
