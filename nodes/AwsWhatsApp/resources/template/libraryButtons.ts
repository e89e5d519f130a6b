import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Form } from '../../request/form';
import type { TextRule } from '../../request/rule';

const forType = (...type: string[]) => ({ displayOptions: { show: { type } } });

const textInput = (
	displayName: string,
	name: string,
	placeholder: string,
	more: Partial<INodeProperties> = {},
): INodeProperties => ({ displayName, name, type: 'string', default: '', placeholder, ...more });

/** The inputs of a library template's buttons, in the order of the buttons. */
export const libraryButtonsField: INodeProperties = {
	displayName: 'Button Inputs',
	name: 'libraryTemplateButtonInputs',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add button',
	default: {},
	description: 'What the buttons of the template need, one for each button and in their order',
	options: [
		{
			displayName: 'Button',
			name: 'button',
			values: [
				{
					displayName: 'Type',
					name: 'type',
					type: 'options',
					options: [
						{ name: 'App', value: 'APP' },
						{ name: 'Catalog', value: 'CATALOG' },
						{ name: 'Flow', value: 'FLOW' },
						{ name: 'Multi-Product', value: 'MPM' },
						{ name: 'One-Time Password', value: 'OTP' },
						{ name: 'Phone Number', value: 'PHONE_NUMBER' },
						{ name: 'Quick Reply', value: 'QUICK_REPLY' },
						{ name: 'Voice Call', value: 'VOICE_CALL' },
						{ name: 'Website', value: 'URL' },
					],
					default: 'URL',
				},
				textInput('Phone Number', 'phoneNumber', 'e.g. +4915112345678', {
					required: true,
					...forType('PHONE_NUMBER'),
				}),
				textInput('Base URL', 'baseUrl', 'e.g. https://example.com/orders/{{1}}', {
					description: 'The address, with {{1}} where every message has a part of its own',
					required: true,
					...forType('URL'),
				}),
				textInput('URL Example', 'urlSuffixExample', 'e.g. https://example.com/orders/4711', {
					description: 'The address with an example of the part of its own',
					...forType('URL'),
				}),
				{
					displayName: 'OTP Type',
					name: 'otpType',
					type: 'options',
					options: [
						{ name: 'Copy Code', value: 'COPY_CODE' },
						{ name: 'One-Tap', value: 'ONE_TAP' },
						{ name: 'Zero-Tap', value: 'ZERO_TAP' },
					],
					default: 'COPY_CODE',
					description: 'How the code gets from the message into the app',
					...forType('OTP'),
				},
				{
					displayName: 'Zero-Tap Terms Accepted',
					name: 'zeroTapTermsAccepted',
					type: 'boolean',
					default: false,
					description: "Whether you accept Meta's terms for zero-tap codes",
					displayOptions: { show: { type: ['OTP'], otpType: ['ZERO_TAP'] } },
				},
				{
					displayName: 'Supported Apps',
					name: 'supportedApps',
					type: 'fixedCollection',
					typeOptions: { multipleValues: true },
					placeholder: 'Add app',
					default: {},
					displayOptions: { show: { type: ['OTP'], otpType: ['ONE_TAP', 'ZERO_TAP'] } },
					options: [
						{
							displayName: 'App',
							name: 'app',
							values: [
								textInput('Package Name', 'packageName', 'e.g. com.example.shop', {
									required: true,
								}),
								textInput('Signature Hash', 'signatureHash', 'e.g. K8a/AINcGX7', {
									required: true,
								}),
							],
						},
					],
				},
			],
		},
	],
};

/** Values of the maps for URLs and apps. Source: the service model, LibraryTemplateButtonInput. */
const URL_RULE: TextRule = { minLength: 1, maxLength: 400, by: 'AWS' };
const APP_RULE: TextRule = { minLength: 1, maxLength: 100, by: 'AWS' };

function appOf(row: Form): IDataObject {
	return {
		package_name: row.id('packageName', APP_RULE),
		signature_hash: row.id('signatureHash', APP_RULE),
	};
}

function urlOf(row: Form): IDataObject {
	const example = row.optionalId('urlSuffixExample', URL_RULE);
	return {
		base_url: row.id('baseUrl', URL_RULE),
		...(example === undefined ? {} : { url_suffix_example: example }),
	};
}

function otpOf(row: Form): IDataObject {
	const otpType = row.id('otpType', { maxLength: 25, by: 'AWS' });
	if (otpType === 'COPY_CODE') return { otpType };
	const supportedApps = row.rows('supportedApps').map(appOf);
	return {
		otpType,
		...(otpType === 'ZERO_TAP' ? { zeroTapTermsAccepted: row.flag('zeroTapTermsAccepted') } : {}),
		...(supportedApps.length === 0 ? {} : { supportedApps }),
	};
}

/** What the types need besides their name; the others need nothing. */
const INPUTS = new Map<string, (row: Form) => IDataObject>([
	['PHONE_NUMBER', (row) => ({ phoneNumber: row.id('phoneNumber', { maxLength: 20, by: 'AWS' }) })],
	['URL', (row) => ({ url: urlOf(row) })],
	['OTP', otpOf],
]);

export function libraryButtonOf(row: Form): IDataObject {
	const type = row.id('type', { maxLength: 25, by: 'AWS' });
	return { type, ...INPUTS.get(type)?.(row) };
}
