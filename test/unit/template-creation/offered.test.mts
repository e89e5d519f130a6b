import { beforeAll, describe, expect, it } from '@jest/globals';
import {
	CreateWhatsAppMessageTemplateCommand,
	type SocialMessagingClient,
} from '@aws-sdk/client-socialmessaging';
import { socialMessagingClient, useLocalAws } from '../../../local-aws/index.mts';
import { FIELDS, offeredIn, offeredTemplates } from '../support/offered-templates.mts';

describe('every template that the form offers', () => {
	const aws = useLocalAws();
	let client: SocialMessagingClient;
	beforeAll(async () => {
		client = socialMessagingClient(aws);
	});

	const create = async (template: string, i: number) => {
		const { id } = aws.account.businessAccounts[0] ?? {};
		const definition = { ...JSON.parse(template), name: `offered_${i}` };
		const templateDefinition = Buffer.from(JSON.stringify(definition));
		await client.send(new CreateWhatsAppMessageTemplateCommand({ id, templateDefinition }));
	};

	it('is accepted by the stand-in for AWS, with each choice of each dropdown', async () => {
		const open = new Set(offeredIn(FIELDS));
		const templates = [...offeredTemplates()];
		const refused: string[] = [];
		for (const [i, [template, choices]] of templates.entries()) {
			await create(template, i).catch((error: Error) =>
				refused.push(`${error.message}: ${template}`),
			);
			for (const choice of choices) open.delete(choice);
		}
		expect({ refused, open: [...open] }).toEqual({ refused: [], open: [] });
		expect(templates.length).toBeGreaterThan(100);
	});
});
