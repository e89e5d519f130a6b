import type { IDataObject } from 'n8n-workflow';
import { given, type Field } from '../../../form/field';
import { emptyField, FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { linkWithVariables } from '../../../form/link';
import { id } from '../../../form/texts';
import { withVariables } from '../typedText';
import { linkVariables } from '../typedVariables';
import { MAX_URL } from './urlSuffix';

const deepLink = withVariables(
	id('Android Deep Link', 'androidDeepLink', {
		example: 'example://orders/{1}',
		description:
			'Link that opens a screen of your app on Android phones. For marketing templates only. Requires the Meta App ID.',
	}),
);

const fallback = withVariables(
	id('Android Fallback URL', 'androidFallbackPlaystoreUrl', {
		example: 'https://play.google.com/store/apps/details',
		description: 'Opened when the deep link cannot be. Defaults to the URL of the button.',
	}),
);

const appId = id('Meta App ID', 'metaAppId', {
	rule: {
		maxLength: 20,
		by: 'this node',
		pattern: /^[0-9]+$/,
		format: "Meta's ID of the app, digits only",
	},
	example: '634974688087057',
	description: 'The app that the deep link opens. It must belong to your business portfolio.',
});

/** What a link to a website needs to open in an Android app where there is one. */
export const appLinkFields = [deepLink, fallback, appId];

/** A link whose end may be the variable of the button's own address. */
function linkIn(
	options: Form,
	field: Field<string | undefined>,
	begins: 'app' | 'web',
	url: string,
): string | undefined {
	const typed = field.of(options);
	if (typed === undefined) return undefined;
	const label = options.label(field);
	if (linkVariables(typed, label).length > 0 && !url.endsWith('}}')) {
		throw new FieldError(
			`'${label}' has a variable, but the URL of the button does not`,
			'Add the variable at the end of both.',
		);
	}
	return linkWithVariables(typed, label, { maxLength: MAX_URL, by: 'this node', begins });
}

/** Meta wants a number, which JavaScript can write only up to 2^53. */
const numberOf = (digits: string): number | string =>
	Number.isSafeInteger(Number(digits)) ? Number(digits) : digits;

/** The app that a button opens, if there is one; where it does not open, the button's own `url` does. */
export function appLinkMember(options: Form, url: string): IDataObject {
	const app = appId.of(options);
	const place = linkIn(options, deepLink, 'app', url);
	const instead = linkIn(options, fallback, 'web', url);
	if (place === undefined) {
		if (instead === undefined && app === undefined) return {};
		throw emptyField(
			options.label(deepLink),
			'The app and the fallback require it. Add it, or remove them.',
		);
	}
	return {
		app_deep_link: {
			meta_app_id: numberOf(given(options, appId)),
			android_deep_link: place,
			android_fallback_playstore_url: instead ?? url,
		},
	};
}
