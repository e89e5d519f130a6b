import { describe, expect, it } from '@jest/globals';
import { AwsSocialMessagingApi } from '../../credentials/AwsSocialMessagingApi.credentials.ts';
import { AwsWhatsApp } from '../../nodes/AwsWhatsApp/AwsWhatsApp.node.ts';
import { AwsWhatsAppTrigger } from '../../nodes/AwsWhatsAppTrigger/AwsWhatsAppTrigger.node.ts';

/** What n8n's editor gets of it: the data, without the functions. Jest writes its keys in order. */
const shown = (value: object): unknown => JSON.parse(JSON.stringify(value));

const { name, displayName, documentationUrl, properties, test } = new AwsSocialMessagingApi();

/**
 * Workflows depend on every name and value in here, and people on every text.
 * `npm run test:unit -- test/snapshots -u` accepts an intended change.
 */
describe('what the editor shows of', () => {
	it.each([
		['the credential', { name, displayName, documentationUrl, properties, test }],
		['the node', new AwsWhatsApp().description],
		['the trigger', new AwsWhatsAppTrigger().description],
	])('%s has not changed', (_name, description) => {
		expect(shown(description)).toMatchSnapshot();
	});
});
