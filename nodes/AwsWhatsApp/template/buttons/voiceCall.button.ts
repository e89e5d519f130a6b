import { wholeNumber } from '../../request/readers';
import { idIn, labelIn, type TemplateField } from '../part';
import type { BuildButton } from './button';

/** WhatsApp's limits: 30 days, and code points. */
const TTL = { min: 1, max: 43_200 };
const MAX_PAYLOAD = 512;

/** A button that calls the business. WhatsApp shows it without a position. */
export const voiceCallButton: BuildButton = ({ place }) => {
	const minutes: TemplateField = {
		id: idIn(place, 'callTtlMinutes'),
		label: labelIn(place, 'Call button: minutes for which it works (1 to 43200)'),
		shortLabel: labelIn(place, 'Call button minutes'),
		type: 'number',
		required: false,
	};
	const payload: TemplateField = {
		id: idIn(place, 'callPayload'),
		label: labelIn(place, 'Call button: payload, which comes with the call'),
		shortLabel: labelIn(place, 'Call button payload'),
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
