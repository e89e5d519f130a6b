import { withFiles } from '../../../nodes/AwsWhatsApp/message/mediaObject.ts';
import { templateContent } from '../../../nodes/AwsWhatsApp/template/content.ts';
import { checkSuperfluous, templateForm } from '../../../nodes/AwsWhatsApp/template/fields.ts';
import { readTemplate } from '../../../nodes/AwsWhatsApp/template/sendable.ts';
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
