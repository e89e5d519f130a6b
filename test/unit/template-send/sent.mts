import { withFiles } from '../../../whatsapp/message/mediaObject.ts';
import { templateContent } from '../../../whatsapp/template/send/content.ts';
import { checkSuperfluous, templateForm } from '../../../whatsapp/template/send/fields.ts';
import { readTemplate } from '../../../whatsapp/template/send/definition.ts';
import { formOf, UPLOADED_ID } from '../support/message.mts';
import { authentications } from './definitions/authentication.mts';
import { buttonTemplates } from './definitions/buttons.mts';
import type { TemplateCase } from './definitions/definition.mts';
import { headers } from './definitions/headers.mts';
import { offersAndCards } from './definitions/offersAndCards.mts';
import { texts } from './definitions/texts.mts';

export const TEMPLATE_CASES: TemplateCase[] = [
	...texts,
	...headers,
	...buttonTemplates,
	...authentications,
	...offersAndCards,
];

/** What would leave, with every file of the input uploaded. */
export function sent(definition: unknown, values: Record<string, unknown>) {
	const template = readTemplate(definition);
	checkSuperfluous(template, values);
	const content = templateContent(template, templateForm(template, values), {
		message: formOf({}),
		timeZone: 'Europe/Berlin',
		now: Date.UTC(2026, 10, 24),
	});
	return withFiles(content, (pending) => pending.object(UPLOADED_ID, { own: 'uploaded.pdf' }));
}
