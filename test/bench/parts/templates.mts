import { comparison } from '../comparison.mts';
import { SameSends, sender, sendTemplate, sendTemplateByHttp, TEMPLATE } from '../sending.mts';
import type { World } from '../world.mts';
import { manyItems, workflow } from '../workflows.mts';

const MESSAGES = 1000;

function templateId({ aws }: World): string {
	const [account] = aws.account.businessAccounts;
	const found = aws.account
		.templates(account?.id ?? '')
		.all()
		.find(({ name, language }) => name === TEMPLATE.name && language === TEMPLATE.language);
	if (!found) throw new Error(`The seed has no template ${TEMPLATE.name} (${TEMPLATE.language})`);
	return found.metaTemplateId;
}

/** 1,000 templates by our form for templates, against HTTP Request with the equal body. */
export async function templates(world: World) {
	const { phoneNumberId } = world;
	const items = manyItems(MESSAGES, phoneNumberId);
	await world.aws.reset();
	const node = workflow('node', ...items, sendTemplate(phoneNumberId, templateId(world)));
	const http = workflow('HTTP Request', ...items, sendTemplateByHttp(phoneNumberId));
	await world.importWorkflows([node, http]);
	const same = new SameSends(MESSAGES);
	return comparison(
		'1,000 templates with 3 variables',
		{
			node: sender(world, node, same, { isOurs: true }),
			http: sender(world, http, same, { isOurs: false }),
		},
		[
			{
				text: '1,000 templates, 3 variables / HTTP Request',
				of: ({ node: ours, http: theirs }) => ours.ms / theirs.ms,
				unit: '',
				atMost: 0.8,
				judged: 'median',
			},
		],
	);
}
