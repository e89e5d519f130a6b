import { describe, expect, it } from '@jest/globals';
import { languageAdvice } from '../../whatsapp/template/language.ts';
import { languagesMeant } from '../../whatsapp/template/languages.ts';
import { chosenTemplate } from '../../whatsapp/template/fields.ts';
import { customMessage } from '../../whatsapp/message/customJson.ts';
import { getLibrary } from '../../nodes/AwsWhatsApp/resources/template/getLibrary.operation.ts';
import { formWith } from './support/form.mts';
import { formOf } from './support/message.mts';
import { refusalOf } from './support/refusal.mts';

describe('a language code', () => {
	it.each(['en', 'en_US', 'de', 'pt_BR', 'zh_CN', 'fil', 'prs_AF', 'es_CRI', 'xx', 'xx_YY', 'xxx'])(
		'with the pattern of %s is left to Meta, which adds new ones',
		(code) => {
			expect(languageAdvice(code)).toBeUndefined();
		},
	);

	/** As public reports of "Template name does not exist in the translation" (132001) have them. */
	it.each([
		['en-US', 'en_US'],
		['EN_us', 'en_US'],
		['en_us', 'en_US'],
		['en us', 'en_US'],
		['en.US', 'en_US'],
		['enUS', 'en_US'],
		['en_US.UTF-8', 'en_US'],
		['"en_US"', 'en_US'],
		['EN', 'en'],
		['en-UK', 'en_GB'],
		['en-PH', 'en'],
		['de-de', 'de'],
		['de-DE', 'de'],
		['de_at', 'de_AT'],
		['fr-fr', 'fr'],
		['it-IT', 'it'],
		['pt-br', 'pt_BR'],
		['PT-BR', 'pt_BR'],
		['pt_br', 'pt_BR'],
		['es-mx', 'es_MX'],
		['es-CR', 'es_CRI'],
		['es_cri', 'es_CRI'],
		['es-419', 'es'],
		['zh-Hans', 'zh_CN'],
		['zh-Hant', 'zh_TW'],
		['zh-Hant-HK', 'zh_HK'],
		['zh-cn', 'zh_CN'],
		['he-IL', 'he'],
		['nb-NO', 'nb'],
		['prs-AF', 'prs_AF'],
		['English (US)', 'en_US'],
		['English_UK', 'en_GB'],
		['English (Australia)', undefined],
		['German', undefined],
		['Deutsch', undefined],
	])('%j should be %s', (text, code) => {
		const meant = languagesMeant(text);
		if (code === undefined) expect(meant.length).toBeGreaterThan(1);
		else expect(meant).toEqual([code]);
		expect(languageAdvice(text)).toContain(code === undefined ? 'Use one of: ' : `Use ${code}.`);
	});

	it.each([
		['English', ['en', 'en_US', 'en_GB']],
		['german', ['de', 'de_AT', 'de_CH']],
		['Deutsch', ['de']],
		['Español', ['es', 'es_MX']],
		['Brazilian Portuguese', ['pt_BR', 'pt_PT']],
		['Malayalam', ['ml']],
		['Malay', ['ms']],
		['Norwegian', ['nb']],
		['中文', ['zh_CN', 'zh_TW']],
	])('%j names a language with several codes', (text, codes) => {
		expect(languagesMeant(text)).toEqual(expect.arrayContaining(codes));
	});

	it('is not found in texts that name no language', () => {
		for (const text of ['', '?', '1', 'no-NO', 'klingon', 'e', 'a-b', '👍', 'en'.repeat(5000)]) {
			expect(languagesMeant(text)).toEqual([]);
		}
		expect(languageAdvice('klingon')).toContain('e.g. en_US or de');
	});
});

const SAYS = 'Use en_US.';

describe('wherever a language code is entered', () => {
	it('the intended one is suggested: in the choice of a template', () => {
		const values = {
			templateBy: 'templateName',
			templateName: 'a',
			templateLanguageCode: 'en-US',
		};
		const { message, description } = refusalOf(() => chosenTemplate(formWith(values)));
		expect(message).toBe("'Language Code' is not a valid WhatsApp language code");
		expect(description).toBe('You entered "en-US". Use en_US.');
	});

	it('in a filter of the library', () => {
		const form = formWith({ filters: { language: 'en-US' } });
		expect(refusalOf(() => getLibrary.compose?.(form)).description).toContain(SAYS);
		const good = formWith({ filters: { language: ' en_US ' } });
		expect(getLibrary.compose?.(good)).toEqual({ filters: { language: 'en_US' } });
	});

	it('in a message as JSON', () => {
		const message = (code: unknown) => ({
			to: '+4915112345678',
			type: 'template',
			template: { name: 'a', language: { code } },
		});
		const { message: what, description } = refusalOf(() =>
			customMessage(formOf({ message: message('en-US') })),
		);
		expect(what).toBe("'Message: template.language.code' is not a valid WhatsApp language code");
		expect(description).toContain(SAYS);
		for (const good of ['en_US', undefined, 7]) {
			expect(customMessage(formOf({ message: message(good) }))).toMatchObject({
				type: 'template',
			});
		}
	});
});
