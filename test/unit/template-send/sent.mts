import { withFiles } from '../../../whatsapp/message/mediaObject.ts';
import { Template } from '../../../whatsapp/template/send/template.ts';
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
	const template = new Template(readTemplate(definition));
	const content = template.content(template.form(values), {
		message: formOf({}),
		timeZone: 'Europe/Berlin',
		now: Date.UTC(2026, 10, 24),
	});
	return withFiles(content, (pending) => pending.object(UPLOADED_ID, { own: 'uploaded.pdf' }));
}
