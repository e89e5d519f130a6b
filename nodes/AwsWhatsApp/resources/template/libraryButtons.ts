import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { phoneNumberOf } from '../../../../whatsapp/message/phoneNumber';
import type { Form } from '../../../../form/form';
import {
	checkLinkCharacters,
	linkOf,
	linkWithVariables,
	looksLikeLink,
} from '../../../../form/link';
import type { TextRule } from '../../../../form/rule';
import { typedText } from '../../../../whatsapp/template/typedText';
import { checkedVariables } from '../../../../whatsapp/template/typedVariables';

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
				textInput('Base URL', 'baseUrl', 'e.g. https://example.com/orders/{1}', {
					description: 'The address, with {1} where every message has a part of its own',
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
const URL_RULE = { maxLength: 400, by: 'AWS' } as const;
const APP_RULE: TextRule = { minLength: 1, maxLength: 100, by: 'AWS' };

function appOf(row: Form): IDataObject {
	return {
		package_name: row.id('packageName', APP_RULE),
		signature_hash: row.id('signatureHash', APP_RULE),
	};
}

/** The whole address, as Meta shows it, or only its end, as the member is called. */
function urlExampleMember(row: Form): IDataObject {
	const label = row.label('urlSuffixExample');
	const example = row.optionalId('urlSuffixExample', { minLength: 1, ...URL_RULE });
	if (example === undefined) return {};
	if (looksLikeLink(example)) return { url_suffix_example: linkOf(example, label, URL_RULE) };
	checkLinkCharacters(example, label);
	return { url_suffix_example: example };
}

function urlInputOf(row: Form): IDataObject {
	const label = row.label('baseUrl');
	const url = typedText(row, 'baseUrl').id('baseUrl');
	checkedVariables(url, label);
	return { base_url: linkWithVariables(url, label, URL_RULE), ...urlExampleMember(row) };
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
	[
		'PHONE_NUMBER',
		(row) => ({ phoneNumber: phoneNumberOf(row.text('phoneNumber'), row.label('phoneNumber')) }),
	],
	['URL', (row) => ({ url: urlInputOf(row) })],
	['OTP', otpOf],
]);

export function libraryButtonOf(row: Form): IDataObject {
	const type = row.id('type', { maxLength: 25, by: 'AWS' });
	return { type, ...INPUTS.get(type)?.(row) };
}
