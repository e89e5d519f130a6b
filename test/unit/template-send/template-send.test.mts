import { describe, expect, it } from '@jest/globals';
import { Template } from '../../../whatsapp/template/send/template.ts';
import { readTemplate } from '../../../whatsapp/template/send/definition.ts';
import { askedFor, OTHER } from './definitions/definition.mts';
import { sent, TEMPLATE_CASES } from './sent.mts';

describe('the fields of a template and what is sent', () => {
	it('are checked for 45 templates or more', () => {
		expect(TEMPLATE_CASES.length).toBeGreaterThanOrEqual(45);
	});

	it.each(TEMPLATE_CASES)('has the fields of $name', ({ definition, fields }) => {
		const asked = new Template(readTemplate(definition)).fields.map(askedFor);
		expect(asked).toEqual([...fields, OTHER]);
	});

	it.each(TEMPLATE_CASES)('sends $name', ({ definition, values, components }) => {
		expect(sent(definition, values)).toEqual({
			name: 'order_shipped',
			language: { code: 'en_US' },
			...(components ? { components } : {}),
		});
	});
});
