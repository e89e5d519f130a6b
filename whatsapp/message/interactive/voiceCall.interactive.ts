import { number } from '../../../form/choices';
import { filledIn, present } from '../../../form/field';
import { text } from '../../../form/texts';
import { anyHeader, body, footer } from './headerBodyFooter';
import type { InteractiveType } from './interactiveType';

const displayText = text('Button Text', 'displayText', {
	max: 20,
	example: 'Call our support',
	description: 'At most {max} characters. Defaults to "Call Now".',
});

const ttlMinutes = number('Valid For (Minutes)', 'ttlMinutes', {
	min: 1,
	max: 43_200,
	default: 10_080,
	optional: true,
	description: 'How long the button works, {min} to {max} minutes (30 days)',
});

const payload = text('Payload', 'payload', {
	max: 512,
	example: 'case-17',
	description: 'Returned with the events of the call, at most {max} characters',
});

/** A button with which the customer calls the business in WhatsApp. */
export const voiceCall: InteractiveType = {
	name: 'Voice Call Button',
	value: 'voice_call',
	description: 'A button that lets the customer call you in WhatsApp',
	header: anyHeader,
	body,
	footer,
	fields: [displayText, ttlMinutes, payload],
	action: (form) =>
		present({
			name: 'voice_call',
			parameters: filledIn(form, {
				display_text: displayText,
				ttl_minutes: ttlMinutes,
				payload,
			}),
		}),
};
