import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { linkWithVariables } from '../../../form/link';
import type { TextRule } from '../../../form/rule';
import { typedText } from '../typedText';
import { linkVariables } from '../typedVariables';

/** The limit of a button's address; Meta documents none for these. */
const MAX_LINK = 2000;

const APP_ID_RULE: TextRule = {
	maxLength: 20,
	by: 'this node',
	pattern: /^[0-9]+$/,
	format: "Meta's ID of the app, digits only",
};

/** What a link to a website needs to open in an Android app where there is one. */
export const appLinkFields: INodeProperties[] = [
	{
		displayName: 'Android Deep Link',
		name: 'androidDeepLink',
		type: 'string',
		default: '',
		placeholder: 'e.g. example://orders/{1}',
		description:
			'Opens this place of an app on Android phones. For marketing only, and with the ID of the app.',
	},
	{
		displayName: 'Android Fallback URL',
		name: 'androidFallbackPlaystoreUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://play.google.com/store/apps/details',
		description: "Opens if the deep link does not. Without it, the button's own URL does.",
	},
	{
		displayName: 'Meta App ID',
		name: 'metaAppId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 634974688087057',
		description: 'The app of the deep link, which belongs to your business portfolio',
	},
];

/** A link whose end may be the variable of the button's own address. */
function linkIn(
	options: Form,
	name: string,
	begins: 'app' | 'web',
	url: string,
): string | undefined {
	const typed = typedText(options, name).optionalId(name);
	if (typed === undefined) return undefined;
	const label = options.label(name);
	if (linkVariables(typed, label).length > 0 && !url.endsWith('}}')) {
		throw new FieldError(
			`'${label}' has a variable, and the URL of the button has none`,
			'Write the variable at the end of both.',
		);
	}
	return linkWithVariables(typed, label, { maxLength: MAX_LINK, by: 'this node', begins });
}

/** Meta wants a number, which JavaScript can write only up to 2^53. */
const appIdOf = (id: string): number | string =>
	Number.isSafeInteger(Number(id)) ? Number(id) : id;

/**
 * The app that a button opens, if there is one.
 *
 * @param url the button's own address, which opens where the app does not
 */
export function appLinkMember(options: Form, url: string): IDataObject {
	const appId = options.optionalId('metaAppId', APP_ID_RULE);
	const deepLink = linkIn(options, 'androidDeepLink', 'app', url);
	const fallback = linkIn(options, 'androidFallbackPlaystoreUrl', 'web', url);
	if (deepLink === undefined) {
		if (fallback === undefined && appId === undefined) return {};
		throw new FieldError(
			`'${options.label('androidDeepLink')}' is empty`,
			'The app and the fallback belong to it. Add it, or remove them.',
		);
	}
	return {
		app_deep_link: {
			meta_app_id: appIdOf(appId ?? options.id('metaAppId', APP_ID_RULE)),
			android_deep_link: deepLink,
			android_fallback_playstore_url: fallback ?? url,
		},
	};
}
