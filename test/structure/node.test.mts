import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { description } from './description.mts';

describe('the node', () => {
	it('is declarative, usable by agents and signed by its own credential', () => {
		expect(description.requestDefaults?.baseURL).toBe('https://social-messaging.amazonaws.com');
		expect(description.usableAsTool).toBe(true);
		expect(description.credentials).toEqual([{ name: 'awsSocialMessagingApi', required: true }]);
		expect(description).not.toHaveProperty('execute');
	});

	it('keeps its names forever', () => {
		expect(description).toMatchObject({
			name: 'awsWhatsApp',
			displayName: 'WhatsApp (AWS End User Messaging)',
			version: 1,
			subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
			inputs: ['main'],
			outputs: ['main'],
		});
		expect(description.defaults).not.toHaveProperty('color');
	});

	it('has different icons for light and dark mode', () => {
		const { icon } = description;
		if (typeof icon !== 'object') throw new Error('the icon is not a pair');
		const files = [icon.light, icon.dark].map((file) =>
			join(import.meta.dirname, '../../nodes/AwsWhatsApp', file.replace(/^file:/, '')),
		);
		for (const file of files) expect(existsSync(file)).toBe(true);
		const [light, dark] = files.map((file) => readFileSync(file, 'utf8'));
		expect(light).toMatch(/<svg/);
		expect(dark).toMatch(/<svg/);
		expect(light).not.toBe(dark);
	});
});
