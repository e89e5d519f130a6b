import { wholeNumber } from '../../../form/readers';
import { ifPresent } from '../messageType';
import { ALL_HEADERS, MAX_BODY, type InteractiveType } from './interactiveType';

/** WhatsApp's limits: lengths in Unicode code points, and the time in minutes. */
const MAX_DISPLAY_TEXT = 20;
const MAX_PAYLOAD = 512;
const TTL = { min: 1, max: 43_200 };

/** A button with which the customer calls the business in WhatsApp. */
export const voiceCall: InteractiveType = {
	name: 'Call Button',
	value: 'voice_call',
	description: 'A button with which the customer calls you in WhatsApp',
	headers: { types: ALL_HEADERS },
	body: { maxLength: MAX_BODY, required: true },
	footer: true,
	fields: [
		{
			displayName: 'Button Text',
			name: 'displayText',
			type: 'string',
			default: '',
			placeholder: 'e.g. Call our support',
			description: 'At most 20 characters. Without it, WhatsApp writes "Call Now".',
		},
		{
			displayName: 'Works For (Minutes)',
			name: 'ttlMinutes',
			type: 'number',
			typeOptions: { minValue: TTL.min, maxValue: TTL.max },
			default: 10_080,
			description: 'How long the button can be pressed, 1 to 43,200 minutes (30 days)',
		},
		{
			displayName: 'Payload',
			name: 'payload',
			type: 'string',
			default: '',
			placeholder: 'e.g. case-17',
			description: 'Comes back with the events of the call, at most 512 characters',
		},
	],
	action: (form) => {
		const ttl_minutes = form.member('ttlMinutes', wholeNumber(TTL));
		const parameters = {
			...ifPresent('display_text', form.limitedText('displayText', MAX_DISPLAY_TEXT)),
			...(ttl_minutes === undefined ? {} : { ttl_minutes }),
			...ifPresent('payload', form.limitedText('payload', MAX_PAYLOAD)),
		};
		return { name: 'voice_call', ...(Object.keys(parameters).length > 0 ? { parameters } : {}) };
	},
};
