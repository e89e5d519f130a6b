import { wholeNumber } from '../../../form/readers';
import { idIn, labelIn, type TemplateField } from '../send/component';
import { voiceCallText, buttonText } from './buttonText';
import type { BuildButton } from './sentButton';
import { NO_INPUT, type TemplateButton } from './templateButton';

/** WhatsApp's limits: 30 days, and code points. */
const TTL = { min: 1, max: 43_200 };
const MAX_PAYLOAD = 512;

/** WhatsApp shows it without a position. */
const send: BuildButton = ({ context }) => {
	const minutes: TemplateField = {
		id: idIn(context, 'callTtlMinutes'),
		label: labelIn(context, 'Call button: minutes that it works for (1 to 43200)'),
		shortLabel: labelIn(context, 'Call button minutes'),
		type: 'number',
		required: false,
	};
	const payload: TemplateField = {
		id: idIn(context, 'callPayload'),
		label: labelIn(context, 'Call button: payload returned with the call'),
		shortLabel: labelIn(context, 'Call button payload'),
		type: 'string',
		required: false,
	};
	return {
		fields: [minutes, payload],
		component: (form) => {
			const ttl = form.member(minutes.id, wholeNumber(TTL));
			const text = form.limitedText(payload.id, MAX_PAYLOAD);
			const parameters = [
				...(ttl === undefined ? [] : [{ type: 'ttl_minutes', ttl_minutes: ttl }]),
				...(text.trim() === '' ? [] : [{ type: 'payload', payload: text }]),
			];
			return parameters.length === 0
				? undefined
				: { type: 'button', sub_type: 'voice_call', parameters };
		},
	};
};

/** A button that calls the business. */
export const voiceCall: TemplateButton = {
	name: 'Voice Call',
	value: 'VOICE_CALL',
	create: {
		description: 'Calls you through WhatsApp',
		on: ['template'],
		max: 1,
		fields: [buttonText],
		members: (row) => ({ text: voiceCallText.of(row) }),
	},
	send,
	library: NO_INPUT,
};
