import { describe, expect, it } from '@jest/globals';
import { withFiles } from '../../../nodes/AwsWhatsApp/message/mediaObject.ts';
import { templateContent } from '../../../nodes/AwsWhatsApp/template/content.ts';
import {
	checkSuperfluous,
	templateFields,
	templateForm,
} from '../../../nodes/AwsWhatsApp/template/fields.ts';
import { readTemplate } from '../../../nodes/AwsWhatsApp/template/sendable.ts';
import { formOf, UPLOADED_ID } from '../support/message.mts';
import { authentications } from './definitions/authentication.mts';
import { buttonTemplates } from './definitions/buttons.mts';
import { OTHER, type TemplateCase } from './definitions/definition.mts';
import { headers } from './definitions/headers.mts';
import { offersAndCards } from './definitions/offersAndCards.mts';
import { texts } from './definitions/texts.mts';

const CASES: TemplateCase[] = [
	...texts,
	...headers,
	...buttonTemplates,
	...authentications,
	...offersAndCards,
];

/** What would leave, with every file of the input uploaded. */
function sent(definition: unknown, values: Record<string, unknown>) {
	const template = readTemplate(definition);
	checkSuperfluous(template, values);
	const content = templateContent(template, templateForm(template, values), {
		message: formOf({}),
		timeZone: 'Europe/Berlin',
		now: Date.UTC(2026, 10, 24),
	});
	return withFiles(content, (pending) => pending.object(UPLOADED_ID, { own: 'uploaded.pdf' }));
}

describe('the fields of a template and what is sent', () => {
	it('are checked for 45 templates or more', () => {
		expect(CASES.length).toBeGreaterThanOrEqual(45);
	});

	it.each(CASES)('has the fields of $name', ({ definition, fields }) => {
		expect(templateFields(readTemplate(definition))).toEqual([...fields, OTHER]);
	});

	it.each(CASES)('sends $name', ({ definition, values, components }) => {
		expect(sent(definition, values)).toEqual({
			name: 'order_shipped',
			language: { code: 'en_US' },
			...(components ? { components } : {}),
		});
	});
});
